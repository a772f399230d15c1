-- The page of a case asks which promise opened it; few of them opened one.
CREATE INDEX coaching_commitment_case ON coaching_commitment (case_id) WHERE case_id IS NOT NULL;
