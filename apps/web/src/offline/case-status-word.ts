import { openStatuses } from "@rembuk/domain/cases/model";

type Worded = (typeof openStatuses)[number];

const isWorded = (status: string): status is Worded =>
  (openStatuses as readonly string[]).includes(status);

/** Key under `offline.cases.status`: a phone may hold a state that a later version brought. */
export const caseStatusWord = (status: string): Worded | "other" =>
  isWorded(status) ? status : "other";
