-- Which rungs a category's cases climb, and that a reporter was told where else to turn.

-- As the routing table has it ("SEKCAM>CAMAT"); '' climbs every rung. Loaded with the master data.
ALTER TABLE "case_category" ADD COLUMN "escalate_to" TEXT NOT NULL DEFAULT '';

-- Told once: past the last rung, or after the working days that the law of public service gives.
ALTER TABLE "case" ADD COLUMN "resort_told_at" TIMESTAMPTZ(3);
