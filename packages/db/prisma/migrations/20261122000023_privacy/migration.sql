-- The unit that a case complains of (terlapor): its people are outside the fence, whatever else
-- they are on the case.

-- AlterTable
ALTER TABLE "case" ADD COLUMN     "reported_party" TEXT;

-- Restrictive: it narrows every way in. A case that the transaction has opened stays open, so that
-- an officer may name the own unit and the change is still written.
CREATE POLICY case_not_reported ON "case" AS RESTRICTIVE FOR SELECT TO rembuk_app USING (
  reported_party IS NULL
  OR reported_party <> ALL (coalesce((SELECT ctx_keys('units')), '{}')::text[])
  OR id = (SELECT ctx_id('case'))
);
