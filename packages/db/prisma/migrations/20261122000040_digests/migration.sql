-- A daily digest: mail that waits for it, and at most one of them for a person and a local day.

ALTER TABLE "notification_preference" ADD COLUMN "digested" TEXT[];
ALTER TABLE "notification_preference" ADD COLUMN "digest_at" SMALLINT NOT NULL DEFAULT 420;
ALTER TABLE "notification_preference" ADD COLUMN "digest_days" TEXT NOT NULL DEFAULT 'working';
UPDATE notification_preference SET digested = '{}';
ALTER TABLE notification_preference ADD CONSTRAINT notification_preference_digest CHECK (
  digest_at BETWEEN 0 AND 1439 AND digest_days IN ('working', 'daily') AND NOT (muted && digested));

-- The key is what makes it once a day, whoever plans it and however often.
CREATE TABLE "mail_digest" (
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "local_day" DATE NOT NULL,
    "delivery" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_digest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "mail_digest_recipient_id_local_day_key" ON "mail_digest"("recipient_id", "local_day");
ALTER TABLE "mail_digest" ADD CONSTRAINT "mail_digest_recipient_id_fkey"
  FOREIGN KEY ("recipient_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE mail_digest ADD CONSTRAINT mail_digest_delivery CHECK (
  delivery IN ('pending', 'sending', 'sent', 'uncertain', 'failed', 'empty', 'missed'));
CREATE INDEX mail_digest_outgoing ON mail_digest (created_at) WHERE delivery IN ('pending', 'sending');

ALTER TABLE "notification" ADD COLUMN "digest_id" UUID;
CREATE INDEX notification_gathered ON notification (recipient_id, created_at) WHERE delivery = 'gathered';
CREATE INDEX notification_digest ON notification (digest_id) WHERE digest_id IS NOT NULL;

-- Nobody but the worker asks for it.
ALTER TABLE mail_digest ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_digest FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_digest_worker ON mail_digest FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON mail_digest TO rembuk_worker;
