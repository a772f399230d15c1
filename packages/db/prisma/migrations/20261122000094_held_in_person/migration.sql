-- Cases that wait for one person by name, few beside those that wait for an office: whose turn it is by no
-- office (an auditor) is answered from here and not from all that they may read.
CREATE INDEX case_held_in_person ON "case" (holder_user_id, due_at, id) WHERE is_open AND holder_user_id IS NOT NULL;
