-- Cases (:cases of them) with the spread of real offices: 27 kecamatan, 15 in 100 still open, ages over two
-- years, 3 events each. Run by the cluster's superuser, which stands outside row-level security.
INSERT INTO office (subdistrict_code, name, letters, desk_name, address, phone, opening_hours)
SELECT code, 'Kec. ' || name, chr(65 + (row_number() OVER (ORDER BY code) / 26)::int) || chr(65 + (row_number() OVER (ORDER BY code) % 26)::int) || 'X',
  'Loket', '-', '-', '-' FROM area WHERE level = 3 AND (code LIKE '63.11.%' OR code LIKE '35.21.%')
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE place AS
SELECT v.code AS village, o.subdistrict_code AS subdistrict, row_number() OVER () - 1 AS n
FROM office o JOIN area v ON v.parent_code = o.subdistrict_code;

INSERT INTO "case" (id, number, regency_code, subdistrict_code, village_code, kind, classification, category_code, channel,
  title, description, status, privacy, is_secret, is_supervisory, priority, is_emergency, version, section_code, responsible_id,
  holder_kind, holder_code, lead_sector_code, lead_party, created_by_id, received_at, total_limit_days, total_due_at,
  stage_started_at, stage_limit_days, stage_due_at, due_at, due_is_estimate, escalation_level, holds, is_open, closed_at, updated_at, tracking_hash, pin_hash)
SELECT gen_random_uuid(), 'BCH-2026-' || i, left(p.subdistrict, 5), p.subdistrict, p.village, k.kind, k.classification, k.code, 'desk',
  k.name || ' di RT ' || (i % 12) || CASE WHEN i % 10000 = 7777 THEN ' ketonggeng' ELSE '' END
    || CASE WHEN p.subdistrict = '63.11.02' AND i % 10 = 7 THEN ' elangbondol' ELSE '' END, repeat(k.description || '. ', 3), s.status, k.privacy, k.privacy = 'SECRET',
  k.classification = 'COMPLAINT_SUPERVISORY', k.priority, false, 3, k.focal_section_code, NULL,
  s.holder, CASE WHEN s.holder = 'sector' THEN k.lead_sector_code END, CASE WHEN s.holder = 'sector' THEN k.lead_sector_code END,
  CASE WHEN s.holder = 'sector' THEN left(p.subdistrict, 5) || ':' || k.lead_sector_code END,
  '00000000-0000-7000-8000-0000000000aa', r.received, k.resolution_days, r.received + k.resolution_days * interval '1.4 day',
  r.received, k.verify_days, r.received + k.verify_days * interval '1.4 day', r.received + k.verify_days * interval '1.4 day',
  false, 0, '[]', s.is_open, CASE WHEN s.is_open THEN NULL ELSE r.received + interval '9 day' END, r.received + interval '9 day',
  decode(md5(i::text), 'hex'), 'x'
FROM generate_series(1, :cases) i
JOIN place p ON p.n = (i * 7919::bigint + i / 97) % (SELECT count(*) FROM place)
JOIN LATERAL (SELECT c.*, row_number() OVER (ORDER BY c.code) - 1 AS n FROM case_category c) k ON k.n = (i * 7) % 49
CROSS JOIN LATERAL (SELECT now() - ((i * 37) % 730) * interval '1 day' - (i % 500) * interval '1 minute' AS received) r
CROSS JOIN LATERAL (SELECT (i * 31 + i / 53) % 100 AS d) x
CROSS JOIN LATERAL (SELECT CASE WHEN x.d < 85 THEN 'closed' WHEN x.d < 89 THEN 'received' WHEN x.d < 92 THEN 'assigned' ELSE 'in_progress' END AS status,
  x.d >= 85 AS is_open, CASE WHEN x.d < 85 THEN 'none' WHEN x.d < 89 THEN 'desk' ELSE 'sector' END AS holder) s;

INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
SELECT gen_random_uuid(), t, 'case/' || c.id, c.subdistrict_code, c.created_by_id, '{}', c.received_at
FROM "case" c CROSS JOIN unnest(ARRAY['case.opened', 'case.triaged', 'case.routed']) t;
INSERT INTO event_dispatch (event_id) SELECT id FROM domain_event;
ANALYZE;
