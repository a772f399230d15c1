-- Duplicates: a case that another one carries, who reported it, and a case that was split off.

-- AlterTable
ALTER TABLE "case" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "case" ADD COLUMN "merged_at" TIMESTAMPTZ(3);
ALTER TABLE "case" ADD COLUMN "merged_by_id" UUID;
ALTER TABLE "case" ADD COLUMN "merged_from" TEXT;
ALTER TABLE "case" ADD COLUMN "merged_path" UUID[];
ALTER TABLE "case" ADD COLUMN "split_from_id" UUID;

-- CreateTable
CREATE TABLE "case_reporter" (
    "case_id" UUID NOT NULL,
    "source_case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "person_id" UUID,
    "user_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_reporter_pkey" PRIMARY KEY ("case_id","source_case_id")
);

-- CreateIndex
CREATE INDEX "case_merged_into_id_idx" ON "case"("merged_into_id");
CREATE INDEX "case_split_from_id_idx" ON "case"("split_from_id");
CREATE INDEX "case_reporter_person_id_idx" ON "case"("reporter_person_id");
CREATE INDEX "case_newest_category" ON "case"("subdistrict_code", "category_code", "received_at" DESC, "id" DESC);
CREATE INDEX "case_reporter_source_case_id_idx" ON "case_reporter"("source_case_id");

-- AddForeignKey
ALTER TABLE "case_reporter" ADD CONSTRAINT "case_reporter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A case points elsewhere exactly while it is a duplicate, and never to itself.
ALTER TABLE "case" ADD CONSTRAINT case_merged_is_duplicate
  CHECK ((status = 'duplicate') = (merged_into_id IS NOT NULL) AND merged_into_id <> id);

-- Who reported a case opens with that case, like its notes; a report that is carried elsewhere tells so itself.
ALTER TABLE case_reporter ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_reporter FORCE ROW LEVEL SECURITY;
CREATE POLICY case_reporter_of_case ON case_reporter FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));
CREATE POLICY case_reporter_worker ON case_reporter FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON case_reporter TO rembuk_app, rembuk_worker;
