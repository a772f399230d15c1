-- Files of an innovation with their validity, and files as evidence of a commitment. Content lies in the file store.

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "innovation_id" UUID,
    "commitment_id" UUID,
    "subdistrict_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_until" DATE,
    "name" TEXT NOT NULL,
    "media_type" TEXT,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "is_scanned" BOOLEAN NOT NULL DEFAULT false,
    "stored_size" INTEGER,
    "is_picture" BOOLEAN NOT NULL DEFAULT false,
    "store_key" TEXT NOT NULL,
    "sealed_with" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,
    "removal_reason" TEXT,
    "wiped_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_store_key_key" ON "document"("store_key");

-- CreateIndex
CREATE INDEX "document_innovation_id_idx" ON "document"("innovation_id");

-- CreateIndex
CREATE INDEX "document_commitment_id_idx" ON "document"("commitment_id");

-- CreateIndex
CREATE INDEX "document_status_added_at_idx" ON "document"("status", "added_at");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "coaching_commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE document ADD CONSTRAINT document_words CHECK (
  num_nonnulls(innovation_id, commitment_id) = 1
  AND kind IN ('decree', 'budget', 'guide', 'activity', 'training', 'recognition', 'other')
  AND status IN ('uploading', 'ready')
  AND (status <> 'ready' OR (media_type IS NOT NULL AND stored_size IS NOT NULL AND sealed_with IS NOT NULL)));

-- They open with what they hang on; who may open the content, the use case decides.
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY document_reach ON document FOR ALL TO rembuk_app
  USING (CASE WHEN innovation_id IS NOT NULL
    THEN EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id)
    ELSE EXISTS (SELECT 1 FROM coaching_commitment c WHERE c.id = commitment_id) END)
  WITH CHECK (CASE WHEN innovation_id IS NOT NULL
    THEN EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id)
    ELSE EXISTS (SELECT 1 FROM coaching_commitment c WHERE c.id = commitment_id) END);
CREATE POLICY document_worker ON document FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);

-- What was ready stays known when it is taken off, its bytes go. What never became one is no document.
GRANT SELECT, INSERT, UPDATE ON document TO rembuk_app, rembuk_worker;
GRANT DELETE ON document TO rembuk_app, rembuk_worker;
CREATE FUNCTION keep_ready_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ready' THEN RAISE EXCEPTION 'a document that was ready is never deleted' USING ERRCODE = '42501'; END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER document_kept BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION keep_ready_documents();
