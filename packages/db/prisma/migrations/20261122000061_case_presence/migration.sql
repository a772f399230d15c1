-- Who has a case open just now. Nothing of it is a record: it is not logged, and a crash may empty it.

-- CreateTable
CREATE UNLOGGED TABLE "case_presence" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_presence_pkey" PRIMARY KEY ("case_id","user_id")
);

-- Read with its case, which opens it only to whoever may read the case; written for oneself alone.
ALTER TABLE case_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_presence FORCE ROW LEVEL SECURITY;
CREATE POLICY case_presence_select ON case_presence FOR SELECT TO rembuk_app
  USING (case_id = (SELECT ctx_id('case')));
CREATE POLICY case_presence_insert ON case_presence FOR INSERT TO rembuk_app
  WITH CHECK (case_id = (SELECT ctx_id('case')) AND user_id = (SELECT ctx_id('user')));
CREATE POLICY case_presence_update ON case_presence FOR UPDATE TO rembuk_app
  USING (case_id = (SELECT ctx_id('case')) AND user_id = (SELECT ctx_id('user')))
  WITH CHECK (case_id = (SELECT ctx_id('case')) AND user_id = (SELECT ctx_id('user')));
CREATE POLICY case_presence_worker ON case_presence FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON case_presence TO rembuk_app, rembuk_worker;
GRANT DELETE ON case_presence TO rembuk_worker;
GRANT UPDATE (seen_at) ON case_presence TO rembuk_app, rembuk_worker;
