-- Retention: how long the content of ended cases is kept, who agreed that it goes, and the record that
-- it went. Numbers, category, village and clocks stay.

-- AlterTable
ALTER TABLE "case" ADD COLUMN "anonymised_at" TIMESTAMPTZ(3);
ALTER TABLE "case" ADD COLUMN "retention_run_id" UUID;

-- CreateTable
CREATE TABLE "retention_rule" (
    "area_code" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "months" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("area_code","classification","version")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "counted" INTEGER NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destruction_record" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "is_confidential" BOOLEAN NOT NULL,
    "rules" JSONB NOT NULL,
    "cases" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "ids_hash" BYTEA NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "approved_by_id" UUID NOT NULL,
    "carried_out_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "destruction_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_retention_run_id_idx" ON "case"("retention_run_id");
CREATE INDEX "retention_run_subdistrict_code_idx" ON "retention_run"("subdistrict_code");
CREATE UNIQUE INDEX "destruction_record_run_id_is_confidential_key" ON "destruction_record"("run_id", "is_confidential");

-- One open proposal at a time, so that two never count the same cases.
CREATE UNIQUE INDEX retention_run_open ON retention_run (subdistrict_code)
  WHERE status IN ('proposed', 'approved');

-- Nothing is anonymised without a run that somebody else agreed to.
ALTER TABLE "case" ADD CONSTRAINT case_anonymised
  CHECK ((anonymised_at IS NULL) = (retention_run_id IS NULL)
    AND (status <> 'anonymised' OR anonymised_at IS NOT NULL));
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_months CHECK (months BETWEEN 1 AND 600);
ALTER TABLE retention_run ADD CONSTRAINT retention_run_two_people
  CHECK (answered_by_id <> proposed_by_id AND (status = 'proposed') = (answered_by_id IS NULL));
ALTER TABLE destruction_record ADD CONSTRAINT destruction_record_two_people
  CHECK (approved_by_id <> proposed_by_id);

-- Until a kabupaten or kecamatan sets its own: no official period is known for all of these.
INSERT INTO retention_rule (area_code, classification, version, months, created_at)
  VALUES ('', '', 1, 60, '2026-11-22T00:00:00Z');

-- Who reads the trail of a place reads what was proposed and what went.
ALTER TABLE retention_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_run FORCE ROW LEVEL SECURITY;
CREATE POLICY retention_run_audit ON retention_run FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
    OR left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('audit'))::text[])
    OR '*' = ANY ((SELECT ctx_keys('audit'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY retention_run_worker ON retention_run FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
ALTER TABLE destruction_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE destruction_record FORCE ROW LEVEL SECURITY;
CREATE POLICY destruction_record_audit ON destruction_record FOR SELECT TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
    OR left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('audit'))::text[])
    OR '*' = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY destruction_record_worker ON destruction_record FOR ALL TO rembuk_worker
  USING (true) WITH CHECK (true);

-- The record stays as it was written. What the worker may overwrite is content, never what happened.
GRANT SELECT ON retention_rule TO rembuk_app, rembuk_worker;
GRANT INSERT ON retention_rule TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON retention_run TO rembuk_app;
GRANT SELECT, UPDATE ON retention_run TO rembuk_worker;
GRANT SELECT ON destruction_record TO rembuk_app;
GRANT SELECT, INSERT ON destruction_record TO rembuk_worker;
GRANT UPDATE (body) ON case_note, referral_entry TO rembuk_worker;
GRANT UPDATE (told_by) ON case_relay TO rembuk_worker;
GRANT UPDATE (reason) ON glass_opening TO rembuk_worker;
GRANT UPDATE (name_index, phone_index, nik_index, capacity) ON person TO rembuk_worker;

-- What would go now, of ended cases that are not confidential: for administrators, who read no case.
CREATE FUNCTION ended_case_ages(office text) RETURNS TABLE (classification text, ended_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('rembuk.ages', 'on', true);
  RETURN QUERY SELECT c.classification, c.closed_at FROM "case" c
    WHERE c.subdistrict_code = office AND NOT c.is_open AND c.anonymised_at IS NULL
      AND c.status IN ('closed', 'lapsed', 'redirected', 'archived', 'cancelled')
      AND NOT c.is_secret AND NOT c.is_supervisory;
  PERFORM set_config('rembuk.ages', '', true);
END $$;
CREATE POLICY case_ages ON "case" FOR SELECT TO CURRENT_USER USING ((SELECT ctx('ages')) = 'on');
REVOKE ALL ON FUNCTION ended_case_ages(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ended_case_ages(text) TO rembuk_app, rembuk_worker;

-- What was emptied is not filled again: nobody would remove it a second time.
CREATE FUNCTION refuse_words_on_emptied() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.case_id AND c.anonymised_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the content of this case was removed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_note_not_emptied BEFORE INSERT ON case_note
  FOR EACH ROW EXECUTE FUNCTION refuse_words_on_emptied();
CREATE TRIGGER attachment_not_emptied BEFORE INSERT ON attachment
  FOR EACH ROW EXECUTE FUNCTION refuse_words_on_emptied();
CREATE TRIGGER letter_not_emptied BEFORE INSERT ON letter
  FOR EACH ROW EXECUTE FUNCTION refuse_words_on_emptied();
