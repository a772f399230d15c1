-- A matter that a crew was told of may be carried off on another phone of the crew, with its photos (docs/adr/0033).

-- AlterTable: the trip on which a photo was taken, so that who went along too may send it.
ALTER TABLE "told_photo" ADD COLUMN "trip_id" UUID;

-- Whose phone it is on, the office, and whoever went along.
DROP POLICY told_photo_reach ON told_photo;
CREATE POLICY told_photo_reach ON told_photo FOR ALL TO rembuk_app
  USING (user_id = (SELECT ctx_id('user')) OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR EXISTS (SELECT 1 FROM trip t WHERE t.id = trip_id AND t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))]))
  WITH CHECK (user_id = (SELECT ctx_id('user')) OR subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[]));

-- AlterTable: two phones may be half way with the same photo, each with its own part of it.
ALTER TABLE "handover_upload" DROP CONSTRAINT "handover_upload_pkey",
  ADD CONSTRAINT "handover_upload_pkey" PRIMARY KEY ("id", "user_id");

-- What never came whole is purged by its age.
CREATE INDEX "handover_upload_updated_at_idx" ON "handover_upload"("updated_at");
