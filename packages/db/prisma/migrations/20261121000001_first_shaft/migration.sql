-- The first shaft: areas, staff, persons, cases, events, notifications.
-- Tables as Prisma models them, then what it does not model: partial indexes, functions,
-- row-level security and grants. Run by rembuk_owner; the extensions are trusted ones.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "area" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "parent_code" TEXT,
    "zone" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,

    CONSTRAINT "area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "office" (
    "subdistrict_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "letters" TEXT NOT NULL,
    "desk_name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "opening_hours" TEXT NOT NULL,
    "brand" TEXT,

    CONSTRAINT "office_pkey" PRIMARY KEY ("subdistrict_code")
);

-- CreateTable
CREATE TABLE "holiday" (
    "date" DATE NOT NULL,
    "area_code" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("date","area_code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "name_index" BYTEA NOT NULL,
    "phone_sealed" BYTEA,
    "phone_index" BYTEA,
    "nik_sealed" BYTEA,
    "nik_index" BYTEA,
    "capacity" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_category" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lead_sector_code" TEXT NOT NULL,
    "supporting_sector_codes" TEXT[],
    "support_note" TEXT NOT NULL,
    "focal_section_code" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "verify_days" INTEGER NOT NULL,
    "follow_up_days" INTEGER NOT NULL,
    "resolution_days" INTEGER NOT NULL,
    "emergency_hours" INTEGER,
    "emergency_when" TEXT NOT NULL,
    "privacy" TEXT NOT NULL,
    "offline_intake" BOOLEAN NOT NULL,
    "required_evidence" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "desk_order" INTEGER,

    CONSTRAINT "case_category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "privacy" TEXT NOT NULL,
    "is_secret" BOOLEAN NOT NULL,
    "is_supervisory" BOOLEAN NOT NULL,
    "priority" TEXT NOT NULL,
    "is_emergency" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "section_code" TEXT NOT NULL,
    "responsible_id" UUID,
    "holder_kind" TEXT NOT NULL,
    "holder_code" TEXT,
    "holder_user_id" UUID,
    "lead_sector_code" TEXT,
    "lead_party" TEXT,
    "reporter_person_id" UUID,
    "reporter_user_id" UUID,
    "created_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "total_limit_days" INTEGER NOT NULL,
    "total_due_at" TIMESTAMPTZ(3) NOT NULL,
    "stage_started_at" TIMESTAMPTZ(3) NOT NULL,
    "stage_limit_days" INTEGER NOT NULL,
    "stage_due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_is_estimate" BOOLEAN NOT NULL,
    "response_due_at" TIMESTAMPTZ(3),
    "first_follow_up_at" TIMESTAMPTZ(3),
    "total_overdue_at" TIMESTAMPTZ(3),
    "stage_overdue_at" TIMESTAMPTZ(3),
    "response_overdue_at" TIMESTAMPTZ(3),
    "escalation_level" SMALLINT NOT NULL DEFAULT 0,
    "holds" JSONB NOT NULL DEFAULT '[]',
    "hold_until" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "answer_response" TEXT,
    "answer_solution" TEXT,
    "answer_follow_up" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "confirm_by" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "is_open" BOOLEAN NOT NULL,
    "tracking_hash" BYTEA NOT NULL,
    "pin_hash" TEXT NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_stage" (
    "case_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "holder_kind" TEXT NOT NULL,
    "holder_code" TEXT,
    "limit_days" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_stage_pkey" PRIMARY KEY ("case_id","started_at")
);

-- CreateTable
CREATE TABLE "answer_link" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "code_hash" TEXT NOT NULL,
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "answer_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subdistrict_code" TEXT,
    "actor_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "client_action_id" UUID,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_dispatch" (
    "event_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "dispatched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "block" INTEGER,

    CONSTRAINT "event_dispatch_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "audit_block" (
    "number" INTEGER NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "last_seq" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_block_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "client_action" (
    "actor_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_action_pkey" PRIMARY KEY ("actor_id","id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subdistrict_code" TEXT,
    "act" TEXT NOT NULL,
    "reason" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "delivery" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailbox_message" (
    "id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retried_at" TIMESTAMPTZ(3),
    "retry_wanted_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sector" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "sector_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "sector_code" TEXT,
    "has_account" BOOLEAN NOT NULL DEFAULT false,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "oidc_subject" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "disabled_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "sector_code" TEXT,
    "organization_id" UUID,
    "clearance" BOOLEAN NOT NULL DEFAULT false,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "decree_number" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "unsynced" INTEGER NOT NULL DEFAULT 0,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantined_record" (
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "client_action_id" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quarantined_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "area_parent_code_idx" ON "area"("parent_code");

-- CreateIndex
CREATE INDEX "area_search_name_idx" ON "area" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "office_letters_key" ON "office"("letters");

-- CreateIndex
CREATE INDEX "person_nik_index_idx" ON "person"("nik_index");

-- CreateIndex
CREATE INDEX "person_phone_index_idx" ON "person"("phone_index");

-- CreateIndex
CREATE INDEX "person_name_index_idx" ON "person"("name_index");

-- CreateIndex
CREATE INDEX "person_subdistrict_code_idx" ON "person"("subdistrict_code");

-- CreateIndex
CREATE UNIQUE INDEX "case_number_key" ON "case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "case_tracking_hash_key" ON "case"("tracking_hash");

-- CreateIndex
CREATE INDEX "case_created_by_id_idx" ON "case"("created_by_id");

-- CreateIndex
CREATE INDEX "case_reporter_user_id_idx" ON "case"("reporter_user_id");

-- CreateIndex
CREATE INDEX "case_note_case_id_idx" ON "case_note"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "answer_link_token_hash_key" ON "answer_link"("token_hash");

-- CreateIndex
CREATE INDEX "answer_link_case_id_idx" ON "answer_link"("case_id");

-- CreateIndex
CREATE INDEX "domain_event_subject_id_idx" ON "domain_event"("subject", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_dispatch_seq_key" ON "event_dispatch"("seq");

-- CreateIndex
CREATE INDEX "event_dispatch_block_idx" ON "event_dispatch"("block");

-- CreateIndex
CREATE INDEX "access_log_subject_idx" ON "access_log"("subject");

-- CreateIndex
CREATE INDEX "notification_recipient_id_created_at_id_idx" ON "notification"("recipient_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_event_id_recipient_id_channel_key" ON "notification"("event_id", "recipient_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_message_notification_id_key" ON "mailbox_message"("notification_id");

-- CreateIndex
CREATE UNIQUE INDEX "dead_letter_job_job_id_key" ON "dead_letter"("job", "job_id");

-- CreateIndex
CREATE INDEX "organization_area_code_idx" ON "organization"("area_code");

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_phone_key" ON "user"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "user_oidc_subject_key" ON "user"("oidc_subject");

-- CreateIndex
CREATE INDEX "assignment_user_id_idx" ON "assignment"("user_id");

-- CreateIndex
CREATE INDEX "assignment_area_code_role_idx" ON "assignment"("area_code", "role");

-- CreateIndex
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "reset_code_user_id_idx" ON "reset_code"("user_id");

-- CreateIndex
CREATE INDEX "device_user_id_idx" ON "device"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "quarantined_record_device_id_client_action_id_key" ON "quarantined_record"("device_id", "client_action_id");

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_stage" ADD CONSTRAINT "case_stage_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_code" ADD CONSTRAINT "reset_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Queue: one index for each kind of reach, open cases only, in the order of the queue.
CREATE INDEX case_open_subdistrict ON "case" (subdistrict_code, due_at, id) WHERE is_open;
CREATE INDEX case_open_village ON "case" (village_code, due_at, id) WHERE is_open;
CREATE INDEX case_open_party ON "case" (lead_party, due_at, id) WHERE is_open;
CREATE INDEX case_newest_subdistrict ON "case" (subdistrict_code, received_at DESC, id DESC);
CREATE INDEX case_newest_village ON "case" (village_code, received_at DESC, id DESC);
CREATE INDEX case_newest_party ON "case" (lead_party, received_at DESC, id DESC);

-- Sweeps: the due ones that are not yet known to be overdue.
CREATE INDEX case_sweep_total ON "case" (total_due_at) WHERE is_open AND total_overdue_at IS NULL;
CREATE INDEX case_sweep_stage ON "case" (stage_due_at) WHERE is_open AND stage_overdue_at IS NULL;
CREATE INDEX case_sweep_response ON "case" (response_due_at) WHERE is_open AND response_overdue_at IS NULL AND response_due_at IS NOT NULL;
CREATE INDEX case_sweep_hold ON "case" (hold_until) WHERE status = 'on_hold';
CREATE INDEX case_sweep_confirm ON "case" (confirm_by) WHERE status = 'resolved';
CREATE INDEX notification_outgoing ON notification (created_at) WHERE delivery IN ('pending', 'sending');
CREATE INDEX domain_event_subdistrict ON domain_event (subdistrict_code, id DESC);

-- Context of a transaction, set by the kernel with set_config(..., is_local => true).
-- Unset or empty reads as NULL, and nothing equals NULL: without context there are no rows.
CREATE FUNCTION ctx(name text) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('rembuk.' || name, true), '') $$;
CREATE FUNCTION ctx_keys(name text) RETURNS text[] LANGUAGE sql STABLE
  AS $$ SELECT string_to_array(nullif(current_setting('rembuk.' || name, true), ''), ',') $$;
CREATE FUNCTION ctx_id(name text) RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('rembuk.' || name, true), '')::uuid $$;

-- Serials of case numbers: a sequence for each kecamatan and year, so that creates never wait for
-- one another (gaps are allowed). Only this function, as owner, may make one.
CREATE FUNCTION next_case_serial(subdistrict text, in_year int) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sequence_name text := 'case_serial_' || replace(subdistrict, '.', '_') || '_' || in_year;
BEGIN
  IF subdistrict !~ '^\d{2}\.\d{2}\.\d{2}$' OR in_year NOT BETWEEN 2000 AND 2200 THEN
    RAISE EXCEPTION 'not a subdistrict and year';
  END IF;
  IF to_regclass(sequence_name) IS NULL THEN
    BEGIN
      EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', sequence_name);
    EXCEPTION WHEN unique_violation OR duplicate_table THEN
      NULL; -- another create made it meanwhile
    END;
  END IF;
  RETURN nextval(sequence_name);
END $$;
REVOKE ALL ON FUNCTION next_case_serial(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_case_serial(text, int) TO rembuk_app, rembuk_worker;

-- Row-level security: a coarse fence by tenant and party, = and = ANY only (they stay leakproof and
-- indexable). Confidentiality lives in ReadScope and the permission table, not here.
ALTER TABLE "case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_select ON "case" FOR SELECT TO rembuk_app USING (
  subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
  OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
  OR lead_party = ANY ((SELECT ctx_keys('parties'))::text[])
  OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[])
  OR created_by_id = (SELECT ctx_id('user'))
  OR reporter_user_id = (SELECT ctx_id('user'))
  OR id = (SELECT ctx_id('case'))
  OR tracking_hash = (SELECT decode(ctx('tracking'), 'hex'))
  OR number = (SELECT ctx('number'))
);
CREATE POLICY case_insert ON "case" FOR INSERT TO rembuk_app WITH CHECK (
  subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
  OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
  OR id = (SELECT ctx_id('case'))
);
CREATE POLICY case_update ON "case" FOR UPDATE TO rembuk_app
  USING (id = (SELECT ctx_id('case'))) WITH CHECK (id = (SELECT ctx_id('case')));

-- What hangs on a case opens with that one case, after the use case authorised it.
ALTER TABLE case_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_note FORCE ROW LEVEL SECURITY;
CREATE POLICY case_note_of_case ON case_note FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));
ALTER TABLE case_stage ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_stage FORCE ROW LEVEL SECURITY;
CREATE POLICY case_stage_of_case ON case_stage FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case'))) WITH CHECK (case_id = (SELECT ctx_id('case')));
ALTER TABLE answer_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE answer_link FORCE ROW LEVEL SECURITY;
CREATE POLICY answer_link_of_case ON answer_link FOR ALL TO rembuk_app
  USING (case_id = (SELECT ctx_id('case')) OR token_hash = (SELECT decode(ctx('link'), 'hex')))
  WITH CHECK (case_id = (SELECT ctx_id('case')));

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_reach ON person FOR ALL TO rembuk_app
  USING (
    subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR id = (SELECT ctx_id('person'))
  )
  WITH CHECK (
    subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR id = (SELECT ctx_id('person'))
  );

ALTER TABLE domain_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE domain_event FORCE ROW LEVEL SECURITY;
CREATE POLICY domain_event_select ON domain_event FOR SELECT TO rembuk_app USING (
  subject = 'case/' || (SELECT ctx('case'))
  OR actor_id = (SELECT ctx_id('user'))
  OR subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[])
);
CREATE POLICY domain_event_insert ON domain_event FOR INSERT TO rembuk_app
  WITH CHECK (actor_id = (SELECT ctx_id('user')));

ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
CREATE POLICY access_log_select ON access_log FOR SELECT TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('audit'))::text[]));
CREATE POLICY access_log_insert ON access_log FOR INSERT TO rembuk_app
  WITH CHECK (actor_id = (SELECT ctx_id('user')));

ALTER TABLE client_action ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_action FORCE ROW LEVEL SECURITY;
CREATE POLICY client_action_own ON client_action FOR ALL TO rembuk_app
  USING (actor_id = (SELECT ctx_id('user'))) WITH CHECK (actor_id = (SELECT ctx_id('user')));

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_own ON notification FOR ALL TO rembuk_app
  USING (recipient_id = (SELECT ctx_id('user'))) WITH CHECK (recipient_id = (SELECT ctx_id('user')));

-- The worker acts as a named system actor and sees every tenant.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['case', 'case_note', 'case_stage', 'answer_link', 'person', 'domain_event',
                              'access_log', 'client_action', 'notification'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO rembuk_worker USING (true) WITH CHECK (true)', name || '_worker', name);
  END LOOP;
END $$;

-- Grants: nobody deletes content, nobody edits an event.
GRANT USAGE ON SCHEMA public TO rembuk_app, rembuk_worker;
GRANT SELECT ON area, office, holiday, sector, case_category, event_dispatch, audit_block, mailbox_message,
  "_prisma_migrations" TO rembuk_app;
GRANT SELECT, INSERT ON domain_event, access_log, case_note, person, quarantined_record TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON "case", case_stage, answer_link, client_action, organization, "user", assignment,
  "session", reset_code, device TO rembuk_app;
GRANT SELECT, UPDATE ON notification, dead_letter TO rembuk_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO rembuk_app;

GRANT SELECT ON area, sector, case_category, "_prisma_migrations" TO rembuk_worker;
GRANT SELECT, INSERT ON domain_event, access_log, case_note, person, audit_block, client_action,
  quarantined_record TO rembuk_worker;
GRANT SELECT, INSERT, UPDATE ON "case", case_stage, answer_link, organization, "user", assignment, "session",
  reset_code, device, notification, dead_letter, event_dispatch, mailbox_message, office, holiday TO rembuk_worker;
GRANT DELETE ON rate_limit, "session" TO rembuk_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO rembuk_worker;
