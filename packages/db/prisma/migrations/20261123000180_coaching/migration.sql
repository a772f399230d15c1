-- Pembinaan: the winners of an award, their engagements, sessions and commitments.

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "giver" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_batch" (
    "id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "institutions" TEXT[],
    "team" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coaching_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_engagement" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "coach_ids" UUID[],
    "leaders" JSONB NOT NULL,
    "plan" JSONB,
    "end_reason" TEXT,

    CONSTRAINT "coaching_engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_innovation" (
    "engagement_id" UUID NOT NULL,
    "innovation_id" UUID NOT NULL,

    CONSTRAINT "coaching_innovation_pkey" PRIMARY KEY ("engagement_id", "innovation_id")
);

-- CreateTable
CREATE TABLE "coaching_session" (
    "id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "attendance" JSONB,
    "minutes" JSONB,
    "missed_reason" TEXT,

    CONSTRAINT "coaching_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_commitment" (
    "id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "session_id" UUID,
    "subdistrict_code" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "agreed_by_id" UUID,
    "due_on" DATE NOT NULL,
    "waits_since" DATE,
    "reminded_on" DATE,
    "alerted_on" DATE,
    "evidence" JSONB,
    "verified_by_id" UUID,
    "returned_reason" TEXT,
    "dropped_reason" TEXT,
    "case_id" UUID,

    CONSTRAINT "coaching_commitment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "award_province_code_name_year_key" ON "award"("province_code", "name", "year");

-- CreateIndex
CREATE INDEX "coaching_batch_province_code_starts_on_idx" ON "coaching_batch"("province_code", "starts_on" DESC);

-- CreateIndex
CREATE INDEX "coaching_engagement_subdistrict_code_idx" ON "coaching_engagement"("subdistrict_code");

-- CreateIndex
CREATE INDEX "coaching_engagement_regency_code_idx" ON "coaching_engagement"("regency_code");

-- CreateIndex
CREATE INDEX "coaching_engagement_province_code_idx" ON "coaching_engagement"("province_code");

-- CreateIndex
CREATE UNIQUE INDEX "coaching_engagement_batch_id_subdistrict_code_key" ON "coaching_engagement"("batch_id", "subdistrict_code");

-- CreateIndex
CREATE INDEX "coaching_innovation_innovation_id_idx" ON "coaching_innovation"("innovation_id");

-- CreateIndex
CREATE INDEX "coaching_session_engagement_id_starts_at_idx" ON "coaching_session"("engagement_id", "starts_at");

-- CreateIndex
CREATE INDEX "coaching_session_starts_at_idx" ON "coaching_session"("starts_at");

-- CreateIndex
CREATE INDEX "coaching_commitment_engagement_id_due_on_idx" ON "coaching_commitment"("engagement_id", "due_on");

-- CreateIndex
CREATE INDEX "coaching_commitment_owner_id_due_on_idx" ON "coaching_commitment"("owner_id", "due_on");

-- CreateIndex
CREATE INDEX "coaching_commitment_subdistrict_code_due_on_idx" ON "coaching_commitment"("subdistrict_code", "due_on");

-- CreateIndex
CREATE INDEX "coaching_commitment_province_code_due_on_idx" ON "coaching_commitment"("province_code", "due_on");

-- AddForeignKey
ALTER TABLE "coaching_batch" ADD CONSTRAINT "coaching_batch_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_engagement" ADD CONSTRAINT "coaching_engagement_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "coaching_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_innovation" ADD CONSTRAINT "coaching_innovation_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "coaching_engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_innovation" ADD CONSTRAINT "coaching_innovation_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_session" ADD CONSTRAINT "coaching_session_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "coaching_engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_commitment" ADD CONSTRAINT "coaching_commitment_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "coaching_engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE coaching_engagement ADD CONSTRAINT coaching_engagement_words CHECK (
  status IN ('planned', 'active', 'monitoring', 'completed', 'lapsed', 'cancelled')
  AND regency_code = left(subdistrict_code, 5) AND province_code = left(subdistrict_code, 2));
ALTER TABLE coaching_session ADD CONSTRAINT coaching_session_words CHECK (
  status IN ('scheduled', 'held', 'minutes_draft', 'minutes_agreed', 'missed') AND starts_at < ends_at
  AND regency_code = left(subdistrict_code, 5) AND province_code = left(subdistrict_code, 2));
ALTER TABLE coaching_commitment ADD CONSTRAINT coaching_commitment_words CHECK (
  status IN ('proposed', 'agreed', 'in_progress', 'overdue', 'evidence_submitted', 'returned', 'verified', 'dropped')
  AND (status <> 'verified' OR verified_by_id IS NOT NULL) AND (status <> 'dropped' OR dropped_reason IS NOT NULL)
  AND regency_code = left(subdistrict_code, 5) AND province_code = left(subdistrict_code, 2));

-- What the sweep looks for: evidence that is waited for, and what was not said about it yet.
CREATE INDEX coaching_commitment_waiting ON coaching_commitment (waits_since)
  WHERE waits_since IS NOT NULL AND (reminded_on IS NULL OR alerted_on IS NULL);
CREATE INDEX coaching_commitment_late ON coaching_commitment (due_on) WHERE status IN ('agreed', 'in_progress');

-- Of the kecamatan, kabupaten and provinces where the reader has a part in innovations, as these are fenced; whose
-- engagement it is, is the table of permissions' word.
ALTER TABLE coaching_engagement ENABLE ROW LEVEL SECURITY;
ALTER TABLE coaching_engagement FORCE ROW LEVEL SECURITY;
CREATE POLICY coaching_engagement_reach ON coaching_engagement FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY coaching_engagement_worker ON coaching_engagement FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE coaching_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE coaching_session FORCE ROW LEVEL SECURITY;
CREATE POLICY coaching_session_reach ON coaching_session FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY coaching_session_worker ON coaching_session FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE coaching_commitment ENABLE ROW LEVEL SECURITY;
ALTER TABLE coaching_commitment FORCE ROW LEVEL SECURITY;
CREATE POLICY coaching_commitment_reach ON coaching_commitment FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY coaching_commitment_worker ON coaching_commitment FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- They open with their engagements; a province opens its own before there is one.
ALTER TABLE coaching_innovation ENABLE ROW LEVEL SECURITY;
ALTER TABLE coaching_innovation FORCE ROW LEVEL SECURITY;
CREATE POLICY coaching_innovation_reach ON coaching_innovation FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM coaching_engagement e WHERE e.id = engagement_id))
  WITH CHECK (EXISTS (SELECT 1 FROM coaching_engagement e WHERE e.id = engagement_id));
CREATE POLICY coaching_innovation_worker ON coaching_innovation FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE coaching_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE coaching_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY coaching_batch_reach ON coaching_batch FOR ALL TO rembuk_app
  USING (province_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR EXISTS (SELECT 1 FROM coaching_engagement e WHERE e.batch_id = coaching_batch.id))
  WITH CHECK (province_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY coaching_batch_worker ON coaching_batch FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE award ENABLE ROW LEVEL SECURITY;
ALTER TABLE award FORCE ROW LEVEL SECURITY;
CREATE POLICY award_reach ON award FOR ALL TO rembuk_app
  USING (province_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR EXISTS (SELECT 1 FROM coaching_batch b WHERE b.award_id = award.id))
  WITH CHECK (province_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY award_worker ON award FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON award, coaching_innovation TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, UPDATE ON coaching_batch, coaching_engagement, coaching_session, coaching_commitment
  TO rembuk_app, rembuk_worker;
