-- What rose to the kabupaten, for its board: few among all of its cases, which it may not read.
CREATE INDEX case_escalated_regency ON "case" (regency_code, received_at) WHERE escalation_level >= 4;
