import {
  type Mark,
  type MarkedStep,
  type OnboardingStep,
  onboardingSteps,
  type StepState,
} from "./model";

/** What live data say of a kecamatan. Counts of people and offices, never of cases. */
export interface OnboardingFacts {
  readonly hasOffice: boolean;
  readonly villages: number;
  /** Offices around the kecamatan, of its own and of its kabupaten. */
  readonly offices: number;
  /** Running assignments at the desk of the kecamatan. */
  readonly deskOfficers: number;
  /** Camat or sekcam. */
  readonly leaders: number;
  readonly hasImported: boolean;
  /** A case of its own, not taken over from a register. */
  readonly hasCase: boolean;
  readonly marks: Readonly<Partial<Record<MarkedStep, Mark>>>;
}

const marked = (mark: Mark | undefined, isPossible = true): StepState => {
  if (mark === "skipped") return "skipped";
  return mark === "checked" && isPossible ? "done" : "open";
};

const done = (isDone: boolean): StepState => (isDone ? "done" : "open");

const states: Readonly<Record<OnboardingStep, (facts: OnboardingFacts) => StepState>> = {
  office: (f) => done(f.hasOffice),
  villages: (f) => marked(f.marks.villages, f.villages > 0),
  sectors: (f) => marked(f.marks.sectors, f.offices > 0),
  people: (f) => done(f.deskOfficers > 0 && f.leaders > 0),
  calendar: (f) => marked(f.marks.calendar),
  categories: (f) => marked(f.marks.categories),
  register: (f) => (f.hasImported ? "done" : marked(f.marks.register)),
  "first-case": (f) => done(f.hasCase),
};

/** How far a kecamatan is, step by step. */
export const stepStates = (facts: OnboardingFacts): Readonly<Record<OnboardingStep, StepState>> =>
  Object.fromEntries(onboardingSteps.map((step) => [step, states[step](facts)])) as Record<
    OnboardingStep,
    StepState
  >;

/** The first step that is still to be done; null when the kecamatan is ready. */
export const nextStep = (
  steps: Readonly<Record<OnboardingStep, StepState>>,
): OnboardingStep | null => onboardingSteps.find((step) => steps[step] === "open") ?? null;
