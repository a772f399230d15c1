-- A handover may come from the paper sheet instead of a phone: then no phone recorded it.

-- AlterTable
ALTER TABLE "handover" ALTER COLUMN "device_id" DROP NOT NULL;
