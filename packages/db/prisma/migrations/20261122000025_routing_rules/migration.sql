-- Routing rules that a kabupaten or kecamatan lays over the master, version by version; the rule
-- kept whole that each case is decided by; prepared replies.

-- CreateTable
CREATE TABLE "category_rule" (
    "id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "parent_code" TEXT,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "category_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applied_rule" (
    "id" UUID NOT NULL,
    "category_code" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "version_ids" UUID[],
    "first_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "applied_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canned_reply" (
    "id" UUID NOT NULL,
    "area_code" TEXT NOT NULL DEFAULT '',
    "base_id" UUID,
    "use" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category_code" TEXT,
    "statuses" TEXT[],
    "texts" JSONB NOT NULL,
    "target" TEXT,
    "outcome" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canned_reply_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "case" ADD COLUMN "rule_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "category_rule_area_code_category_code_version_key" ON "category_rule"("area_code", "category_code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "canned_reply_area_code_base_id_key" ON "canned_reply"("area_code", "base_id");

-- Cases of before keep the master's rule as it stands today, whole. The owner is fenced too (FORCE),
-- so the fence is lifted for this one statement.
INSERT INTO applied_rule (id, category_code, rule, version_ids)
SELECT gen_random_uuid(), c.code, jsonb_build_object(
    'code', c.code, 'name', c.name, 'classification', c.classification, 'kind', c.kind,
    'leadSectorCode', c.lead_sector_code, 'supportingSectorCodes', to_jsonb(c.supporting_sector_codes),
    'focalSectionCode', c.focal_section_code, 'priority', c.priority, 'verifyDays', c.verify_days,
    'followUpDays', c.follow_up_days, 'resolutionDays', c.resolution_days,
    'emergencyHours', c.emergency_hours, 'isAlwaysEmergency', c.emergency_when = 'selalu',
    'privacy', c.privacy, 'isSupervisory', c.classification = 'COMPLAINT_SUPERVISORY',
    'requiredEvidence', c.required_evidence), '{}'
FROM case_category c;
ALTER TABLE "case" NO FORCE ROW LEVEL SECURITY;
UPDATE "case" c SET rule_id = a.id FROM applied_rule a WHERE a.category_code = c.category_code;
ALTER TABLE "case" FORCE ROW LEVEL SECURITY;

-- Configuration: everybody reads it, as the master. It is written in the area that the use case
-- authorised (rembuk.rules) and in one's own name.
ALTER TABLE category_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE category_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY category_rule_select ON category_rule FOR SELECT TO rembuk_app USING (true);
CREATE POLICY category_rule_insert ON category_rule FOR INSERT TO rembuk_app
  WITH CHECK (area_code = (SELECT ctx('rules')) AND created_by_id = (SELECT ctx_id('user')));
CREATE POLICY category_rule_worker ON category_rule FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

ALTER TABLE canned_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE canned_reply FORCE ROW LEVEL SECURITY;
CREATE POLICY canned_reply_select ON canned_reply FOR SELECT TO rembuk_app USING (true);
CREATE POLICY canned_reply_insert ON canned_reply FOR INSERT TO rembuk_app
  WITH CHECK (area_code = (SELECT ctx('rules')) AND updated_by_id = (SELECT ctx_id('user')));
CREATE POLICY canned_reply_update ON canned_reply FOR UPDATE TO rembuk_app
  USING (area_code = (SELECT ctx('rules')))
  WITH CHECK (area_code = (SELECT ctx('rules')) AND updated_by_id = (SELECT ctx_id('user')));
CREATE POLICY canned_reply_worker ON canned_reply FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
-- The shipped ones are loaded by the owner, who is fenced as well.
CREATE POLICY canned_reply_master ON canned_reply FOR ALL TO rembuk_owner
  USING (area_code = '') WITH CHECK (area_code = '');

-- Versions and kept rules are inserted and never changed.
GRANT SELECT, INSERT ON category_rule, applied_rule TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT, UPDATE ON canned_reply TO rembuk_app, rembuk_worker;
