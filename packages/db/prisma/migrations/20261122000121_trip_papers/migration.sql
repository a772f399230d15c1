-- A surat tugas is made of one trip.
ALTER TABLE "paper" ADD COLUMN "trip_id" UUID;
