-- Berita acara serah terima: one number of the office's register for each village and program of a trip.

-- AlterTable
ALTER TABLE "paper" ADD COLUMN "program_code" TEXT;

-- CreateTable
CREATE TABLE "handover_record" (
    "id" UUID NOT NULL,
    "trip_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "program_code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "handover_record_trip_id_village_code_program_code_key" ON "handover_record"("trip_id", "village_code", "program_code");

ALTER TABLE handover_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_record FORCE ROW LEVEL SECURITY;
CREATE POLICY handover_record_reach ON handover_record FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY handover_record_worker ON handover_record FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON handover_record TO rembuk_app, rembuk_worker;
