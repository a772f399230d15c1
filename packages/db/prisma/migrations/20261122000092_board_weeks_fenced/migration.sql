-- Behind a policy PostgreSQL compares only what it knows to tell nothing: CASE is of that kind, coalesce is not,
-- and the indexes of before gave all that was ever settled instead of the weeks that were asked for.
DROP INDEX case_settled_subdistrict, case_settled_party, case_settled_village;
CREATE INDEX case_settled_subdistrict ON "case" (subdistrict_code, (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END))
  WHERE (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END) IS NOT NULL;
CREATE INDEX case_settled_party ON "case" (lead_party, (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END))
  WHERE (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END) IS NOT NULL;
CREATE INDEX case_settled_village ON "case" (village_code, (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END))
  WHERE (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END) IS NOT NULL;
