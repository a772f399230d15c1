-- The open cases of the villages where a trip stops, for the phone of whoever goes along (docs/adr/0035-cases-of-a-trip.md).
-- The fence of cases knows no crew: its people read none, here or elsewhere. This function alone answers them, with few
-- columns, while their trip is on the road, and only to a phone of their own that was not revoked.
CREATE POLICY case_crew ON "case" FOR SELECT TO CURRENT_USER USING ((SELECT ctx('crew')) = 'on');
CREATE POLICY referral_crew ON referral FOR SELECT TO CURRENT_USER USING ((SELECT ctx('crew')) = 'on');
CREATE POLICY trip_crew ON trip FOR SELECT TO CURRENT_USER USING ((SELECT ctx('crew')) = 'on');

-- Left out: what is confidential, what complains of anybody in office, and what a citizen told that no officer has
-- looked at, because nobody has judged yet whom it complains of. What waits for the village comes first.
-- of_village: so many there are of it, with those beyond `most`.
CREATE FUNCTION trip_open_cases(asked uuid, phone uuid, most int) RETURNS TABLE (
  village_code text, number text, title text, category_code text, status text, holder_kind text, holder_code text,
  received_at timestamptz, since timestamptz, due_at timestamptz, asked_status text, of_village int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  villages text[];
  office text;
BEGIN
  PERFORM set_config('rembuk.crew', 'on', true);
  SELECT t.village_codes, t.subdistrict_code INTO villages, office FROM trip t
    WHERE t.id = asked AND t.status IN ('loaded', 'departed', 'on_site')
      AND t.crew_user_ids @> ARRAY[ctx_id('user')]
      AND EXISTS (SELECT 1 FROM device d
        WHERE d.id = phone AND d.user_id = ctx_id('user') AND d.revoked_at IS NULL);
  RETURN QUERY SELECT found.village_code, found.number, found.title, found.category_code, found.status,
      found.holder_kind, found.holder_code, found.received_at, found.stage_started_at, found.due_at,
      found.asked_status, found.of_village
    FROM (
      SELECT c.village_code, c.number, c.title, c.category_code, c.status, c.holder_kind, c.holder_code,
        c.received_at, c.stage_started_at, coalesce(w.due_at, c.due_at) AS due_at, w.status AS asked_status,
        (count(*) OVER (PARTITION BY c.village_code))::int AS of_village,
        row_number() OVER (PARTITION BY c.village_code ORDER BY
          (c.holder_kind = 'village' OR w.status IS NOT NULL) DESC, c.stage_started_at DESC, c.id DESC) AS place
      FROM "case" c
      LEFT JOIN LATERAL (SELECT r.status, r.due_at FROM referral r
        WHERE r.case_id = c.id AND r.party = c.village_code || ':PEMDES' AND r.kind = 'referral'
          AND r.status IN ('sent', 'accepted', 'in_progress') AND c.status <> 'resolved'
        ORDER BY r.due_at, r.id LIMIT 1) w ON true
      WHERE c.is_open AND c.village_code = ANY (villages) AND c.subdistrict_code = office
        AND NOT c.is_secret AND NOT c.is_supervisory AND c.reported_party IS NULL
        AND NOT (c.channel = 'web' AND c.status IN ('received', 'needs_info'))) found
    WHERE found.place <= most ORDER BY found.village_code, found.place;
  PERFORM set_config('rembuk.crew', '', true);
END $$;
REVOKE ALL ON FUNCTION trip_open_cases(uuid, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trip_open_cases(uuid, uuid, int) TO rembuk_app;
