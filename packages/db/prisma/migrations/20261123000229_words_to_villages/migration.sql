-- A trip that is postponed or cancelled tells those who wait: a word to each village, with who was on its list, that the
-- village passes on as it does a sosialisasi (docs/adr/0022).

-- AlterTable
ALTER TABLE "outreach" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'session',
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "resident_ids" UUID[] NOT NULL DEFAULT '{}';

ALTER TABLE outreach ADD CONSTRAINT outreach_kinds CHECK (
  kind IN ('session', 'postponed', 'cancelled')
  AND (kind = 'postponed') = (reason IS NOT NULL)
  AND (kind = 'session' OR trip_id IS NOT NULL));

-- Who leads a trip postpones it and writes the word, which the office and the village read.
CREATE POLICY outreach_word ON outreach FOR INSERT TO rembuk_app
  WITH CHECK (kind <> 'session' AND recorded_by_id = (SELECT ctx_id('user'))
    AND trip_id = ANY (ARRAY(SELECT t.id FROM trip t WHERE t.crew_user_ids @> ARRAY[(SELECT ctx_id('user'))])));
