-- Each case and each act on it writes an entry into every index of "case". What a case does not have needs none:
-- most are not merged, not split, not anonymised, reported by nobody with an account, and led by no sector.

-- DropIndex
DROP INDEX "case_merged_into_id_idx", "case_split_from_id_idx", "case_retention_run_id_idx", "case_reporter_user_id_idx",
  "case_newest_party", "case_updated_party", "case_number_party";
DROP INDEX case_open_party, case_waiting_party, case_settled_party;

CREATE INDEX case_merged_into ON "case" (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX case_split_from ON "case" (split_from_id) WHERE split_from_id IS NOT NULL;
CREATE INDEX case_of_retention_run ON "case" (retention_run_id) WHERE retention_run_id IS NOT NULL;
CREATE INDEX case_reporter_user ON "case" (reporter_user_id) WHERE reporter_user_id IS NOT NULL;
CREATE INDEX case_newest_party ON "case" (lead_party, received_at DESC, id DESC) WHERE lead_party IS NOT NULL;
CREATE INDEX case_updated_party ON "case" (lead_party, updated_at DESC, id DESC) WHERE lead_party IS NOT NULL;
CREATE INDEX case_number_party ON "case" (lead_party, number DESC, id DESC) WHERE lead_party IS NOT NULL;
CREATE INDEX case_open_party ON "case" (lead_party, due_at, id) WHERE is_open AND lead_party IS NOT NULL;
CREATE INDEX case_waiting_party ON "case" (lead_party, received_at, id) WHERE is_open AND lead_party IS NOT NULL;
CREATE INDEX case_settled_party ON "case" (lead_party, (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END))
  WHERE lead_party IS NOT NULL AND (CASE WHEN resolved_at IS NULL THEN closed_at ELSE resolved_at END) IS NOT NULL;
