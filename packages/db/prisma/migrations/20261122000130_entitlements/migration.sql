-- What each enrolment receives in a cycle (hak), and the manifest of a trip: which of them ride along, to
-- which stop and out of which goods.

-- CreateTable
CREATE TABLE "entitlement" (
    "id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "program_code" TEXT NOT NULL,
    "cycle_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "resident_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "funding_level" TEXT NOT NULL,
    "nominated_by_id" UUID NOT NULL,
    "goods_name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "delivered_quantity" INTEGER,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "letter_number" TEXT,
    "served_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trip_manifest_line" (
    "id" UUID NOT NULL,
    "trip_id" UUID NOT NULL,
    "stop_id" UUID NOT NULL,
    "goods_id" UUID NOT NULL,
    "entitlement_id" UUID NOT NULL,
    "resident_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "program_code" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "trip_manifest_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "entitlement_cycle_id_enrollment_id_key" ON "entitlement"("cycle_id", "enrollment_id");
CREATE INDEX "entitlement_village_code_status_approved_at_idx" ON "entitlement"("village_code", "status", "approved_at");
CREATE INDEX "entitlement_subdistrict_code_status_approved_at_idx" ON "entitlement"("subdistrict_code", "status", "approved_at");
CREATE INDEX "entitlement_household_id_idx" ON "entitlement"("household_id");
CREATE INDEX "entitlement_resident_id_idx" ON "entitlement"("resident_id");
CREATE INDEX "trip_manifest_line_trip_id_idx" ON "trip_manifest_line"("trip_id");
CREATE INDEX "trip_manifest_line_entitlement_id_idx" ON "trip_manifest_line"("entitlement_id");
CREATE INDEX "trip_manifest_line_resident_id_idx" ON "trip_manifest_line"("resident_id");

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "aid_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_resident_id_fkey" FOREIGN KEY ("resident_id") REFERENCES "resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "trip_manifest_line" ADD CONSTRAINT "trip_manifest_line_trip_id_fkey" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "trip_manifest_line" ADD CONSTRAINT "trip_manifest_line_entitlement_id_fkey" FOREIGN KEY ("entitlement_id") REFERENCES "entitlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "trip_manifest_line" ADD CONSTRAINT "trip_manifest_line_resident_id_fkey" FOREIGN KEY ("resident_id") REFERENCES "resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Stops and goods are written anew with their trip, under the same ids: asked when the transaction ends.
ALTER TABLE "trip_manifest_line" ADD CONSTRAINT "trip_manifest_line_stop_id_fkey" FOREIGN KEY ("stop_id") REFERENCES "trip_stop"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "trip_manifest_line" ADD CONSTRAINT "trip_manifest_line_goods_id_fkey" FOREIGN KEY ("goods_id") REFERENCES "trip_goods"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE entitlement ADD CONSTRAINT entitlement_words CHECK (
  status IN ('draft', 'approved', 'allocated', 'delivered', 'partially_delivered', 'refused', 'not_found',
    'deceased', 'moved', 'reconciled', 'expired', 'cancelled')
  AND (outcome IS NULL OR outcome IN ('delivered', 'partial', 'refused', 'not_found', 'deceased', 'moved')));
-- Nobody receives more than they are entitled to, and nobody approves what they made or put forward.
ALTER TABLE entitlement ADD CONSTRAINT entitlement_counts CHECK (quantity > 0
  AND coalesce(delivered_quantity, 0) BETWEEN 0 AND quantity);
ALTER TABLE entitlement ADD CONSTRAINT entitlement_four_eyes CHECK (approved_by_id IS NULL
  OR (approved_by_id <> created_by_id AND approved_by_id <> nominated_by_id));
ALTER TABLE trip_manifest_line ADD CONSTRAINT trip_manifest_line_counts CHECK (quantity > 0);
-- An entitlement rides on one trip at a time.
CREATE UNIQUE INDEX trip_manifest_line_live ON trip_manifest_line (entitlement_id) WHERE released_at IS NULL;

-- The office its kecamatan's, a village its own, the crew those of its trip.
ALTER TABLE trip_manifest_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE trip_manifest_line FORCE ROW LEVEL SECURITY;
CREATE POLICY trip_manifest_line_reach ON trip_manifest_line FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR trip_id = ANY (ARRAY(SELECT t.id FROM trip t WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR trip_id = ANY (ARRAY(SELECT t.id FROM trip t WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])));
CREATE POLICY trip_manifest_line_worker ON trip_manifest_line FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE entitlement ENABLE ROW LEVEL SECURITY;
ALTER TABLE entitlement FORCE ROW LEVEL SECURITY;
CREATE POLICY entitlement_reach ON entitlement FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]));
-- Entitlements that ride on a trip of one's own crew: read, and what became of them.
CREATE POLICY entitlement_crew ON entitlement FOR SELECT TO rembuk_app
  USING (id = ANY (ARRAY(SELECT l.entitlement_id FROM trip_manifest_line l JOIN trip t ON t.id = l.trip_id
    WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])));
CREATE POLICY entitlement_crew_served ON entitlement FOR UPDATE TO rembuk_app
  USING (id = ANY (ARRAY(SELECT l.entitlement_id FROM trip_manifest_line l JOIN trip t ON t.id = l.trip_id
    WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])))
  WITH CHECK (id = ANY (ARRAY(SELECT l.entitlement_id FROM trip_manifest_line l JOIN trip t ON t.id = l.trip_id
    WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])));
CREATE POLICY entitlement_worker ON entitlement FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- Who goes along knows the people on the list, and nobody else of the registry. To that crew alone.
CREATE POLICY resident_manifest ON resident FOR SELECT TO rembuk_app
  USING (id = ANY (ARRAY(SELECT l.resident_id FROM trip_manifest_line l JOIN trip t ON t.id = l.trip_id
    WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])));

GRANT SELECT, INSERT, UPDATE ON entitlement TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON trip_manifest_line TO rembuk_app, rembuk_worker;
