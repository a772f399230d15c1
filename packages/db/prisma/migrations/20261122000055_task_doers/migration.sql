-- Who does a step of a checklist. The checklists themselves are edited as part of a category's rule.
ALTER TABLE "task_template" ADD COLUMN "doer" TEXT NOT NULL DEFAULT 'holder';
ALTER TABLE "case_task" ADD COLUMN "doer" TEXT NOT NULL DEFAULT 'holder';
ALTER TABLE case_task ADD CONSTRAINT case_task_doer CHECK (
  doer IN ('holder', 'responsible', 'desk', 'village', 'sector'));
ALTER TABLE task_template ADD CONSTRAINT task_template_doer CHECK (
  doer IN ('holder', 'responsible', 'desk', 'village', 'sector'));
