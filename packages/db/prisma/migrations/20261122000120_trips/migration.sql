-- Trips to the villages (PAK SOTARSA): the SK that names the teams, and each journey under it.

-- CreateTable
CREATE TABLE "decree" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decree_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trip" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "purpose" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "vehicle" TEXT NOT NULL,
    "decree_id" UUID,
    "order_number" TEXT,
    "ordered_at" TIMESTAMPTZ(3),
    "ordered_by_id" UUID,
    "urgent_order" JSONB,
    "planned_by_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "departed_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "reconciled_at" TIMESTAMPTZ(3),
    "postpone_reason" TEXT,
    "postpone_note" TEXT,
    "cancel_reason" TEXT,
    "crew" JSONB NOT NULL,
    "activities" JSONB NOT NULL,
    "costs" JSONB NOT NULL,
    "village_codes" TEXT[],
    "crew_user_ids" UUID[],

    CONSTRAINT "trip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trip_stop" (
    "id" UUID NOT NULL,
    "trip_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "village_code" TEXT NOT NULL,
    "place" TEXT,
    "meets_at" TIMESTAMPTZ(3),
    "set_by" TEXT,
    "said_by" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),

    CONSTRAINT "trip_stop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trip_goods" (
    "id" UUID NOT NULL,
    "trip_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "received" INTEGER NOT NULL,
    "loaded" INTEGER,
    "delivered" INTEGER,
    "returned" INTEGER,
    "lost" INTEGER,
    "lost_reason" TEXT,

    CONSTRAINT "trip_goods_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "decree_subdistrict_code_number_key" ON "decree"("subdistrict_code", "number");

-- CreateIndex
CREATE INDEX "trip_subdistrict_code_starts_on_id_idx" ON "trip"("subdistrict_code", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "trip_village_codes" ON "trip" USING GIN ("village_codes");

-- CreateIndex
CREATE INDEX "trip_crew_user_ids" ON "trip" USING GIN ("crew_user_ids");

-- CreateIndex
CREATE UNIQUE INDEX "trip_stop_trip_id_position_key" ON "trip_stop"("trip_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "trip_goods_trip_id_position_key" ON "trip_goods"("trip_id", "position");

-- AddForeignKey
ALTER TABLE "trip" ADD CONSTRAINT "trip_decree_id_fkey" FOREIGN KEY ("decree_id") REFERENCES "decree"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trip_stop" ADD CONSTRAINT "trip_stop_trip_id_fkey" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trip_goods" ADD CONSTRAINT "trip_goods_trip_id_fkey" FOREIGN KEY ("trip_id") REFERENCES "trip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What came out of the car can never be more than went into it.
ALTER TABLE trip_goods ADD CONSTRAINT trip_goods_counts CHECK (received > 0
  AND coalesce(loaded, 0) BETWEEN 0 AND received
  AND coalesce(delivered, 0) >= 0 AND coalesce(returned, 0) >= 0 AND coalesce(lost, 0) >= 0
  AND coalesce(delivered, 0) + coalesce(returned, 0) + coalesce(lost, 0) <= coalesce(loaded, 0));

-- The office's own, the villages where it stops, and whoever goes along.
ALTER TABLE trip ENABLE ROW LEVEL SECURITY;
ALTER TABLE trip FORCE ROW LEVEL SECURITY;
CREATE POLICY trip_reach ON trip FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_codes && (SELECT ctx_keys('villages'))::text[]
    OR crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_codes && (SELECT ctx_keys('villages'))::text[]
    OR crew_user_ids @> ARRAY[(SELECT ctx_id('user'))]);
CREATE POLICY trip_worker ON trip FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- They open with their trip.
ALTER TABLE trip_stop ENABLE ROW LEVEL SECURITY;
ALTER TABLE trip_stop FORCE ROW LEVEL SECURITY;
CREATE POLICY trip_stop_reach ON trip_stop FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id))
  WITH CHECK (EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id));
CREATE POLICY trip_stop_worker ON trip_stop FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
ALTER TABLE trip_goods ENABLE ROW LEVEL SECURITY;
ALTER TABLE trip_goods FORCE ROW LEVEL SECURITY;
CREATE POLICY trip_goods_reach ON trip_goods FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id))
  WITH CHECK (EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id));
CREATE POLICY trip_goods_worker ON trip_goods FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- The office writes it; whoever reads a trip reads on what ground it goes.
ALTER TABLE decree ENABLE ROW LEVEL SECURITY;
ALTER TABLE decree FORCE ROW LEVEL SECURITY;
CREATE POLICY decree_reach ON decree FOR SELECT TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR EXISTS (SELECT 1 FROM trip t WHERE t.decree_id = decree.id));
CREATE POLICY decree_insert ON decree FOR INSERT TO rembuk_app
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY decree_update ON decree FOR UPDATE TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY decree_worker ON decree FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON decree, trip TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON trip_stop, trip_goods TO rembuk_app, rembuk_worker;
