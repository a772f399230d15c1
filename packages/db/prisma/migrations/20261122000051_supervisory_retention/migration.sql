-- Supervisory complaints: their retention is the inspectorate's, for its kabupaten. Such a run names the
-- kabupaten where the others name a kecamatan; nobody of a kecamatan reads it, not even its count.

CREATE POLICY retention_run_inspectorate ON retention_run FOR ALL TO rembuk_app
  USING (subdistrict_code || ':INSPEKTORAT' = ANY ((SELECT ctx_keys('parties'))::text[]))
  WITH CHECK (subdistrict_code || ':INSPEKTORAT' = ANY ((SELECT ctx_keys('parties'))::text[]));
CREATE POLICY destruction_record_inspectorate ON destruction_record FOR SELECT TO rembuk_app
  USING (subdistrict_code || ':INSPEKTORAT' = ANY ((SELECT ctx_keys('parties'))::text[]));
