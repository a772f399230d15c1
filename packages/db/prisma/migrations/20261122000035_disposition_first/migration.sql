-- The camat's disposisi before a case leaves: what is proposed, and which office wants it.

-- AlterTable
ALTER TABLE "case" ADD COLUMN "proposed_target" TEXT;

-- Waiting with the leaders and having been proposed somewhere are one thing.
ALTER TABLE "case" ADD CONSTRAINT case_proposed_to_leaders
  CHECK ((holder_kind = 'leaders') = (proposed_target IS NOT NULL));

-- CreateTable
CREATE TABLE "office_setting" (
    "subdistrict_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "disposition_first" BOOLEAN NOT NULL DEFAULT false,
    "disposition_days" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_setting_pkey" PRIMARY KEY ("subdistrict_code")
);

-- Configuration: everybody reads it; it is written in the area that the use case authorised.
ALTER TABLE office_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY office_setting_select ON office_setting FOR SELECT TO rembuk_app USING (true);
CREATE POLICY office_setting_insert ON office_setting FOR INSERT TO rembuk_app
  WITH CHECK (subdistrict_code = (SELECT ctx('rules')) AND updated_by_id = (SELECT ctx_id('user')));
CREATE POLICY office_setting_update ON office_setting FOR UPDATE TO rembuk_app
  USING (subdistrict_code = (SELECT ctx('rules')))
  WITH CHECK (subdistrict_code = (SELECT ctx('rules')) AND updated_by_id = (SELECT ctx_id('user')));
CREATE POLICY office_setting_worker ON office_setting FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON office_setting TO rembuk_app, rembuk_worker;
