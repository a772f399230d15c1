-- What was settled in the weeks that a board shows, by the day on which it was: the history before is not
-- read. A case that is not settled yet is in none of them, so intake and routing write nothing more.
CREATE INDEX case_settled_subdistrict ON "case" (subdistrict_code, (coalesce(resolved_at, closed_at)))
  WHERE coalesce(resolved_at, closed_at) IS NOT NULL;
CREATE INDEX case_settled_party ON "case" (lead_party, (coalesce(resolved_at, closed_at)))
  WHERE coalesce(resolved_at, closed_at) IS NOT NULL;
CREATE INDEX case_settled_village ON "case" (village_code, (coalesce(resolved_at, closed_at)))
  WHERE coalesce(resolved_at, closed_at) IS NOT NULL;
