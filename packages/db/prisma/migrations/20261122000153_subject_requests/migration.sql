-- What people of the registry ask about their own data, and what was answered: 3 x 24 calendar hours.

-- CreateTable
CREATE TABLE "subject_request" (
    "id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "resident_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "outcome" TEXT,
    "answer_sealed" BYTEA,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subject_request_subdistrict_code_answered_at_due_at_id_idx" ON "subject_request"("subdistrict_code", "answered_at", "due_at", "id");
CREATE INDEX "subject_request_village_code_answered_at_due_at_id_idx" ON "subject_request"("village_code", "answered_at", "due_at", "id");

-- AddForeignKey
ALTER TABLE "subject_request" ADD CONSTRAINT "subject_request_resident_id_fkey" FOREIGN KEY ("resident_id") REFERENCES "resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE subject_request ADD CONSTRAINT subject_request_words CHECK (
  kind IN ('access', 'correct', 'delete', 'stop') AND (outcome IS NULL OR outcome IN ('granted', 'partly', 'refused'))
  AND (answered_at IS NULL) = (outcome IS NULL) AND (answered_at IS NULL) = (answer_sealed IS NULL)
  AND (answered_at IS NULL) = (answered_by_id IS NULL) AND due_at = received_at + interval '72 hours');

-- The village its own, the kecamatan all of its villages, an auditor those of the kabupaten.
ALTER TABLE subject_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE subject_request FORCE ROW LEVEL SECURITY;
CREATE POLICY subject_request_reach ON subject_request FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]));
CREATE POLICY subject_request_worker ON subject_request FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
-- What was asked does not change; it is answered once. The worker renews what is sealed when keys are rotated.
GRANT SELECT, INSERT ON subject_request TO rembuk_app, rembuk_worker;
GRANT UPDATE (outcome, answer_sealed, answered_by_id, answered_at) ON subject_request TO rembuk_app, rembuk_worker;
GRANT UPDATE (words_sealed) ON subject_request TO rembuk_worker;
