-- Who goes along knows the people on the list until the trip is counted or called off, and not after.
DROP POLICY resident_manifest ON resident;
CREATE POLICY resident_manifest ON resident FOR SELECT TO rembuk_app
  USING (id = ANY (ARRAY(SELECT l.resident_id FROM trip_manifest_line l JOIN trip t ON t.id = l.trip_id
    WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))] AND t.status NOT IN ('reconciled', 'cancelled'))));

-- Whose each line of a trip is, as the keyed hash of the NIK: a record that comes late is compared by it. To who
-- reaches the trip, and nothing that names a person.
CREATE POLICY trip_search ON trip FOR SELECT TO CURRENT_USER USING ((SELECT ctx('search')) = 'on');
CREATE POLICY trip_manifest_line_search ON trip_manifest_line FOR SELECT TO CURRENT_USER
  USING ((SELECT ctx('search')) = 'on');
CREATE FUNCTION manifest_person_keys(asked uuid) RETURNS TABLE (line_id uuid, person_key bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('rembuk.search', 'on', true);
  RETURN QUERY SELECT l.id, r.nik_index
    FROM trip t JOIN trip_manifest_line l ON l.trip_id = t.id JOIN resident r ON r.id = l.resident_id
    WHERE t.id = asked AND (t.subdistrict_code = ANY (ctx_keys('subdistricts'))
      OR t.crew_user_ids @> ARRAY[ctx_id('user')]);
  PERFORM set_config('rembuk.search', '', true);
END $$;
REVOKE ALL ON FUNCTION manifest_person_keys(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manifest_person_keys(uuid) TO rembuk_app;
