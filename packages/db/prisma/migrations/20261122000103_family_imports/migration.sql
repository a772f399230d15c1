-- Lists of families come by the same way as an office's register: read by the worker, taken over in batches,
-- taken back as a whole.

-- AlterTable
ALTER TABLE "case_import" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'register',
  ADD COLUMN "village_code" TEXT;
ALTER TABLE "case_import" RENAME COLUMN "cases_made" TO "made";
ALTER TABLE "case_import" ADD CONSTRAINT case_import_kind
  CHECK (kind IN ('register', 'families') AND (kind = 'families' OR village_code IS NULL));

-- AlterTable
ALTER TABLE "household" ADD COLUMN "import_id" UUID;
CREATE INDEX household_of_import ON household (import_id) WHERE import_id IS NOT NULL;

-- Registers belong to the administrators of the place; lists of families to its desk and, of one village, to it.
DROP POLICY case_import_place ON case_import;
CREATE POLICY case_import_place ON case_import FOR ALL TO rembuk_app
  USING (kind = 'register'
    AND ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])))
  WITH CHECK (kind = 'register'
    AND ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])));
CREATE POLICY case_import_families ON case_import FOR ALL TO rembuk_app
  USING (kind = 'families' AND (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])))
  WITH CHECK (kind = 'families' AND (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])));

-- What a list brought and nobody has touched since may be taken back; whatever hangs on it stands in the way
-- by its key.
GRANT DELETE ON household, resident TO rembuk_worker;
CREATE POLICY household_untouched_import ON household AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (import_id IS NOT NULL AND version = 0);
CREATE POLICY resident_untouched_import ON resident AS RESTRICTIVE FOR DELETE TO rembuk_worker
  USING (version = 0 AND merged_into_id IS NULL
    AND EXISTS (SELECT 1 FROM household h WHERE h.id = household_id AND h.import_id IS NOT NULL AND h.version = 0));
