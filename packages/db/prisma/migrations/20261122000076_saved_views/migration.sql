-- Saved views of the list of cases: of one person, or of a whole office. What a view holds are the words of
-- the list's address (codes and days); it counts and opens what its reader may see, and nothing besides.

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "office_key" TEXT,
    "address" JSONB NOT NULL,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "start_view" (
    "user_id" UUID NOT NULL,
    "view_key" TEXT NOT NULL,

    CONSTRAINT "start_view_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");

-- CreateIndex
CREATE INDEX "saved_view_office_key_idx" ON "saved_view"("office_key");

-- One's own, and those of the offices that one works in: a kecamatan, a village, a sector's party.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_view_reach ON saved_view FOR ALL TO rembuk_app
  USING ((office_key IS NULL AND owner_id = (SELECT ctx_id('user')))
    OR office_key = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR office_key = ANY ((SELECT ctx_keys('villages'))::text[])
    OR office_key = ANY ((SELECT ctx_keys('parties'))::text[]))
  WITH CHECK (updated_by_id = (SELECT ctx_id('user'))
    AND ((office_key IS NULL AND owner_id = (SELECT ctx_id('user')))
      OR office_key = ANY ((SELECT ctx_keys('subdistricts'))::text[])
      OR office_key = ANY ((SELECT ctx_keys('villages'))::text[])
      OR office_key = ANY ((SELECT ctx_keys('parties'))::text[])));
CREATE POLICY saved_view_worker ON saved_view FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE start_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE start_view FORCE ROW LEVEL SECURITY;
CREATE POLICY start_view_own ON start_view FOR ALL TO rembuk_app
  USING (user_id = (SELECT ctx_id('user'))) WITH CHECK (user_id = (SELECT ctx_id('user')));
CREATE POLICY start_view_worker ON start_view FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view, start_view TO rembuk_app, rembuk_worker;
