-- Who is put forward for a program, who checked it, and what was decided.

-- CreateTable
CREATE TABLE "enrollment" (
    "id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "program_code" TEXT NOT NULL,
    "program_version" INTEGER NOT NULL,
    "funding_level" TEXT NOT NULL,
    "household_id" UUID NOT NULL,
    "resident_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "ground_sealed" BYTEA NOT NULL,
    "documents_seen" TEXT[],
    "musdes_number" TEXT,
    "musdes_on" DATE,
    "nominated_by_id" UUID NOT NULL,
    "nominated_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_by_id" UUID,
    "recommended_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment_step" (
    "id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "letter_number" TEXT,
    "happened_on" DATE,
    "done_by_id" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrollment_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enrollment_subdistrict_code_program_code_id_idx" ON "enrollment"("subdistrict_code", "program_code", "id" DESC);
CREATE INDEX "enrollment_village_code_id_idx" ON "enrollment"("village_code", "id" DESC);
CREATE INDEX "enrollment_household_id_idx" ON "enrollment"("household_id");
CREATE INDEX "enrollment_step_enrollment_id_idx" ON "enrollment_step"("enrollment_id");

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "aid_program"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_resident_id_fkey" FOREIGN KEY ("resident_id") REFERENCES "resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrollment_step" ADD CONSTRAINT "enrollment_step_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE enrollment ADD CONSTRAINT enrollment_words CHECK (status IN ('candidate', 'verified', 'decided', 'stopped'));
ALTER TABLE enrollment_step ADD CONSTRAINT enrollment_step_words
  CHECK (act IN ('verify', 'refuse', 'recommend', 'approve', 'record', 'stop'));
-- A household has one running place in a program.
CREATE UNIQUE INDEX enrollment_once ON enrollment (household_id, program_code) WHERE status <> 'stopped';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['enrollment', 'enrollment_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR ALL TO rembuk_app
      USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
        OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
        OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[]))
      WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
        OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]))$p$, name || '_reach', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO rembuk_worker USING (true) WITH CHECK (true)', name || '_worker', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON enrollment TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT ON enrollment_step TO rembuk_app, rembuk_worker;
-- The worker seals anew when keys change.
GRANT UPDATE (words_sealed) ON enrollment_step TO rembuk_worker;
