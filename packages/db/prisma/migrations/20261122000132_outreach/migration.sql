-- Sosialisasi: what was told to a village, by whom, by which medium, and that the village passed it on.

-- CreateTable
CREATE TABLE "outreach" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "trip_id" UUID,
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "medium" TEXT NOT NULL,
    "link" TEXT,
    "team" TEXT NOT NULL,
    "attendance" INTEGER,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "relayed_how" TEXT,
    "relayed_on" DATE,
    "relayed_by_id" UUID,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outreach_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outreach_village_code_held_on_id_idx" ON "outreach"("village_code", "held_on" DESC, "id" DESC);
CREATE INDEX "outreach_trip_id_idx" ON "outreach"("trip_id");

-- AddForeignKey
ALTER TABLE "outreach" ADD CONSTRAINT "outreach_trip_id_fkey" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE outreach ADD CONSTRAINT outreach_words CHECK (
  medium IN ('in_person', 'village_officials', 'instagram', 'facebook')
  AND (medium NOT IN ('instagram', 'facebook') OR link IS NOT NULL)
  AND coalesce(attendance, 0) >= 0 AND (relayed_at IS NULL) = (relayed_by_id IS NULL));

-- The office its kecamatan's, a village its own.
ALTER TABLE outreach ENABLE ROW LEVEL SECURITY;
ALTER TABLE outreach FORCE ROW LEVEL SECURITY;
CREATE POLICY outreach_reach ON outreach FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]));
CREATE POLICY outreach_worker ON outreach FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON outreach TO rembuk_app, rembuk_worker;
