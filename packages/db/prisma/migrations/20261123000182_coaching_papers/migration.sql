-- Invitation to a session, report of a batch.

-- AlterTable
ALTER TABLE "paper" ADD COLUMN "coaching_id" UUID;
