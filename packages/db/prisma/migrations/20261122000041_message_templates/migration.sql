-- The wording of messages, by kecamatan or kabupaten: each version stays. And the language of one's mail.

CREATE TABLE "message_template" (
    "id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "message_template_area_code_key_language_version_key"
  ON "message_template"("area_code", "key", "language", "version");
ALTER TABLE message_template ADD CONSTRAINT message_template_text CHECK (
  language IN ('id', 'en') AND version > 0 AND length(text) <= 4000);

ALTER TABLE "notification_preference" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'id';
ALTER TABLE notification_preference ADD CONSTRAINT notification_preference_language CHECK (language IN ('id', 'en'));

-- What a message says is no secret; who writes it was authorised for the area.
ALTER TABLE message_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_template FORCE ROW LEVEL SECURITY;
CREATE POLICY message_template_select ON message_template FOR SELECT TO rembuk_app USING (true);
CREATE POLICY message_template_insert ON message_template FOR INSERT TO rembuk_app
  WITH CHECK (area_code = (SELECT ctx('rules')) AND created_by_id = (SELECT ctx_id('user')));
CREATE POLICY message_template_worker ON message_template FOR SELECT TO rembuk_worker USING (true);
-- Versions are inserted and never changed.
GRANT SELECT, INSERT ON message_template TO rembuk_app;
GRANT SELECT ON message_template TO rembuk_worker;
