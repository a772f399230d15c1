-- Referrals (help in parallel) and offered transfers, what is said on them, sub-tasks with templates.

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "target_code" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "assignee_id" UUID,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "limit_days" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_entry" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "happened_on" DATE,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,

    CONSTRAINT "case_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_template" (
    "category_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "limit_days" INTEGER NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL,

    CONSTRAINT "task_template_pkey" PRIMARY KEY ("category_code","position")
);

-- CreateIndex
CREATE INDEX "referral_case_id_idx" ON "referral"("case_id");

-- CreateIndex
CREATE INDEX "referral_entry_referral_id_idx" ON "referral_entry"("referral_id");

-- CreateIndex
CREATE INDEX "case_task_case_id_idx" ON "case_task"("case_id");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_entry" ADD CONSTRAINT "referral_entry_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A party's list and the branch of its read scope; the sweep of the unanswered.
CREATE INDEX referral_open_party ON referral (party, case_id)
  WHERE status IN ('sent', 'accepted', 'in_progress', 'done', 'failed');
CREATE INDEX referral_sweep_due ON referral (due_at) WHERE kind = 'referral' AND status = 'sent';

-- What a referral opens to its party: by = ANY, answered once for a statement.
ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;
CREATE POLICY referral_select ON referral FOR SELECT TO rembuk_app USING (
  case_id = (SELECT ctx_id('case'))
  OR party = ANY ((SELECT ctx_keys('referred'))::text[])
);
CREATE POLICY referral_insert ON referral FOR INSERT TO rembuk_app
  WITH CHECK (case_id = (SELECT ctx_id('case')));
CREATE POLICY referral_update ON referral FOR UPDATE TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));

-- A party's notes are its own: no other party reads them, neither does the referring side. The
-- auditor of the regency does, and every reading is logged.
ALTER TABLE referral_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY referral_entry_select ON referral_entry FOR SELECT TO rembuk_app USING (
  case_id = (SELECT ctx_id('case'))
  AND (kind <> 'note'
    OR party = ANY ((SELECT ctx_keys('referred'))::text[])
    OR left(subdistrict_code, 5) = ANY ((SELECT ctx_keys('regencies'))::text[]))
);
CREATE POLICY referral_entry_insert ON referral_entry FOR INSERT TO rembuk_app
  WITH CHECK (case_id = (SELECT ctx_id('case')));

ALTER TABLE case_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_task FORCE ROW LEVEL SECURITY;
CREATE POLICY case_task_of_case ON case_task FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));

-- The fence of the case opens to a party while its referral is open or was accepted.
DROP POLICY case_select ON "case";
CREATE POLICY case_select ON "case" FOR SELECT TO rembuk_app USING (
  subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
  OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
  OR lead_party = ANY ((SELECT ctx_keys('parties'))::text[])
  OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[])
  OR created_by_id = (SELECT ctx_id('user'))
  OR reporter_user_id = (SELECT ctx_id('user'))
  OR id = (SELECT ctx_id('case'))
  OR id = ANY (ARRAY(
    SELECT r.case_id FROM referral r
    WHERE r.party = ANY ((SELECT ctx_keys('referred'))::text[])
      AND r.status IN ('sent', 'accepted', 'in_progress', 'done', 'failed')))
  OR tracking_hash = (SELECT decode(ctx('tracking'), 'hex'))
  OR number = (SELECT ctx('number'))
);

CREATE POLICY referral_worker ON referral FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
CREATE POLICY referral_entry_worker ON referral_entry FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
CREATE POLICY case_task_worker ON case_task FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- Grants: what was said stays as it was said.
GRANT SELECT, INSERT, UPDATE ON referral, case_task TO rembuk_app, rembuk_worker;
GRANT SELECT, INSERT ON referral_entry TO rembuk_app, rembuk_worker;
GRANT SELECT ON task_template TO rembuk_app, rembuk_worker;
