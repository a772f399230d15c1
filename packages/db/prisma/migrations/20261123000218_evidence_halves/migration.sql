-- What was counted in the last half year and in the one before it, for the trend beside each figure:
-- cases, answered ones, trips, people. The worker fills them within an hour.

-- AlterTable
ALTER TABLE "innovation_evidence" ADD COLUMN "latest" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
  ADD COLUMN "before" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[];
