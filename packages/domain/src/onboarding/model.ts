/** What makes a kecamatan ready, in the order in which it is done. */
export const onboardingSteps = [
  "office",
  "villages",
  "sectors",
  "people",
  "calendar",
  "categories",
  "register",
  "first-case",
] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** Steps that a person looks through; live data alone cannot tell that somebody did. */
export const markedSteps = ["villages", "sectors", "calendar", "categories", "register"] as const;
export type MarkedStep = (typeof markedSteps)[number];

/** Steps without which a kecamatan works all the same. */
export const skippableSteps: readonly OnboardingStep[] = ["sectors", "register"];

export const marks = ["checked", "skipped"] as const;
export type Mark = (typeof marks)[number];

/** open: to be done; done: live data or a mark says so; skipped: left out on purpose. */
export type StepState = "open" | "done" | "skipped";

/** What a workbook holds: an office's register of cases, or families of the registry. */
export const importKinds = ["register", "families"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStatuses = [
  "checking",
  "checked",
  "running",
  "done",
  "cancelled",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** The worker is at it: ask again soon. */
export const isAtWork = (status: ImportStatus): boolean =>
  status === "checking" || status === "running" || status === "undoing";

/** Some of its rows were taken over, and nothing is being done with it now. */
export const mayBeUndone = (status: ImportStatus): boolean =>
  status === "done" || status === "cancelled" || status === "failed";

/** Rows of one workbook at the most; a longer one is sent in parts. */
export const mostImportRows = 10_000;
/** People of one list at the most. */
export const mostPeopleRows = 500;
/** Bytes of one workbook. */
export const mostWorkbookBytes = 5 * 1_048_576;
/** Problems that are named one by one; beyond, they are counted. */
export const mostNamedProblems = 1_000;
