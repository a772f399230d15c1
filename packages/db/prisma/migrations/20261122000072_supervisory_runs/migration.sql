-- A run over supervisory complaints names its kabupaten ("63.11"). Only its inspectorate makes and answers
-- one; besides, the kabupaten's auditor reads it. No administrator does: '*' reaches the runs of kecamatan.

DROP POLICY retention_run_audit ON retention_run;
CREATE POLICY retention_run_audit ON retention_run FOR ALL TO rembuk_app
  USING (subdistrict_code <> left(subdistrict_code, 5)
    AND (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
      OR left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('audit'))::text[])
      OR '*' = ANY ((SELECT ctx_keys('audit'))::text[])))
  WITH CHECK (subdistrict_code <> left(subdistrict_code, 5)
    AND subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY retention_run_auditor ON retention_run FOR SELECT TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));

DROP POLICY destruction_record_audit ON destruction_record;
CREATE POLICY destruction_record_audit ON destruction_record FOR SELECT TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
    OR (subdistrict_code <> left(subdistrict_code, 5)
      AND (left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('audit'))::text[])
        OR '*' = ANY ((SELECT ctx_keys('audit'))::text[]))));
