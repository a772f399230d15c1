-- Handovers of aid (serah terima), recorded on phones without network: append-only, what is decided about
-- them in rows of its own; photos and signatures beside them, and those still on their way.

-- AlterTable
ALTER TABLE "trip" ADD COLUMN "open_handovers" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "trip_goods" ADD COLUMN "handed_over" INTEGER;

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "trip_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "stop_id" UUID NOT NULL,
    "line_id" UUID,
    "goods_id" UUID,
    "resident_id" UUID,
    "outcome" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "receiver" TEXT,
    "people_sealed" BYTEA NOT NULL,
    "nik_index" BYTEA,
    "nik_matches" BOOLEAN,
    "place_sealed" BYTEA,
    "accuracy_meters" INTEGER,
    "evidence" JSONB NOT NULL,
    "corrects_id" UUID,
    "arrival" TEXT NOT NULL,
    "held_because" TEXT,
    "against_id" UUID,
    "device_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "carried_by_id" UUID,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "skew_ms" BIGINT NOT NULL,
    "is_skewed" BOOLEAN NOT NULL,
    "body_hash" BYTEA NOT NULL,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_ruling" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "handover_id" UUID NOT NULL,
    "trip_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "words_sealed" BYTEA,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_evidence" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "trip_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_upload" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "total" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "handover_seq_key" ON "handover"("seq");
CREATE INDEX "handover_trip_id_seq_idx" ON "handover"("trip_id", "seq");
CREATE UNIQUE INDEX "handover_ruling_seq_key" ON "handover_ruling"("seq");
CREATE INDEX "handover_ruling_trip_id_seq_idx" ON "handover_ruling"("trip_id", "seq");
CREATE INDEX "handover_evidence_handover_id_idx" ON "handover_evidence"("handover_id");

-- AddForeignKey
ALTER TABLE "handover_ruling" ADD CONSTRAINT "handover_ruling_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE handover ADD CONSTRAINT handover_words CHECK (
  arrival IN ('synced', 'held') AND (arrival = 'held') = (held_because IS NOT NULL)
  AND (quantity > 0) = (outcome IN ('delivered', 'partial'))
  AND outcome IN ('delivered', 'partial', 'refused', 'not_found', 'deceased', 'moved', 'void'));
ALTER TABLE handover_ruling ADD CONSTRAINT handover_ruling_words CHECK (
  state IN ('synced', 'verified', 'disputed', 'set_aside', 'corrected'));

-- The office's own, a village its own, and whoever goes along.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['handover', 'handover_ruling', 'handover_evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR ALL TO rembuk_app
      USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
        OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
        OR EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id
          AND t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))]))
      WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
        OR EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id
          AND t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))]))$p$, name || '_reach', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO rembuk_worker USING (true) WITH CHECK (true)', name || '_worker', name);
  END LOOP;
END $$;
-- What is on its way is its sender's alone.
ALTER TABLE handover_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_upload FORCE ROW LEVEL SECURITY;
CREATE POLICY handover_upload_own ON handover_upload FOR ALL TO rembuk_app
  USING (user_id = (SELECT ctx_id('user'))) WITH CHECK (user_id = (SELECT ctx_id('user')));
CREATE POLICY handover_upload_worker ON handover_upload FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- Append-only for the application. The worker renews what is sealed when keys are rotated.
GRANT SELECT, INSERT ON handover, handover_ruling, handover_evidence TO rembuk_app, rembuk_worker;
GRANT UPDATE (people_sealed, place_sealed) ON handover TO rembuk_worker;
GRANT UPDATE (words_sealed) ON handover_ruling TO rembuk_worker;
GRANT UPDATE (content_sealed) ON handover_evidence TO rembuk_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON handover_upload TO rembuk_app, rembuk_worker;
GRANT USAGE ON SEQUENCE handover_seq_seq, handover_ruling_seq_seq TO rembuk_app, rembuk_worker;
