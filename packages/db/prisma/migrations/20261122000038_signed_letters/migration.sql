-- When and how a letter was signed, and who recorded it.

-- AlterTable
ALTER TABLE "letter" ADD COLUMN "signature" TEXT,
ADD COLUMN "signed_on" DATE,
ADD COLUMN "signed_at" TIMESTAMPTZ(3),
ADD COLUMN "signed_by_id" UUID;

-- What was signed until now was signed on paper; the day is the one on which it was issued at the earliest.
UPDATE "letter" SET "signature" = 'paper', "signed_at" = "issued_at",
  "signed_on" = "issued_at"::date, "signed_by_id" = "created_by_id" WHERE "scan_file_id" IS NOT NULL;
