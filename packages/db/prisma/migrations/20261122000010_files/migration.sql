-- Files that hang on a case. Content lies in the file store; the row says what it is and who may see it.
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "note_id" UUID,
    "audience" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "refusal" TEXT,
    "scan" TEXT,
    "stored_size" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "store_key" TEXT NOT NULL,
    "sealed_with" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "next_check_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,
    "removal_reason" TEXT,
    "wiped_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachment_store_key_key" ON "attachment"("store_key");

-- CreateIndex
CREATE INDEX "attachment_case_id_idx" ON "attachment"("case_id");

-- CreateIndex
CREATE INDEX "attachment_status_next_check_at_idx" ON "attachment"("status", "next_check_at");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What hangs on a case opens with that one case, after the use case authorised it.
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY attachment_of_case ON attachment FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));
CREATE POLICY attachment_worker ON attachment FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- Nobody deletes a row: what was removed stays known, its bytes go.
GRANT SELECT, INSERT, UPDATE ON attachment TO rembuk_app, rembuk_worker;
