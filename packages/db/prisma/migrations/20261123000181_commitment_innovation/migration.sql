-- A kecamatan has several innovations in one engagement (Kawedanan three): a commitment says which one it keeps alive.

-- AlterTable
ALTER TABLE "coaching_commitment" ADD COLUMN "innovation_id" UUID;

-- CreateIndex
CREATE INDEX "coaching_commitment_innovation_id_idx" ON "coaching_commitment"("innovation_id");
