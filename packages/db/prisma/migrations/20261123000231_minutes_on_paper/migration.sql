-- Minutes of a meeting of a field, on paper.

-- AlterTable
ALTER TABLE "paper" ADD COLUMN "meeting_id" UUID;
