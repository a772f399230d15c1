-- Notices by preference, and the citizen who was told.

-- What a person chose; no row: everything, at any hour.
CREATE TABLE "notification_preference" (
    "user_id" UUID NOT NULL,
    "muted" TEXT[],
    "quiet_from" SMALLINT,
    "quiet_to" SMALLINT,
    "emergencies_pass" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE notification_preference ADD CONSTRAINT notification_preference_quiet CHECK (
  (quiet_from IS NULL) = (quiet_to IS NULL) AND quiet_from BETWEEN 0 AND 1439
  AND quiet_to BETWEEN 0 AND 1439 AND quiet_from <> quiet_to);

-- Mail waits for the end of its reader's quiet hours: a column that is swept, no delayed job.
ALTER TABLE "notification" ADD COLUMN "due_at" TIMESTAMPTZ(3);

-- The village, or the desk, told the citizen.
CREATE TABLE "case_relay" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "told_by" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_relay_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_relay_case_id_told_at_idx" ON "case_relay"("case_id", "told_at" DESC);
ALTER TABLE "case_relay" ADD CONSTRAINT "case_relay_case_id_fkey" FOREIGN KEY ("case_id")
  REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The village was reminded of this answer: once for each, whoever sweeps.
CREATE TABLE "case_relay_reminder" (
    "case_id" UUID NOT NULL,
    "resolved_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_relay_reminder_pkey" PRIMARY KEY ("case_id", "resolved_at")
);
ALTER TABLE "case_relay_reminder" ADD CONSTRAINT "case_relay_reminder_case_id_fkey" FOREIGN KEY ("case_id")
  REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE notification_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_preference FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_preference_own ON notification_preference FOR ALL TO rembuk_app
  USING (user_id = (SELECT ctx_id('user'))) WITH CHECK (user_id = (SELECT ctx_id('user')));
CREATE POLICY notification_preference_worker ON notification_preference FOR SELECT TO rembuk_worker USING (true);

ALTER TABLE case_relay ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_relay FORCE ROW LEVEL SECURITY;
CREATE POLICY case_relay_of_case ON case_relay FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));
CREATE POLICY case_relay_worker ON case_relay FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE case_relay_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_relay_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY case_relay_reminder_worker ON case_relay_reminder FOR ALL TO rembuk_worker
  USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON notification_preference TO rembuk_app;
GRANT SELECT ON notification_preference TO rembuk_worker;
GRANT SELECT, INSERT ON case_relay TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT ON case_relay_reminder TO rembuk_worker;
