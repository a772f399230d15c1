-- The list of cases in further orders: last changed, number, oldest receipt of what is open.

-- AlterTable
ALTER TABLE "case" ADD COLUMN "updated_at" TIMESTAMPTZ(3);
-- The owner is held to the policies too, and has none of its own: without this it would see no row.
ALTER TABLE "case" NO FORCE ROW LEVEL SECURITY;
UPDATE "case" SET "updated_at" = GREATEST("received_at", "stage_started_at", "resolved_at", "closed_at", "merged_at");
ALTER TABLE "case" FORCE ROW LEVEL SECURITY;
ALTER TABLE "case" ALTER COLUMN "updated_at" SET NOT NULL, ALTER COLUMN "updated_at" SET DEFAULT CURRENT_TIMESTAMP;

-- The web of the version before does not know the column and writes null; it may still run meanwhile.
CREATE FUNCTION case_without_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := NEW.received_at;
  RETURN NEW;
END $$;
CREATE TRIGGER case_without_update BEFORE INSERT ON "case" FOR EACH ROW
  WHEN (NEW.updated_at IS NULL) EXECUTE FUNCTION case_without_update();

-- Of a village there are few enough to be sorted; whoever reads a whole kabupaten walks "case_number_key".
-- CreateIndex
CREATE INDEX "case_updated_subdistrict" ON "case"("subdistrict_code", "updated_at" DESC, "id" DESC);
CREATE INDEX "case_updated_party" ON "case"("lead_party", "updated_at" DESC, "id" DESC);
CREATE INDEX "case_updated_regency" ON "case"("regency_code", "updated_at" DESC, "id" DESC);
CREATE INDEX "case_number_subdistrict" ON "case"("subdistrict_code", "number" DESC, "id" DESC);
CREATE INDEX "case_number_party" ON "case"("lead_party", "number" DESC, "id" DESC);

-- The oldest of what is open lie behind years of what is closed.
CREATE INDEX case_waiting_subdistrict ON "case" (subdistrict_code, received_at, id) WHERE is_open;
CREATE INDEX case_waiting_party ON "case" (lead_party, received_at, id) WHERE is_open;
CREATE INDEX case_waiting_regency ON "case" (regency_code, received_at, id) WHERE is_open;
