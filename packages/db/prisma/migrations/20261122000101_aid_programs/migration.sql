-- Welfare programs: master data, how each kecamatan words and uses them (in versions), and their cycles.

-- CreateTable
CREATE TABLE "aid_program" (
    "code" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "aid_program_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "aid_program_version" (
    "subdistrict_code" TEXT NOT NULL,
    "program_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aid_program_version_pkey" PRIMARY KEY ("subdistrict_code","program_code","version")
);

-- CreateTable
CREATE TABLE "aid_cycle" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "program_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "quota" INTEGER,
    "benefit" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aid_cycle_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "aid_cycle_subdistrict_code_program_code_idx" ON "aid_cycle"("subdistrict_code", "program_code");

-- AddForeignKey
ALTER TABLE "aid_program_version" ADD CONSTRAINT "aid_program_version_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "aid_program"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "aid_cycle" ADD CONSTRAINT "aid_cycle_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "aid_program"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE aid_cycle ADD CONSTRAINT aid_cycle_period CHECK (starts_on <= ends_on AND (quota IS NULL OR quota > 0));

-- Configuration, read by everybody who works here; written for the places that a use case authorised.
GRANT SELECT ON aid_program TO rembuk_app, rembuk_worker;
ALTER TABLE aid_program_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE aid_program_version FORCE ROW LEVEL SECURITY;
CREATE POLICY aid_program_version_select ON aid_program_version FOR SELECT USING (true);
CREATE POLICY aid_program_version_insert ON aid_program_version FOR INSERT TO rembuk_app
  WITH CHECK (saved_by_id = (SELECT ctx_id('user'))
    AND ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])));
CREATE POLICY aid_program_version_worker ON aid_program_version FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
ALTER TABLE aid_cycle ENABLE ROW LEVEL SECURITY;
ALTER TABLE aid_cycle FORCE ROW LEVEL SECURITY;
CREATE POLICY aid_cycle_select ON aid_cycle FOR SELECT USING (true);
CREATE POLICY aid_cycle_insert ON aid_cycle FOR INSERT TO rembuk_app
  WITH CHECK ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY aid_cycle_update ON aid_cycle FOR UPDATE TO rembuk_app
  USING ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]))
  WITH CHECK ((SELECT ctx('audit')) = '*' OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY aid_cycle_worker ON aid_cycle FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON aid_program_version TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, UPDATE ON aid_cycle TO rembuk_app, rembuk_worker;
