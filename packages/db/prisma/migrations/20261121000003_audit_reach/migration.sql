-- The audit of a regency's auditor and of the system administrator: keys may be a kecamatan, a
-- regency (its first five characters), or "*" for the whole installation.
DROP POLICY domain_event_select ON domain_event;
CREATE POLICY domain_event_select ON domain_event FOR SELECT TO rembuk_app USING (
  subject = 'case/' || (SELECT ctx('case'))
  OR actor_id = (SELECT ctx_id('user'))
  OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
  OR left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('audit'))::text[])
  OR '*' = ANY ((SELECT ctx_keys('audit'))::text[])
);
DROP POLICY access_log_select ON access_log;
CREATE POLICY access_log_select ON access_log FOR SELECT TO rembuk_app USING (
  subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
  OR left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('audit'))::text[])
  OR '*' = ANY ((SELECT ctx_keys('audit'))::text[])
);
