-- What a request for welfare became, for the page where its reporter tracks it. That page has no account: the fences of
-- enrolments, entitlements and trips know it not. This function alone answers it, for the one case whose number and PIN,
-- or code, were right (docs/adr/0024-programs-and-enrolment.md), without a person, a place or a quantity.
CREATE POLICY enrollment_tracked ON enrollment FOR SELECT TO CURRENT_USER USING ((SELECT ctx('tracked_aid')) = 'on');
CREATE POLICY entitlement_tracked ON entitlement FOR SELECT TO CURRENT_USER USING ((SELECT ctx('tracked_aid')) = 'on');
CREATE POLICY trip_manifest_line_tracked ON trip_manifest_line FOR SELECT TO CURRENT_USER USING ((SELECT ctx('tracked_aid')) = 'on');
CREATE POLICY outreach_tracked ON outreach FOR SELECT TO CURRENT_USER USING ((SELECT ctx('tracked_aid')) = 'on');
CREATE POLICY trip_tracked ON trip FOR SELECT TO CURRENT_USER USING ((SELECT ctx('tracked_aid')) = 'on');
CREATE POLICY case_tracked_aid ON "case" FOR SELECT TO CURRENT_USER USING ((SELECT ctx('tracked_aid')) = 'on');

-- The latest entitlement of each nomination, and the trip that takes it along, or that was postponed with it: its list is
-- empty then, and who waited stands in the word to their village. Confidential cases: nothing.
CREATE FUNCTION aid_of_tracked_case() RETURNS TABLE (
  program text, enrolled text, entitled text, outcome text, served_at timestamptz,
  trip_status text, starts_on date, postpone_reason text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('rembuk.tracked_aid', 'on', true);
  RETURN QUERY SELECT p.content->>'short', e.status, g.status, g.outcome, g.served_at,
      coalesce(t.status, w.status), coalesce(t.starts_on, w.starts_on), w.postpone_reason
    FROM "case" c
    JOIN enrollment e ON e.case_id = c.id
    JOIN aid_program p ON p.code = e.program_code
    LEFT JOIN LATERAL (SELECT n.* FROM entitlement n WHERE n.enrollment_id = e.id
      ORDER BY n.created_at DESC, n.id DESC LIMIT 1) g ON true
    LEFT JOIN LATERAL (SELECT l.trip_id FROM trip_manifest_line l
      WHERE l.entitlement_id = g.id AND l.released_at IS NULL ORDER BY l.added_at DESC LIMIT 1) m ON true
    LEFT JOIN trip t ON t.id = m.trip_id
    LEFT JOIN LATERAL (SELECT held.status, held.starts_on, held.postpone_reason FROM outreach o
      JOIN trip held ON held.id = o.trip_id AND held.status = 'postponed'
      WHERE g.status = 'approved' AND o.kind = 'postponed' AND o.village_code = e.village_code
        AND e.resident_id = ANY (o.resident_ids) AND o.recorded_at >= g.created_at
      ORDER BY o.recorded_at DESC LIMIT 1) w ON true
    WHERE c.id = ctx_id('case') AND NOT c.is_secret AND NOT c.is_supervisory
    ORDER BY e.nominated_at, e.id LIMIT 10;
  PERFORM set_config('rembuk.tracked_aid', '', true);
END $$;
REVOKE ALL ON FUNCTION aid_of_tracked_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aid_of_tracked_case() TO rembuk_app;
