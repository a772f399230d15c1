-- Letters of a case: cover letters with gapless numbers, disposition sheets; how an office numbers them.

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER,
    "serial" INTEGER,
    "number" TEXT,
    "content" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "issued_at" TIMESTAMPTZ(3),
    "scan_file_id" UUID,
    "voided_by_id" UUID,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "rendered_status" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_counter" (
    "subdistrict_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "letter_counter_pkey" PRIMARY KEY ("subdistrict_code","year")
);

-- CreateTable
CREATE TABLE "letter_setting" (
    "subdistrict_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number_format" TEXT NOT NULL,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_setting_pkey" PRIMARY KEY ("subdistrict_code")
);

-- CreateIndex
CREATE INDEX "letter_case_id_idx" ON "letter"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_subdistrict_code_year_serial_key" ON "letter"("subdistrict_code", "year", "serial");

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What hangs on a case opens with that one case, after the use case authorised it.
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_of_case ON letter FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));
CREATE POLICY letter_worker ON letter FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- A number is taken in one's own kecamatan only.
ALTER TABLE letter_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_counter FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_counter_own ON letter_counter FOR ALL TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY letter_counter_worker ON letter_counter FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- Configuration: everybody reads it; it is written in the area that the use case authorised.
ALTER TABLE letter_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY letter_setting_select ON letter_setting FOR SELECT TO rembuk_app USING (true);
CREATE POLICY letter_setting_insert ON letter_setting FOR INSERT TO rembuk_app
  WITH CHECK (subdistrict_code = (SELECT ctx('rules')) AND updated_by_id = (SELECT ctx_id('user')));
CREATE POLICY letter_setting_update ON letter_setting FOR UPDATE TO rembuk_app
  USING (subdistrict_code = (SELECT ctx('rules')))
  WITH CHECK (subdistrict_code = (SELECT ctx('rules')) AND updated_by_id = (SELECT ctx_id('user')));
CREATE POLICY letter_setting_worker ON letter_setting FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- A letter is never deleted: a spoilt one is void and keeps its number.
GRANT SELECT, INSERT, UPDATE ON letter, letter_counter, letter_setting TO rembuk_app, rembuk_worker;
