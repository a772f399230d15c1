-- Coordination meetings by field (rapat per bidang): who came, what was said, what was decided and by whom it is done.

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "program_year" INTEGER NOT NULL,
    "decree_id" UUID,
    "subject" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "chair" TEXT NOT NULL,
    "attendees" JSONB NOT NULL,
    "minutes_sealed" BYTEA NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "meeting_action" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" DATE,
    "done_on" DATE,
    "done_words" TEXT,
    "done_by_id" UUID,

    CONSTRAINT "meeting_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_subdistrict_code_held_on_id_idx" ON "meeting"("subdistrict_code", "held_on" DESC, "id" DESC);
CREATE UNIQUE INDEX "meeting_action_meeting_id_position_key" ON "meeting_action"("meeting_id", "position");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_decree_id_fkey" FOREIGN KEY ("decree_id") REFERENCES "decree"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_action" ADD CONSTRAINT "meeting_action_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE meeting_action ADD CONSTRAINT meeting_action_done CHECK (
  (done_on IS NULL) = (done_words IS NULL) AND (done_on IS NULL) = (done_by_id IS NULL));

-- The office its own.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['meeting', 'meeting_action'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR ALL TO rembuk_app
      USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
      WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))$p$, name || '_reach', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO rembuk_worker USING (true) WITH CHECK (true)', name || '_worker', name);
  END LOOP;
END $$;
-- What was held does not change; a decision is done once. The worker renews what is sealed when keys are rotated.
GRANT SELECT, INSERT ON meeting, meeting_action TO rembuk_app, rembuk_worker;
GRANT UPDATE (done_on, done_words, done_by_id) ON meeting_action TO rembuk_app, rembuk_worker;
GRANT UPDATE (minutes_sealed) ON meeting TO rembuk_worker;
