-- The registry of families: households and their members, sealed, with blind indexes, and what was decided
-- about records that may be one person.

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "card_sealed" BYTEA,
    "card_index" BYTEA,
    "hamlet" TEXT NOT NULL,
    "rt" TEXT NOT NULL,
    "rw" TEXT NOT NULL,
    "address_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resident" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "aliases_sealed" BYTEA,
    "name_keys" BIGINT[],
    "nik_sealed" BYTEA,
    "nik_index" BYTEA,
    "nik_missing" TEXT,
    "nik_warnings" TEXT[],
    "birth_sealed" BYTEA NOT NULL,
    "sex" TEXT NOT NULL,
    "phone_sealed" BYTEA,
    "relation" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "status" TEXT NOT NULL,
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resident_meeting" (
    "key" BIGINT NOT NULL,
    "resident_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,

    CONSTRAINT "resident_meeting_pkey" PRIMARY KEY ("key","resident_id")
);

-- CreateTable
CREATE TABLE "resident_pair" (
    "id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "kept_id" UUID,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "resident_pair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "household_subdistrict_code_id_idx" ON "household"("subdistrict_code", "id" DESC);
CREATE INDEX "household_village_code_id_idx" ON "household"("village_code", "id" DESC);
CREATE INDEX "household_card_index_idx" ON "household"("card_index");
CREATE INDEX "resident_household_id_position_idx" ON "resident"("household_id", "position");
CREATE INDEX "resident_nik_index_idx" ON "resident"("nik_index");
CREATE INDEX "resident_merged_into_id_idx" ON "resident"("merged_into_id");
CREATE INDEX "resident_name_keys" ON "resident" USING GIN ("name_keys");
CREATE INDEX "resident_meeting_resident_id_idx" ON "resident_meeting"("resident_id");
CREATE INDEX "resident_pair_first_id_second_id_idx" ON "resident_pair"("first_id", "second_id");

-- AddForeignKey
ALTER TABLE "resident" ADD CONSTRAINT "resident_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "resident" ADD CONSTRAINT "resident_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "resident_meeting" ADD CONSTRAINT "resident_meeting_resident_id_fkey" FOREIGN KEY ("resident_id") REFERENCES "resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE resident ADD CONSTRAINT resident_words CHECK (
  status IN ('living', 'moved', 'deceased', 'mistaken') AND sex IN ('female', 'male')
  AND (nik_sealed IS NOT NULL) = (nik_missing IS NULL) AND merged_into_id IS DISTINCT FROM id);
ALTER TABLE resident_pair ADD CONSTRAINT resident_pair_words CHECK (
  first_id < second_id AND decision IN ('merged', 'apart') AND (decision = 'merged') = (kept_id IS NOT NULL));

-- In one village a NIK is one living member's, and a family card one household's. In two villages it may
-- stand twice until somebody of the kecamatan decides.
CREATE UNIQUE INDEX resident_nik_of_village ON resident (village_code, nik_index)
  WHERE status IN ('living', 'deceased') AND merged_into_id IS NULL;
CREATE UNIQUE INDEX household_card_of_village ON household (village_code, card_index);
CREATE UNIQUE INDEX resident_pair_standing ON resident_pair (first_id, second_id) WHERE undone_at IS NULL;

-- The village its own, the kecamatan all of its villages, an auditor those of the kabupaten.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['household', 'resident'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR ALL TO rembuk_app
      USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
        OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
        OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[]))
      WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
        OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]))$p$, name || '_reach', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT ctx(''search'')) = ''on'')',
      name || '_search', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['resident_meeting', 'resident_pair'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['household', 'resident', 'resident_meeting', 'resident_pair'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO rembuk_worker USING (true) WITH CHECK (true)', name || '_worker', name);
  END LOOP;
END $$;
CREATE POLICY resident_meeting_reach ON resident_meeting FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[]));
CREATE POLICY resident_pair_reach ON resident_pair FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));

GRANT SELECT, INSERT, UPDATE ON household, resident, resident_pair TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, DELETE ON resident_meeting TO rembuk_app, rembuk_worker;

-- Households inside the fence with this family card, or with a member of this NIK or of a name with a key
-- of each of the words asked for: some `most` of them, in no order.
CREATE FUNCTION find_households(card bytea, nik bytea, first bigint[], second bigint[], third bigint[], most int)
  RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid[];
BEGIN
  PERFORM set_config('rembuk.search', 'on', true);
  IF first IS NOT NULL THEN
    found := ARRAY(SELECT DISTINCT r.household_id FROM resident r
      WHERE r.name_keys && first AND (second IS NULL OR r.name_keys && second)
        AND (third IS NULL OR r.name_keys && third)
        AND (r.subdistrict_code = ANY (ctx_keys('subdistricts')) OR r.village_code = ANY (ctx_keys('villages'))
          OR r.regency_code = ANY (ctx_keys('regencies')))
      LIMIT most);
  ELSE
    found := ARRAY(SELECT f.id FROM (
      SELECT h.id, h.subdistrict_code, h.village_code, h.regency_code FROM household h WHERE h.card_index = card
      UNION SELECT r.household_id, r.subdistrict_code, r.village_code, r.regency_code
        FROM resident r WHERE r.nik_index = nik) f
      WHERE f.subdistrict_code = ANY (ctx_keys('subdistricts')) OR f.village_code = ANY (ctx_keys('villages'))
        OR f.regency_code = ANY (ctx_keys('regencies'))
      LIMIT most);
  END IF;
  PERFORM set_config('rembuk.search', '', true);
  RETURN found;
END $$;

-- Which of these NIKs stand in another village of the same kecamatan? Yes or no, to who writes in the village;
-- of another kecamatan nothing is said.
CREATE FUNCTION niks_elsewhere(niks bytea[], village text) RETURNS bytea[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found bytea[];
BEGIN
  IF NOT (village = ANY (ctx_keys('villages')) OR left(village, 8) = ANY (ctx_keys('subdistricts'))) THEN
    RETURN '{}';
  END IF;
  PERFORM set_config('rembuk.search', 'on', true);
  found := ARRAY(SELECT DISTINCT r.nik_index FROM resident r
    WHERE r.nik_index = ANY (niks) AND r.subdistrict_code = left(village, 8) AND r.village_code <> village
      AND r.status = 'living' AND r.merged_into_id IS NULL);
  PERFORM set_config('rembuk.search', '', true);
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION find_households(bytea, bytea, bigint[], bigint[], bigint[], int),
  niks_elsewhere(bytea[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_households(bytea, bytea, bigint[], bigint[], bigint[], int),
  niks_elsewhere(bytea[], text) TO rembuk_app, rembuk_worker;
