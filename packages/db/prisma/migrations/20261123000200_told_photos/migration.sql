-- Photos that go with a case which a phone took in without network: told of by its record, they arrive afterwards.

-- CreateTable
CREATE TABLE "told_photo" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_photo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "told_photo_case_id_idx" ON "told_photo"("case_id");

-- Whose phone it is on, and the office, where a record of a revoked phone was let in by another person.
ALTER TABLE told_photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE told_photo FORCE ROW LEVEL SECURITY;
CREATE POLICY told_photo_reach ON told_photo FOR ALL TO rembuk_app
  USING (user_id = (SELECT ctx_id('user')) OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
  WITH CHECK (user_id = (SELECT ctx_id('user')) OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY told_photo_worker ON told_photo FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON told_photo TO rembuk_app, rembuk_worker;
