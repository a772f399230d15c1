-- What revoked phones still sent waits for a person: fenced by kecamatan, decided in place, never deleted. And what a
-- phone carries: until when its download may be opened.

-- AlterTable
ALTER TABLE "device" ADD COLUMN "package_taken_at" TIMESTAMPTZ(3);
ALTER TABLE "device" ADD COLUMN "package_expires_at" TIMESTAMPTZ(3);
ALTER TABLE "device" ADD COLUMN "reason_sealed" BYTEA;

-- AlterTable
ALTER TABLE "quarantined_record" ADD COLUMN "subdistrict_code" TEXT;
ALTER TABLE "quarantined_record" ADD COLUMN "captured_at" TIMESTAMPTZ(3);
ALTER TABLE "quarantined_record" ADD COLUMN "sent_at" TIMESTAMPTZ(3);
ALTER TABLE "quarantined_record" ADD COLUMN "decision" TEXT;
ALTER TABLE "quarantined_record" ADD COLUMN "reason_sealed" BYTEA;
ALTER TABLE "quarantined_record" ADD COLUMN "decided_by_id" UUID;
ALTER TABLE "quarantined_record" ADD COLUMN "decided_at" TIMESTAMPTZ(3);
UPDATE quarantined_record q SET subdistrict_code = left(d.area_code, 8) FROM device d WHERE d.id = q.device_id;
ALTER TABLE "quarantined_record" ALTER COLUMN "subdistrict_code" SET NOT NULL;

-- CreateIndex
CREATE INDEX "quarantined_record_subdistrict_code_received_at_idx" ON "quarantined_record"("subdistrict_code", "received_at");

ALTER TABLE quarantined_record ADD CONSTRAINT quarantined_record_words CHECK (decision IN ('accepted', 'set_aside'));
ALTER TABLE quarantined_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE quarantined_record FORCE ROW LEVEL SECURITY;
CREATE POLICY quarantined_record_reach ON quarantined_record FOR SELECT TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
CREATE POLICY quarantined_record_decide ON quarantined_record FOR UPDATE TO rembuk_app
  USING (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]))
  WITH CHECK (subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));
-- A phone sends from wherever its person may work; the record lies where the phone was registered.
CREATE POLICY quarantined_record_arrive ON quarantined_record FOR INSERT TO rembuk_app
  WITH CHECK (EXISTS (SELECT 1 FROM device d WHERE d.id = device_id AND left(d.area_code, 8) = subdistrict_code));
CREATE POLICY quarantined_record_worker ON quarantined_record FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT UPDATE (decision, reason_sealed, decided_by_id, decided_at) ON quarantined_record TO rembuk_app;
GRANT UPDATE (reason_sealed) ON quarantined_record TO rembuk_worker;
