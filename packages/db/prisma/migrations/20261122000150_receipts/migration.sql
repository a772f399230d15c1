-- What was received, by place and time: the page of reach counts it, and opens what it counts.

-- CreateIndex
CREATE INDEX "handover_subdistrict_code_happened_at_id_idx" ON "handover"("subdistrict_code", "happened_at" DESC, "id" DESC);
CREATE INDEX "handover_village_code_happened_at_id_idx" ON "handover"("village_code", "happened_at" DESC, "id" DESC);
CREATE INDEX "handover_ruling_handover_id_seq_idx" ON "handover_ruling"("handover_id", "seq" DESC);
