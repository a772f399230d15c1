-- A new kecamatan made ready in the browser, and the office's existing register taken over from Excel.

-- What people decided about a step that live data cannot tell: looked through, or left out.
CREATE TABLE "onboarding_mark" (
    "subdistrict_code" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "onboarding_mark_pkey" PRIMARY KEY ("subdistrict_code","step")
);

-- One register that was sent, and how far the worker is with it.
CREATE TABLE "case_import" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "takes_similar" BOOLEAN NOT NULL DEFAULT false,
    "plan_sealed" BYTEA,
    "findings_sealed" BYTEA,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "cases_made" INTEGER NOT NULL DEFAULT 0,
    "rows_left_out" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "file_wiped_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_import_pkey" PRIMARY KEY ("id")
);

-- Which row became which case; the fingerprint knows the same row when it comes again.
CREATE TABLE "case_import_row" (
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "case_import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- AlterTable
ALTER TABLE "case" ADD COLUMN "import_id" UUID;

-- CreateIndex
CREATE INDEX "case_import_subdistrict_code_requested_at_idx" ON "case_import"("subdistrict_code", "requested_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "case_import_row_case_id_key" ON "case_import_row"("case_id");

-- One row of a register is taken over once, whatever dies or comes twice.
-- CreateIndex
CREATE UNIQUE INDEX "case_import_row_subdistrict_code_fingerprint_key" ON "case_import_row"("subdistrict_code", "fingerprint");

-- AddForeignKey
ALTER TABLE "case_import_row" ADD CONSTRAINT "case_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "case_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits for the worker is few, what was taken over is one part of all cases.
CREATE INDEX case_import_waiting ON case_import (requested_at) WHERE status IN ('checking', 'running', 'undoing');
CREATE INDEX case_of_import ON "case" (import_id) WHERE import_id IS NOT NULL;

ALTER TABLE onboarding_mark ADD CONSTRAINT onboarding_mark_state CHECK (state IN ('checked', 'skipped'));
ALTER TABLE case_import ADD CONSTRAINT case_import_status
  CHECK (status IN ('checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'));

-- The administrators of the place (`audit` names the areas whose trail one may read; theirs are among them).
ALTER TABLE onboarding_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE onboarding_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY onboarding_mark_place ON onboarding_mark FOR ALL TO rembuk_app
  USING ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]))
  WITH CHECK (marked_by_id = (SELECT ctx_id('user'))
    AND ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])));
CREATE POLICY onboarding_mark_worker ON onboarding_mark FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE case_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_import FORCE ROW LEVEL SECURITY;
CREATE POLICY case_import_place ON case_import FOR ALL TO rembuk_app
  USING ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]))
  WITH CHECK ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY case_import_worker ON case_import FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- Which case a row became tells of cases: the worker's alone.
ALTER TABLE case_import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY case_import_row_worker ON case_import_row FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_mark TO rembuk_app;
GRANT SELECT ON onboarding_mark TO rembuk_worker;
GRANT SELECT, INSERT ON case_import TO rembuk_app;
GRANT UPDATE (status, tries, takes_similar, plan_sealed, failure, rows_done, started_by_id, started_at, finished_at)
  ON case_import TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON case_import TO rembuk_worker;
GRANT SELECT, INSERT, DELETE ON case_import_row TO rembuk_worker;

-- A kecamatan begins to work with Rembuk from the browser; the offices around it are kept at the places
-- that the use case authorised (rembuk.offices). Partners have a fence of their own.
GRANT INSERT, UPDATE ON office TO rembuk_app;
CREATE POLICY organization_office_insert ON organization FOR INSERT TO rembuk_app
  WITH CHECK (kind = 'office' AND area_code = ANY ((SELECT ctx_keys('offices'))::text[]));
CREATE POLICY organization_office_update ON organization FOR UPDATE TO rembuk_app
  USING (kind = 'office' AND area_code = ANY ((SELECT ctx_keys('offices'))::text[]))
  WITH CHECK (kind = 'office' AND area_code = ANY ((SELECT ctx_keys('offices'))::text[]));

-- Nobody deletes content, with one exception: what an import brought and nobody has touched since. The
-- policies hold the worker to it; whatever hangs on a case besides stands in the way by its key.
GRANT DELETE ON "case", case_stage, case_text, person, person_name_key TO rembuk_worker;
CREATE POLICY case_untouched_import ON "case" AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (import_id IS NOT NULL AND version = 0 AND escalation_level = 0);
CREATE POLICY case_stage_untouched_import ON case_stage AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.import_id IS NOT NULL AND c.version = 0));
CREATE POLICY case_text_untouched_import ON case_text AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.import_id IS NOT NULL AND c.version = 0));
CREATE POLICY person_name_key_of_nobody ON person_name_key AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.reporter_person_id = person_id));
CREATE POLICY person_of_nobody ON person AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.reporter_person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM case_reporter r WHERE r.person_id = person.id));

-- Has the kecamatan received a case itself? Yes or no, for administrators, who read no case.
CREATE FUNCTION has_own_case(office text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found boolean;
BEGIN
  PERFORM set_config('rembuk.ages', 'on', true);
  SELECT EXISTS (SELECT 1 FROM "case" c WHERE c.subdistrict_code = office AND c.import_id IS NULL
    AND NOT c.is_secret AND NOT c.is_supervisory) INTO found;
  PERFORM set_config('rembuk.ages', '', true);
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION has_own_case(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_own_case(text) TO rembuk_app, rembuk_worker;
