-- A decision of a meeting that became a case, by its id.

-- AlterTable
ALTER TABLE "meeting_action" ADD COLUMN "case_id" UUID;

GRANT UPDATE (case_id) ON meeting_action TO rembuk_app, rembuk_worker;
