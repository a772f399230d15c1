-- What the worker keeps: jobs that are not done yet, schedules that fired, reads sealed in the chain.

-- AlterTable
ALTER TABLE "case" ADD COLUMN "escalation_check_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "event_job" (
    "event_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_job_pkey" PRIMARY KEY ("event_id","job")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "name" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "access_seal" (
    "access_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "block" INTEGER,

    CONSTRAINT "access_seal_pkey" PRIMARY KEY ("access_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_seal_seq_key" ON "access_seal"("seq");

-- CreateIndex
CREATE INDEX "access_seal_block_idx" ON "access_seal"("block");

-- Partial indexes of the sweeps, which Prisma does not model.
CREATE INDEX case_sweep_escalation ON "case" (escalation_check_at) WHERE is_open AND escalation_check_at IS NOT NULL;
CREATE INDEX case_sweep_unowned ON "case" (received_at)
  WHERE is_open AND responsible_id IS NULL AND holder_kind <> 'sector' AND escalation_level = 0;
CREATE INDEX event_job_undone ON event_job (created_at) WHERE done_at IS NULL;
CREATE INDEX event_dispatch_unsealed ON event_dispatch (seq) WHERE block IS NULL;
CREATE INDEX notification_uncertain ON notification (created_at) WHERE delivery IN ('uncertain', 'failed');

-- Grants: the worker alone writes them; whoever runs the installation may look.
GRANT SELECT ON event_job, schedule_run TO rembuk_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_job TO rembuk_worker;
GRANT SELECT, INSERT, UPDATE ON schedule_run, access_seal TO rembuk_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO rembuk_worker;
GRANT SELECT ON rate_limit TO rembuk_worker;
