-- A recorded meeting that identified the problem of an innovation, by its id.

-- CreateTable
CREATE TABLE "innovation_meeting" (
    "innovation_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "innovation_meeting_pkey" PRIMARY KEY ("innovation_id","meeting_id")
);

-- AddForeignKey
ALTER TABLE "innovation_meeting" ADD CONSTRAINT "innovation_meeting_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- They open with their innovation.
ALTER TABLE innovation_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE innovation_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY innovation_meeting_reach ON innovation_meeting FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id))
  WITH CHECK (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id));
CREATE POLICY innovation_meeting_worker ON innovation_meeting FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON innovation_meeting TO rembuk_app, rembuk_worker;
