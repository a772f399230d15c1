-- A request for welfare becomes an enrolment and follows it, down to what is delivered.
ALTER TABLE "enrollment" ADD COLUMN "case_id" UUID;
ALTER TABLE "entitlement" ADD COLUMN "case_id" UUID;

-- A case runs as one enrolment at a time.
CREATE UNIQUE INDEX enrollment_of_case ON enrollment (case_id) WHERE case_id IS NOT NULL AND status <> 'stopped';
