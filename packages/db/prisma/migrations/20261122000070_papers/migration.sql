-- What the worker makes of cases for one reader: Bahan rapat, Lembar desa, the table of a view.

-- CreateTable
CREATE TABLE "paper" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "area_code" TEXT NOT NULL,
    "period_days" INTEGER,
    "filter_sealed" BYTEA,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "failure" TEXT,
    "facts" JSONB,
    "name" TEXT,
    "size" INTEGER,
    "sha256" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_number_key" ON "paper"("number");

-- CreateIndex
CREATE INDEX "paper_requested_by_id_requested_at_idx" ON "paper"("requested_by_id", "requested_at");

-- CreateIndex
CREATE INDEX "paper_status_finished_at_idx" ON "paper"("status", "finished_at");

-- One's own alone; whoever holds the paper asks for this one number. The rest is the worker's.
ALTER TABLE paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper FORCE ROW LEVEL SECURITY;
CREATE POLICY paper_own ON paper FOR ALL TO rembuk_app
  USING (requested_by_id = (SELECT ctx_id('user'))) WITH CHECK (requested_by_id = (SELECT ctx_id('user')));
CREATE POLICY paper_checked ON paper FOR SELECT TO rembuk_app USING (number = (SELECT ctx('paper')));
CREATE POLICY paper_worker ON paper FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON paper TO rembuk_app;
-- Who asked may cancel; what it becomes is the worker's to say.
GRANT UPDATE (status, finished_at) ON paper TO rembuk_app;
GRANT SELECT, UPDATE ON paper TO rembuk_worker;
