import { z } from "zod";
import { ageStarts } from "../calendars/case-spans";
import { caseListFilters } from "./list-filter-schema";
import { caseGroupings, caseOrders } from "./list-filters";
import {
  behalfWays,
  channels,
  holdReasons,
  noteAudiences,
  outcomes,
  privacyModes,
  relayWays,
} from "./model";
import { reportedPartySchema } from "./reported-unit";

const text = (max: number) => z.string().trim().min(1).max(max);
const villageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
const caseRef = {
  caseId: z.uuid(),
  /** The version that the person saw: another one since then is a conflict, not an overwrite. */
  version: z.int().nonnegative(),
};
/** Made by the client once per intended act, so that a retry is answered and not repeated. */
export const clientAction = { clientActionId: z.uuid() };

/** Who came, as told at the desk. Everything but the name may be absent. */
export const reporterInput = z.object({
  name: text(120),
  phone: z.string().trim().max(24).nullish(),
  nik: z.string().trim().max(20).nullish(),
  capacity: z.string().trim().max(80).nullish(),
});

export const openCaseCommand = z.object({
  ...clientAction,
  villageCode,
  categoryCode: z.string().min(2).max(24),
  title: text(300),
  description: text(8000),
  channel: z.enum(channels).exclude(["import"]),
  privacy: z.enum(privacyModes).nullish(),
  reporter: reporterInput.nullish(),
  /** The unit complained of. */
  reportedParty: reportedPartySchema.nullish(),
  /** When it was told, if keyed later (paper, offline); never in the future. */
  capturedAt: z.date().nullish(),
  /** Of the case that carries this report from the start: the same matter was told before. */
  joinNumber: z.string().trim().max(40).nullish(),
});
export type OpenCaseCommand = z.infer<typeof openCaseCommand>;

/** The same as a crew writes it down in a village of its trip: a new matter, with the trip that led there. */
export const openTripCaseCommand = openCaseCommand
  .omit({ joinNumber: true, reportedParty: true })
  .extend({ tripId: z.uuid() });
export type OpenTripCaseCommand = z.infer<typeof openTripCaseCommand>;

export const triageCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  categoryCode: z.string().min(2).max(24).nullish(),
  note: z.string().trim().max(2000).nullish(),
});
export type TriageCaseCommand = z.infer<typeof triageCaseCommand>;

export const routeCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  /** A sector (DPMD) or a section of the kecamatan (KASI_PMD). */
  target: z.string().min(2).max(40),
  instruction: text(2000),
});
export type RouteCaseCommand = z.infer<typeof routeCaseCommand>;

/** The leaders agree to what the desk proposed; their words go with the case. */
export const disposeCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  instruction: text(2000),
});
export type DisposeCaseCommand = z.infer<typeof disposeCaseCommand>;

export const returnProposalCommand = z.object({ ...clientAction, ...caseRef, reason: text(2000) });
export type ReturnProposalCommand = z.infer<typeof returnProposalCommand>;

/** How an answer reached the kecamatan when the sector has no account. */
export const onBehalf = z.object({
  who: text(120),
  how: z.enum(behalfWays),
  when: z.date(),
});
export const acceptAssignmentCommand = z.object({
  ...clientAction,
  ...caseRef,
  onBehalf: onBehalf.nullish(),
  /** Begin with the steps that the case's rule has, where it has none yet. */
  withSteps: z.boolean().nullish(),
});
export type AcceptAssignmentCommand = z.infer<typeof acceptAssignmentCommand>;

export const declineAssignmentCommand = z.object({
  ...clientAction,
  ...caseRef,
  reason: text(2000),
  onBehalf: onBehalf.nullish(),
});
export type DeclineAssignmentCommand = z.infer<typeof declineAssignmentCommand>;

export const addNoteCommand = z.object({
  ...clientAction,
  caseId: z.uuid(),
  audience: z.enum(noteAudiences),
  body: text(8000),
});
export type AddNoteCommand = z.infer<typeof addNoteCommand>;

export const holdCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  waitingFor: z.enum(holdReasons),
  reason: text(2000),
  until: z.date(),
});
export type HoldCaseCommand = z.infer<typeof holdCaseCommand>;

export const resumeCaseCommand = z.object({ ...clientAction, ...caseRef });
export type ResumeCaseCommand = z.infer<typeof resumeCaseCommand>;

export const resolveCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  outcome: z.enum(outcomes),
  response: text(4000),
  solution: text(4000),
  followUp: text(4000),
  onBehalf: onBehalf.nullish(),
});
export type ResolveCaseCommand = z.infer<typeof resolveCaseCommand>;

export const confirmCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  note: z.string().trim().max(2000).nullish(),
});
export type ConfirmCaseCommand = z.infer<typeof confirmCaseCommand>;

export const reopenCaseCommand = z.object({ ...clientAction, ...caseRef, reason: text(2000) });
export type ReopenCaseCommand = z.infer<typeof reopenCaseCommand>;

const ofReport = {
  ...clientAction,
  /** The merged report. */
  caseId: z.uuid(),
  /** Of the case that carries it, as the person saw it. */
  version: z.int().nonnegative(),
};
/** What who made a merged report says of the answer. */
export const answerForReportCommand = z.discriminatedUnion("answer", [
  z.object({ ...ofReport, answer: z.literal("settled") }),
  z.object({ ...ofReport, answer: z.literal("unsettled"), reason: text(2000) }),
]);
export type AnswerForReportCommand = z.infer<typeof answerForReportCommand>;

export const closeCaseCommand = z.object({ ...clientAction, ...caseRef });
export type CloseCaseCommand = z.infer<typeof closeCaseCommand>;

/** Something is missing: what, in words that the reporter reads. */
export const askInfoCommand = z.object({ ...clientAction, ...caseRef, question: text(2000) });
export type AskInfoCommand = z.infer<typeof askInfoCommand>;

export const completeCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  information: text(8000),
  onBehalf: onBehalf.nullish(),
});
export type CompleteCaseCommand = z.infer<typeof completeCaseCommand>;

/** Not ours: where to go instead is part of the answer. */
export const redirectCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  destination: text(200),
  reason: text(2000),
});
export type RedirectCaseCommand = z.infer<typeof redirectCaseCommand>;

export const archiveCaseCommand = z.object({ ...clientAction, ...caseRef, reason: text(2000) });
export type ArchiveCaseCommand = z.infer<typeof archiveCaseCommand>;

export const cancelCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  reason: text(2000),
  onBehalf: onBehalf.nullish(),
});
export type CancelCaseCommand = z.infer<typeof cancelCaseCommand>;

/** Corrections of the intake; what is absent stays. */
export const amendCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  villageCode: villageCode.nullish(),
  categoryCode: z.string().min(2).max(24).nullish(),
  privacy: z.enum(privacyModes).nullish(),
  reporter: reporterInput.nullish(),
  /** The unit complained of; null takes the name of it away again. */
  reportedParty: reportedPartySchema.nullable().optional(),
  reason: text(2000),
});
export type AmendCaseCommand = z.infer<typeof amendCaseCommand>;

/** Two reports of one matter: this one is carried by the case of that number from now on. */
export const mergeCasesCommand = z.object({
  ...clientAction,
  ...caseRef,
  intoNumber: text(40),
  reason: text(2000),
});
export type MergeCasesCommand = z.infer<typeof mergeCasesCommand>;

export const undoMergeCommand = z.object({ ...clientAction, ...caseRef, reason: text(2000) });
export type UndoMergeCommand = z.infer<typeof undoMergeCommand>;

/** One report of two matters: the second one, and why. */
export const splitCaseCommand = z.object({
  ...clientAction,
  ...caseRef,
  categoryCode: z.string().min(2).max(24),
  title: text(300),
  description: text(8000),
  reason: text(2000),
});
export type SplitCaseCommand = z.infer<typeof splitCaseCommand>;

/** What is known of a report while it is taken down, or the case that stands already. */
export const findDuplicatesInput = z.union([
  z.object({ caseId: z.uuid() }),
  z.object({
    villageCode,
    categoryCode: z.string().max(24).nullish(),
    title: z.string().trim().max(300),
    description: z.string().trim().max(8000),
    reporter: reporterInput.partial().nullish(),
  }),
]);
export type FindDuplicatesInput = z.infer<typeof findDuplicatesInput>;

/** Filters and keyset of the queue; everything optional but the page size. */
export const listCasesInput = z.object({
  statuses: z.array(z.string().max(20)).max(17).optional(),
  villages: z.array(z.string().max(13)).max(60).optional(),
  categories: z.array(z.string().max(24)).max(200).optional(),
  holder: z.enum(["mine", "unowned", "desk", "leaders", "section", "sector", "village"]).optional(),
  /** near: due within two working days of the reader's office. */
  lateness: z.enum(["late", "near", "today", "week"]).optional(),
  /** Place in `ageStarts` (calendars/case-spans): how many working days ago it came in. */
  age: z
    .int()
    .min(0)
    .max(ageStarts.length - 1)
    .optional(),
  /** waiting: only those of which a referral (or an offered transfer) waits for the reader. */
  referral: z.literal("waiting").optional(),
  /** Of the case's number. */
  years: z.array(z.int().min(2000).max(2099)).max(30).optional(),
  text: z.string().trim().max(120).optional(),
  ...caseListFilters,
  /** Not given, or none that the statuses can stand in: the list's own, see `orderFor`. */
  order: z.enum(caseOrders).optional(),
  cursor: z.object({ key: z.string().max(40), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListCasesInput = z.infer<typeof listCasesInput>;

/** The same filters, counted by village or sector, or by when they are due. */
export const groupCasesInput = listCasesInput
  .omit({ cursor: true, limit: true, order: true })
  .extend({ by: z.enum([...caseGroupings, "due"]) });
export type GroupCasesInput = z.infer<typeof groupCasesInput>;

/** The village, or the desk, told the citizen how the case stands: who, how and when. */
export const relayCaseCommand = z.object({
  ...clientAction,
  caseId: z.uuid(),
  toldBy: z.string().trim().min(1).max(120),
  how: z.enum(relayWays),
  toldAt: z.date(),
});
export type RelayCaseCommand = z.infer<typeof relayCaseCommand>;

/** Whose page has a case open. */
export const presenceInput = z.object({ caseId: z.uuid() });
export type PresenceInput = z.infer<typeof presenceInput>;
