-- Acts on many cases at once, held for some seconds in which they can be undone as if they had never
-- been (docs/adr/0015-bulk-and-undo.md). Nothing of a batch has happened while it is held.

-- CreateTable
CREATE TABLE "bulk_batch" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "batch_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "command" JSONB,
    "outcome" TEXT,
    "code" TEXT,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("batch_id","place")
);

-- CreateIndex
CREATE INDEX "bulk_batch_user_id_held_at_idx" ON "bulk_batch"("user_id", "held_at" DESC);
CREATE INDEX "bulk_item_case_id_idx" ON "bulk_item"("case_id");

-- What waits is few among many that are over.
CREATE INDEX bulk_batch_waiting ON bulk_batch (due_at) WHERE state IN ('held', 'running');

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_batch_id_fkey" FOREIGN KEY ("batch_id")
  REFERENCES "bulk_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE bulk_batch ADD CONSTRAINT bulk_batch_state
  CHECK (state IN ('held', 'undone', 'running', 'done'));
ALTER TABLE bulk_item ADD CONSTRAINT bulk_item_outcome
  CHECK (outcome IN ('done', 'refused') AND (outcome = 'refused') = (code IS NOT NULL));

-- Whoever began a batch alone; the worker carries out what was left behind.
ALTER TABLE bulk_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY bulk_batch_own ON bulk_batch FOR ALL TO rembuk_app
  USING (user_id = (SELECT ctx_id('user'))) WITH CHECK (user_id = (SELECT ctx_id('user')));
CREATE POLICY bulk_batch_worker ON bulk_batch FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE bulk_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_item FORCE ROW LEVEL SECURITY;
CREATE POLICY bulk_item_own ON bulk_item FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM bulk_batch b WHERE b.id = batch_id))
  WITH CHECK (EXISTS (SELECT 1 FROM bulk_batch b WHERE b.id = batch_id));
CREATE POLICY bulk_item_worker ON bulk_item FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON bulk_batch, bulk_item TO rembuk_app, rembuk_worker;
GRANT UPDATE (state, claimed_at, settled_at, seen_at) ON bulk_batch TO rembuk_app, rembuk_worker;
GRANT UPDATE (command, outcome, code) ON bulk_item TO rembuk_app, rembuk_worker;
GRANT DELETE ON bulk_batch, bulk_item TO rembuk_worker;
