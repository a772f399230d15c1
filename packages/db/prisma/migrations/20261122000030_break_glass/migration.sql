-- Break-glass: one secret case open to one person for a day. It lapses by every query that asks for
-- running openings; no job ends it.

-- CreateTable
CREATE TABLE "glass_opening" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "overseer" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "glass_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "glass_opening_case_id_idx" ON "glass_opening"("case_id");
CREATE INDEX "glass_opening_user_id_until_idx" ON "glass_opening"("user_id", "until");
CREATE INDEX "glass_opening_subdistrict_code_opened_at_idx" ON "glass_opening"("subdistrict_code", "opened_at" DESC);

-- AddForeignKey
ALTER TABLE "glass_opening" ADD CONSTRAINT "glass_opening_case_id_fkey" FOREIGN KEY ("case_id")
  REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Never longer than a day, whoever writes the row.
ALTER TABLE glass_opening ADD CONSTRAINT glass_opening_of_a_day
  CHECK (until > opened_at AND until <= opened_at + interval '24 hours');
ALTER TABLE glass_opening ADD CONSTRAINT glass_opening_revoked
  CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL));

-- Read with its case, by who opened it and by the office that oversees it; opened for oneself alone.
ALTER TABLE glass_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE glass_opening FORCE ROW LEVEL SECURITY;
CREATE POLICY glass_opening_select ON glass_opening FOR SELECT TO rembuk_app USING (
  case_id = (SELECT ctx_id('case'))
  OR user_id = (SELECT ctx_id('user'))
  OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
);
CREATE POLICY glass_opening_insert ON glass_opening FOR INSERT TO rembuk_app
  WITH CHECK (case_id = (SELECT ctx_id('case')) AND user_id = (SELECT ctx_id('user')));
CREATE POLICY glass_opening_update ON glass_opening FOR UPDATE TO rembuk_app
  USING (user_id = (SELECT ctx_id('user'))
    OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
  WITH CHECK (user_id = (SELECT ctx_id('user'))
    OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY glass_opening_worker ON glass_opening FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON glass_opening TO rembuk_app, rembuk_worker;
GRANT UPDATE (revoked_at, revoked_by_id) ON glass_opening TO rembuk_app, rembuk_worker;

-- What is open to a person now, asked with their session: before there is a context.
CREATE POLICY glass_opening_running ON glass_opening FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION glass_cases_of(account uuid, at timestamptz) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce(array_agg(DISTINCT case_id), '{}') FROM glass_opening
    WHERE user_id = account AND opened_at <= at AND until > at AND revoked_at IS NULL $$;
REVOKE ALL ON FUNCTION glass_cases_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION glass_cases_of(uuid, timestamptz) TO rembuk_app, rembuk_worker;
