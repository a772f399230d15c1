-- Partner organisations (NGO, company, university, kader): parties of their own, within the period of their
-- agreement and until they are closed.

-- AlterTable
ALTER TABLE "organization" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'office';
ALTER TABLE "organization" ADD COLUMN "address" TEXT;
ALTER TABLE "organization" ADD COLUMN "agreement_number" TEXT;
ALTER TABLE "organization" ADD COLUMN "starts_on" DATE;
ALTER TABLE "organization" ADD COLUMN "ends_on" DATE;
ALTER TABLE "organization" ADD COLUMN "closed_at" TIMESTAMPTZ(3);
ALTER TABLE "organization" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "organization_contact" (
    "organization_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "area_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "job" TEXT,
    "phone" TEXT,
    "email" TEXT,

    CONSTRAINT "organization_contact_pkey" PRIMARY KEY ("organization_id","position")
);

-- AddForeignKey
ALTER TABLE "organization_contact" ADD CONSTRAINT "organization_contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;

ALTER TABLE organization ADD CONSTRAINT organization_kind
  CHECK (kind IN ('office', 'ngo', 'company', 'university', 'cadres', 'other')
    AND (kind = 'office' OR (agreement_number IS NOT NULL AND starts_on <= ends_on)));
-- Two partners of one name at one place could not be told apart where one is chosen.
CREATE UNIQUE INDEX organization_partner_name ON organization (area_code, lower(name)) WHERE kind <> 'office';

-- Names are master data, said wherever a party is named. Whom to call there is for the places that were
-- authorised (rembuk.partners), and so is every change.
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_select ON organization FOR SELECT USING (true);
CREATE POLICY organization_insert ON organization FOR INSERT TO rembuk_app
  WITH CHECK (kind <> 'office' AND area_code = ANY ((SELECT ctx_keys('partners'))::text[]));
CREATE POLICY organization_update ON organization FOR UPDATE TO rembuk_app
  USING (kind <> 'office' AND area_code = ANY ((SELECT ctx_keys('partners'))::text[]))
  WITH CHECK (kind <> 'office' AND area_code = ANY ((SELECT ctx_keys('partners'))::text[]));
CREATE POLICY organization_worker ON organization FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
ALTER TABLE organization_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_contact_place ON organization_contact FOR ALL TO rembuk_app
  USING (area_code = ANY ((SELECT ctx_keys('partners'))::text[]))
  WITH CHECK (area_code = ANY ((SELECT ctx_keys('partners'))::text[]));
CREATE POLICY organization_contact_worker ON organization_contact FOR ALL TO rembuk_worker
  USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON organization_contact TO rembuk_app, rembuk_worker;

-- Does a partner work on a day? An office of the government always does.
CREATE FUNCTION is_serving(partner uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM organization o WHERE o.id = partner AND (o.kind = 'office'
    OR (o.closed_at IS NULL AND o.starts_on <= on_day AND o.ends_on >= on_day)))
$$;

-- As before; besides, the people of a partner hold nothing outside its agreement or once it is closed.
CREATE OR REPLACE FUNCTION running_assignments(on_day date) RETURNS TABLE (
  id uuid, user_id uuid, role text, area_code text, sector_code text, organization_id uuid,
  clearance boolean, behalf_of uuid, acting text, behalf_until date)
  LANGUAGE sql STABLE AS $$
  SELECT a.id, a.user_id, a.role, a.area_code, a.sector_code, a.organization_id, a.clearance,
    NULL::uuid, NULL::text, NULL::date
  FROM assignment a
  WHERE a.starts_on <= on_day AND (a.ends_on IS NULL OR a.ends_on >= on_day)
    AND (a.role <> 'partner-organisation' OR a.organization_id IS NULL
      OR is_serving(a.organization_id, on_day))
  UNION ALL
  SELECT b.id, b.substitute_id, a.role, a.area_code, a.sector_code, a.organization_id,
    a.clearance AND own.clearance, a.user_id, b.acting, b.ends_on
  FROM absence b
  JOIN assignment a ON a.id = b.assignment_id
  JOIN assignment own ON own.id = b.substitute_assignment_id
  WHERE b.withdrawn_at IS NULL AND b.starts_on <= on_day AND b.ends_on >= on_day
    AND a.starts_on <= on_day AND (b.acting = 'plt' OR a.ends_on IS NULL OR a.ends_on >= on_day)
    AND own.starts_on <= on_day AND (own.ends_on IS NULL OR own.ends_on >= on_day)
    AND (a.role <> 'partner-organisation' OR a.organization_id IS NULL
      OR is_serving(a.organization_id, on_day))
$$;
