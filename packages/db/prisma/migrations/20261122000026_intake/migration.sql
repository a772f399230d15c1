-- Citizens without account bring cases as one named actor (services/kernel/system-actor.ts). What that
-- actor made is not its own to read: beside the one case of its transaction it sees none, although
-- every such case carries its id. Restrictive: it takes away, whatever other policies give.
CREATE POLICY case_citizen_blind ON "case" AS RESTRICTIVE FOR SELECT TO rembuk_app USING (
  (SELECT ctx_id('user')) IS DISTINCT FROM '00000000-0000-7000-8000-000000000004'::uuid
  OR id = (SELECT ctx_id('case'))
);
CREATE POLICY domain_event_citizen_blind ON domain_event AS RESTRICTIVE FOR SELECT TO rembuk_app USING (
  (SELECT ctx_id('user')) IS DISTINCT FROM '00000000-0000-7000-8000-000000000004'::uuid
  OR subject = 'case/' || (SELECT ctx('case'))
);
