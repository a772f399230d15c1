-- How far away each village is: hours, signal, road, and who said so when. No person stands in it.

-- CreateTable
CREATE TABLE "village_facts" (
    "village_code" TEXT NOT NULL,
    "hours_to_office" DOUBLE PRECISION NOT NULL,
    "signal" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "rainy_access" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "noted_on" DATE NOT NULL,
    "noted_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "village_facts_pkey" PRIMARY KEY ("village_code")
);

-- AddForeignKey
ALTER TABLE "village_facts" ADD CONSTRAINT "village_facts_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE village_facts ADD CONSTRAINT village_facts_words CHECK (
  signal IN ('none', 'sms', '2g', 'data') AND access IN ('car', 'motorcycle', 'foot', 'boat')
  AND rainy_access IN ('car', 'motorcycle', 'foot', 'boat', 'cut') AND hours_to_office BETWEEN 0 AND 72);

-- Everybody may know how far a village is; its own officers and those of its kecamatan write it down.
ALTER TABLE village_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE village_facts FORCE ROW LEVEL SECURITY;
CREATE POLICY village_facts_read ON village_facts FOR SELECT TO rembuk_app USING (true);
CREATE POLICY village_facts_insert ON village_facts FOR INSERT TO rembuk_app
  WITH CHECK (left(village_code, 8) = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]));
CREATE POLICY village_facts_update ON village_facts FOR UPDATE TO rembuk_app
  USING (left(village_code, 8) = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]))
  WITH CHECK (left(village_code, 8) = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]));
CREATE POLICY village_facts_worker ON village_facts FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON village_facts TO rembuk_app;
GRANT SELECT, INSERT ON village_facts TO rembuk_worker;
