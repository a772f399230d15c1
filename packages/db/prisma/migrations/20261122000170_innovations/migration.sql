-- Inovasi daerah: profiles with their reports, the cases that show the problem, and what was counted behind them.

-- CreateTable
CREATE TABLE "innovation" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "village_code" TEXT,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "profile" JSONB NOT NULL,
    "parts" JSONB NOT NULL,
    "revisions" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID,
    "validated_by_id" UUID,
    "endorsed_by_id" UUID,

    CONSTRAINT "innovation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innovation_case" (
    "innovation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "innovation_case_pkey" PRIMARY KEY ("innovation_id", "case_id")
);

-- CreateTable
CREATE TABLE "innovation_evidence" (
    "innovation_id" UUID NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "since" DATE NOT NULL,
    "cases" INTEGER NOT NULL,
    "solved" INTEGER NOT NULL,
    "trips" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "weeks" INTEGER[],

    CONSTRAINT "innovation_evidence_pkey" PRIMARY KEY ("innovation_id")
);

-- AlterTable
ALTER TABLE "paper" ADD COLUMN "innovation_id" UUID;

-- CreateIndex
CREATE INDEX "innovation_subdistrict_code_id_idx" ON "innovation"("subdistrict_code", "id" DESC);

-- CreateIndex
CREATE INDEX "innovation_regency_code_id_idx" ON "innovation"("regency_code", "id" DESC);

-- CreateIndex
CREATE INDEX "innovation_province_code_id_idx" ON "innovation"("province_code", "id" DESC);

-- AddForeignKey
ALTER TABLE "innovation_case" ADD CONSTRAINT "innovation_case_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_evidence" ADD CONSTRAINT "innovation_evidence_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE innovation ADD CONSTRAINT innovation_words CHECK (
  status IN ('draft', 'submitted', 'under_verification', 'returned', 'validated', 'endorsed', 'reviewed', 'sent')
  AND stage IN ('initiation', 'problem', 'idea', 'implementation', 'evaluation')
  AND regency_code = left(subdistrict_code, 5) AND province_code = left(subdistrict_code, 2));

-- Of the kecamatan, kabupaten and provinces where the reader has a part in innovations; who of them may do what,
-- and from which status on, is the table of permissions' word.
ALTER TABLE innovation ENABLE ROW LEVEL SECURITY;
ALTER TABLE innovation FORCE ROW LEVEL SECURITY;
CREATE POLICY innovation_reach ON innovation FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR province_code = ANY ((SELECT ctx_keys('innovations'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('innovations'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('innovations'))::text[]));
CREATE POLICY innovation_worker ON innovation FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- They open with their innovation.
ALTER TABLE innovation_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE innovation_case FORCE ROW LEVEL SECURITY;
CREATE POLICY innovation_case_reach ON innovation_case FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id))
  WITH CHECK (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id));
CREATE POLICY innovation_case_worker ON innovation_case FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
ALTER TABLE innovation_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE innovation_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY innovation_evidence_reach ON innovation_evidence FOR SELECT TO rembuk_app
  USING (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id));
CREATE POLICY innovation_evidence_worker ON innovation_evidence FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON innovation TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, DELETE ON innovation_case TO rembuk_app, rembuk_worker;
GRANT SELECT ON innovation_evidence TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON innovation_evidence TO rembuk_worker;
