import { z } from "zod";
import { aidTypes, fundingLevels } from "./model";

const clientAction = { clientActionId: z.uuid() };
export const subdistrictInput = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
export const programCodeInput = z.string().regex(/^[A-Z][A-Z0-9_]{1,30}$/);
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const day = z.iso.date();

export const programContentSchema = z.object({
  name: words(3, 160),
  short: words(1, 40),
  manager: words(1, 120),
  fundingLevel: z.enum(fundingLevels),
  aidType: z.enum(aidTypes),
  benefit: words(0, 200),
  amount: words(0, 400),
  cadence: words(0, 80),
  target: words(0, 400),
  route: words(0, 600),
  documents: z.array(words(1, 160)).max(20),
  verification: words(0, 600),
  evidence: words(0, 600),
  legalBasis: words(0, 400),
});

export const listProgramsInput = z.object({ subdistrictCode: subdistrictInput });
export const showProgramInput = z.object({
  subdistrictCode: subdistrictInput,
  code: programCodeInput,
});

/** How a program holds in a kecamatan from now on: a new version, the earlier ones stay readable. */
export const saveProgramCommand = z.object({
  ...clientAction,
  subdistrictCode: subdistrictInput,
  code: programCodeInput,
  /** The version that was seen. */
  version: z.int().nonnegative(),
  isActive: z.boolean(),
  content: programContentSchema,
});
export type SaveProgramCommand = z.infer<typeof saveProgramCommand>;

export const saveCycleCommand = z
  .object({
    ...clientAction,
    subdistrictCode: subdistrictInput,
    code: programCodeInput,
    /** Null: a new one. */
    cycleId: z.uuid().nullish(),
    version: z.int().nonnegative(),
    name: words(2, 80),
    startsOn: day,
    endsOn: day,
    quota: z.int().min(1).max(100_000).nullish(),
    benefit: words(1, 160),
  })
  .refine((c) => c.endsOn >= c.startsOn, { path: ["endsOn"] });
export type SaveCycleCommand = z.infer<typeof saveCycleCommand>;

export const caseAidInput = z.object({ caseId: z.uuid() });

const reason = words(5, 500);

/** The village puts a member of a household forward for a program. */
export const nominateCommand = z.object({
  ...clientAction,
  programCode: programCodeInput,
  residentId: z.uuid(),
  /** Why this person: read by who verifies and decides. */
  ground: words(5, 1000),
  documentsSeen: z.array(words(1, 160)).max(20),
  /** Number and day of the minutes of the village's deliberation, where the program asks for them. */
  musdesNumber: words(1, 80).nullish(),
  musdesOn: day.nullish(),
  /** The request for welfare that it comes from. */
  caseId: z.uuid().nullish(),
});
export type NominateCommand = z.infer<typeof nominateCommand>;

const onEnrollment = { ...clientAction, enrollmentId: z.uuid(), version: z.int().nonnegative() };
/** One act on an enrolment; what each needs besides its words. */
export const actOnEnrollmentCommand = z.discriminatedUnion("act", [
  /** Field verification: what was found, on which day. */
  z.object({ ...onEnrollment, act: z.literal("verify"), words: reason, happenedOn: day }),
  z.object({ ...onEnrollment, act: z.literal("refuse"), words: reason }),
  z.object({ ...onEnrollment, act: z.literal("recommend"), words: reason }),
  z.object({ ...onEnrollment, act: z.literal("approve"), words: reason }),
  /** What was decided elsewhere: number and day of its letter. */
  z.object({
    ...onEnrollment,
    act: z.literal("record"),
    words: reason,
    letterNumber: words(1, 120),
    happenedOn: day,
  }),
  z.object({ ...onEnrollment, act: z.literal("stop"), words: reason }),
]);
export type ActOnEnrollmentCommand = z.infer<typeof actOnEnrollmentCommand>;

export const listEnrollmentsInput = z.object({
  caseId: z.uuid().nullish(),
  programCode: programCodeInput.nullish(),
  householdId: z.uuid().nullish(),
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListEnrollmentsInput = z.input<typeof listEnrollmentsInput>;

const quantity = z.int().min(1).max(1_000_000_000);

export const cycleInput = z.object({ cycleId: z.uuid() });

/** Entitlements of everybody decided for the program who has none in this cycle yet. */
export const prepareEntitlementsCommand = z.object({
  ...clientAction,
  cycleId: z.uuid(),
  /** What each receives: "Beras", "karung 10 kg", 2. */
  goodsName: words(2, 120),
  unit: words(1, 60),
  quantity,
});
export type PrepareEntitlementsCommand = z.infer<typeof prepareEntitlementsCommand>;

/** All drafts of a cycle that are the actor's to approve. */
export const grantEntitlementsCommand = z.object({
  ...clientAction,
  cycleId: z.uuid(),
  /** Where the money is another's: the letter of who decided. */
  letterNumber: words(1, 120).nullish(),
});
export type GrantEntitlementsCommand = z.infer<typeof grantEntitlementsCommand>;

export const cancelEntitlementCommand = z.object({
  ...clientAction,
  entitlementId: z.uuid(),
  version: z.int().nonnegative(),
  reason,
});
export type CancelEntitlementCommand = z.infer<typeof cancelEntitlementCommand>;

export const listEntitlementsInput = z.object({
  cycleId: z.uuid().nullish(),
  householdId: z.uuid().nullish(),
  /** Only what somebody still waits for. */
  isWaiting: z.boolean().nullish(),
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListEntitlementsInput = z.input<typeof listEntitlementsInput>;
