-- Substitutes, the duty roster, the calendar editor, and what the sweep remembers of unowned cases.

-- AlterTable
ALTER TABLE "case" ADD COLUMN "unowned_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "holiday" ADD COLUMN "decree_number" TEXT,
ADD COLUMN "decree_date" DATE,
ADD COLUMN "recorded_by_id" UUID,
ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "office_hours" (
    "id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "sector_code" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "week" JSONB NOT NULL,
    "decree_number" TEXT,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_change" (
    "id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "sector_code" TEXT,
    "cause" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cursor" UUID,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "substitute_assignment_id" UUID NOT NULL,
    "acting" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "letter_number" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_shift" (
    "id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "sector_code" TEXT,
    "user_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,

    CONSTRAINT "duty_shift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "office_hours_area_code_idx" ON "office_hours"("area_code");

-- CreateIndex
CREATE INDEX "absence_assignment_id_idx" ON "absence"("assignment_id");

-- CreateIndex
CREATE INDEX "absence_substitute_id_idx" ON "absence"("substitute_id");

-- CreateIndex
CREATE INDEX "duty_shift_area_code_ends_at_idx" ON "duty_shift"("area_code", "ends_at");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_substitute_assignment_id_fkey" FOREIGN KEY ("substitute_assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_substitute_id_fkey" FOREIGN KEY ("substitute_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_shift" ADD CONSTRAINT "duty_shift_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Partial indexes, which Prisma does not model.
CREATE INDEX calendar_change_waiting ON calendar_change (created_at) WHERE finished_at IS NULL;
CREATE INDEX case_emergency_unanswered ON "case" (received_at)
  WHERE is_open AND is_emergency AND first_follow_up_at IS NULL;

-- What runs on a day: what was given, and what somebody holds for one who is absent (Plh.) or for a
-- vacant office (Plt., also after its last holder's assignment ended). The substitute's own assignment
-- must run too. Clearance belongs to the person: it is kept only where both have it.
CREATE FUNCTION running_assignments(on_day date) RETURNS TABLE (
  id uuid, user_id uuid, role text, area_code text, sector_code text, organization_id uuid,
  clearance boolean, behalf_of uuid, acting text, behalf_until date)
  LANGUAGE sql STABLE AS $$
  SELECT a.id, a.user_id, a.role, a.area_code, a.sector_code, a.organization_id, a.clearance,
    NULL::uuid, NULL::text, NULL::date
  FROM assignment a
  WHERE a.starts_on <= on_day AND (a.ends_on IS NULL OR a.ends_on >= on_day)
  UNION ALL
  SELECT b.id, b.substitute_id, a.role, a.area_code, a.sector_code, a.organization_id,
    a.clearance AND own.clearance, a.user_id, b.acting, b.ends_on
  FROM absence b
  JOIN assignment a ON a.id = b.assignment_id
  JOIN assignment own ON own.id = b.substitute_assignment_id
  WHERE b.withdrawn_at IS NULL AND b.starts_on <= on_day AND b.ends_on >= on_day
    AND a.starts_on <= on_day AND (b.acting = 'plt' OR a.ends_on IS NULL OR a.ends_on >= on_day)
    AND own.starts_on <= on_day AND (own.ends_on IS NULL OR own.ends_on >= on_day)
$$;

-- Clocks without content, so that whoever keeps the calendar sees how many cases a day would move.
-- Confidential cases are left out: not even their number is told.
CREATE POLICY case_clocks ON "case" FOR SELECT TO CURRENT_USER USING ((SELECT ctx('clocks')) = 'on');
CREATE FUNCTION open_case_clocks(within text, most int) RETURNS TABLE (
  subdistrict_code text, holder_kind text, holder_code text, status text, received_at timestamptz,
  total_limit_days int, total_due_at timestamptz, stage_started_at timestamptz, stage_limit_days int,
  stage_due_at timestamptz, holds jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('rembuk.clocks', 'on', true);
  RETURN QUERY SELECT c.subdistrict_code, c.holder_kind, c.holder_code, c.status, c.received_at,
      c.total_limit_days, c.total_due_at, c.stage_started_at, c.stage_limit_days, c.stage_due_at, c.holds
    FROM "case" c
    WHERE c.is_open AND NOT c.is_secret AND NOT c.is_supervisory
      AND (within = '' OR c.subdistrict_code = within OR c.regency_code = within
        OR left(c.subdistrict_code, 2) = within)
    ORDER BY c.id LIMIT most;
  PERFORM set_config('rembuk.clocks', '', true);
END $$;
REVOKE ALL ON FUNCTION open_case_clocks(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_case_clocks(text, int) TO rembuk_app, rembuk_worker;

-- "Who was late" is counted over the cases inside the reader's fence, and only when a query says so.
CREATE POLICY case_stage_counted ON case_stage FOR SELECT TO rembuk_app
  USING ((SELECT ctx('stages')) = 'on' AND case_id IN (SELECT c.id FROM "case" c));

GRANT SELECT, INSERT, UPDATE ON office_hours, calendar_change, absence, duty_shift TO rembuk_app, rembuk_worker;
GRANT INSERT, UPDATE ON holiday TO rembuk_app;
