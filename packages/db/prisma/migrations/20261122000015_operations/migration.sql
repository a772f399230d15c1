-- Backups that ran, mails about the installation itself, and the right to re-encrypt a field.

-- CreateTable
CREATE TABLE "backup_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL,
    "error" TEXT,
    "name" TEXT,
    "row_count" BIGINT,
    "byte_count" BIGINT,
    "is_sealed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operations_alarm" (
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "recipient_id" UUID NOT NULL,
    "delivery" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "operations_alarm_pkey" PRIMARY KEY ("kind","day","recipient_id")
);

-- CreateIndex
CREATE INDEX "backup_run_started_at_idx" ON "backup_run"("started_at" DESC);

-- Grants: neither table holds content. The worker's role writes both; the operations screen may look.
GRANT SELECT ON backup_run, operations_alarm TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON backup_run, operations_alarm TO rembuk_worker;
-- A mail that the server refused for now gives its key back.
GRANT DELETE ON operations_alarm TO rembuk_worker;
-- Rotation of the encryption keys rewrites sealed columns and nothing else of a person.
GRANT UPDATE (name_sealed, phone_sealed, nik_sealed) ON person TO rembuk_worker;
-- Setting up an installation names the offices of its kecamatan.
GRANT SELECT ON office, holiday TO rembuk_worker;
