-- What the coach's board shows of an innovation that lives: days, words of a fixed list and steps from 0 to 3. No column
-- can hold a name, a count of people or a text that somebody wrote.

-- CreateTable
CREATE TABLE "innovation_health" (
    "innovation_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "pulse" INTEGER[],
    "signs" TEXT[],
    "rating" TEXT,
    "rated_on" DATE,
    "review_status" TEXT,
    "next_on" DATE NOT NULL,
    "looked_on" DATE NOT NULL,

    CONSTRAINT "innovation_health_pkey" PRIMARY KEY ("innovation_id")
);

-- CreateIndex
CREATE INDEX "innovation_health_subdistrict_code_innovation_id_idx" ON "innovation_health"("subdistrict_code", "innovation_id");

-- AddForeignKey
ALTER TABLE "innovation_health" ADD CONSTRAINT "innovation_health_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE innovation_health ADD CONSTRAINT innovation_health_words CHECK (
  pulse <@ ARRAY[0, 1, 2, 3] AND cardinality(pulse) IN (0, 26)
  AND signs <@ ARRAY['leader-rotated', 'decree-expired', 'no-budget', 'no-activity', 'complaints-rising']
  AND (rating IS NULL OR rating IN ('sustained', 'at_risk', 'dormant', 'discontinued', 'scaled'))
  AND (rating IS NULL) = (rated_on IS NULL)
  AND (review_status IS NULL OR review_status IN
    ('scheduled', 'due', 'overdue', 'self_assessed', 'evidence_checked', 'rated', 'plan_agreed'))
  AND regency_code = left(subdistrict_code, 5) AND province_code = left(subdistrict_code, 2));

-- The same places as the innovation itself. The worker looks; a step of a review writes only what that step says.
ALTER TABLE innovation_health ENABLE ROW LEVEL SECURITY;
ALTER TABLE innovation_health FORCE ROW LEVEL SECURITY;
CREATE POLICY innovation_health_reach ON innovation_health FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY innovation_health_worker ON innovation_health FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (rating, rated_on, review_status, next_on) ON innovation_health TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON innovation_health TO rembuk_worker;
