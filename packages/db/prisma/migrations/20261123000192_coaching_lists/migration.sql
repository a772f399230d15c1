-- Lists of coaching by pages: what waits is ordered by the day from which it is late, which is its own day or the one
-- on which coach and camat were told. CASE and not least(): what is fenced may only be looked up by leakproof expressions.

-- Evidence that waits for its coach.
CREATE INDEX coaching_commitment_shown ON coaching_commitment
  (province_code, (CASE WHEN alerted_on < due_on THEN alerted_on ELSE due_on END), id)
  WHERE status = 'evidence_submitted';
-- Promises whose evidence is missing, those that are late first.
CREATE INDEX coaching_commitment_missing ON coaching_commitment
  (province_code, (CASE WHEN alerted_on < due_on THEN alerted_on ELSE due_on END), id)
  WHERE status IN ('agreed', 'in_progress', 'overdue', 'returned');
-- The late ones of an engagement, counted for its batch.
CREATE INDEX coaching_commitment_behind ON coaching_commitment
  (engagement_id, (CASE WHEN alerted_on < due_on THEN alerted_on ELSE due_on END))
  WHERE status IN ('proposed', 'agreed', 'in_progress', 'overdue', 'returned');
CREATE INDEX coaching_session_open ON coaching_session (province_code, starts_at)
  WHERE status IN ('scheduled', 'held', 'minutes_draft');
-- The same for an office, which sees its own kecamatan alone.
CREATE INDEX coaching_commitment_missing_here ON coaching_commitment
  (subdistrict_code, (CASE WHEN alerted_on < due_on THEN alerted_on ELSE due_on END), id)
  WHERE status IN ('agreed', 'in_progress', 'overdue', 'returned');
CREATE INDEX coaching_commitment_proposed ON coaching_commitment
  (subdistrict_code, (CASE WHEN alerted_on < due_on THEN alerted_on ELSE due_on END), id)
  WHERE status = 'proposed';
-- And for who promised.
CREATE INDEX coaching_commitment_mine ON coaching_commitment
  (owner_id, (CASE WHEN alerted_on < due_on THEN alerted_on ELSE due_on END), id)
  WHERE status IN ('agreed', 'in_progress', 'overdue', 'returned');
