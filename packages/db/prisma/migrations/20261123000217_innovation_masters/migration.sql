-- Masters of innovations that an administrator edits: criteria of reviews, and years of assessment.

-- AlterTable
ALTER TABLE "review_criteria" ADD COLUMN "saved_by_id" UUID;

-- CreateTable
CREATE TABLE "assessment_year" (
    "id" TEXT NOT NULL,
    "implemented_from" DATE NOT NULL,
    "implemented_to" DATE NOT NULL,
    "design_words" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,

    CONSTRAINT "assessment_year_pkey" PRIMARY KEY ("id")
);

ALTER TABLE assessment_year ADD CONSTRAINT assessment_year_words CHECK (
  implemented_from <= implemented_to AND design_words >= 0);
-- Innovations are held against one year at a time.
CREATE UNIQUE INDEX assessment_year_active ON assessment_year (is_active) WHERE is_active;

-- Surat Kepala BSKDN 400.10.11/1887/BSKDN of 29 April 2026, as two independent public sources cite it.
INSERT INTO assessment_year (id, implemented_from, implemented_to, design_words, source, is_active)
VALUES ('IGA-2026', '2024-01-01', '2025-12-31', 300,
  'Surat Kepala BSKDN 400.10.11/1887/BSKDN, 29 April 2026, menurut dua sumber publik', true);

-- Read by everybody who works here; written by administrators of the installation. Criteria are only ever added to.
ALTER TABLE review_criteria ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_criteria FORCE ROW LEVEL SECURITY;
CREATE POLICY review_criteria_select ON review_criteria FOR SELECT USING (true);
CREATE POLICY review_criteria_insert ON review_criteria FOR INSERT TO rembuk_app
  WITH CHECK (saved_by_id = (SELECT ctx_id('user')) AND '*' = ANY ((SELECT ctx_keys('audit'))::text[]));
GRANT INSERT ON review_criteria TO rembuk_app;
ALTER TABLE assessment_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_year FORCE ROW LEVEL SECURITY;
CREATE POLICY assessment_year_select ON assessment_year FOR SELECT USING (true);
CREATE POLICY assessment_year_insert ON assessment_year FOR INSERT TO rembuk_app
  WITH CHECK (saved_by_id = (SELECT ctx_id('user')) AND '*' = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY assessment_year_update ON assessment_year FOR UPDATE TO rembuk_app
  USING ('*' = ANY ((SELECT ctx_keys('audit'))::text[])) WITH CHECK (saved_by_id = (SELECT ctx_id('user')));
GRANT SELECT, INSERT, UPDATE ON assessment_year TO rembuk_app;
GRANT SELECT ON assessment_year TO rembuk_worker;
