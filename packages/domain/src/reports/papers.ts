import { z } from "zod";
import { clientAction, listCasesInput } from "../cases/commands";

/**
 * What the worker makes for one reader: Bahan rapat of a board, Lembar desa, the table of a view or of
 * families, the papers of a trip. It is theirs alone, and it is destroyed after a day.
 */
export const paperKinds = [
  "meeting-sheet",
  "village-sheet",
  "case-table",
  "family-table",
  "trip-order",
  "loading-list",
  "handover-record",
  "innovation-report",
  "innovation-proposal",
  "innovation-table",
  "coaching-invitation",
  "coaching-report",
  "recipient-list",
  "trip-report",
  "handover-sheet",
  "meeting-minutes",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** waiting > making > ready > destroyed; failed and cancelled are ends. */
export const paperStatuses = [
  "waiting",
  "making",
  "ready",
  "failed",
  "cancelled",
  "destroyed",
] as const;
export type PaperStatus = (typeof paperStatuses)[number];

/** Somebody waits for it, or the worker is at it. */
export const isRunning = (status: PaperStatus): boolean =>
  status === "waiting" || status === "making";

/** Kinds that are workbooks; the others are PDF. */
export const tableKinds: readonly PaperKind[] = ["case-table", "family-table", "innovation-table"];

export const paperLifetimeMs = 86_400_000;
/** Rows of a table at most; the reader is told what was left out. */
export const mostTableRows = 10_000;
/** After so many tries it has failed, and whoever waits is told. */
export const mostPaperTries = 3;

/** Days back over which received and settled are counted. */
export const paperPeriods = [7, 30, 90] as const;

export const requestMeetingSheetCommand = z.object({
  ...clientAction,
  periodDays: z.literal(paperPeriods),
});
export type RequestMeetingSheetCommand = z.infer<typeof requestMeetingSheetCommand>;

export const villageSheetInput = z.object({
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
});
export type VillageSheetInput = z.infer<typeof villageSheetInput>;
export const requestVillageSheetCommand = z.object({
  ...clientAction,
  ...villageSheetInput.shape,
});
export type RequestVillageSheetCommand = z.infer<typeof requestVillageSheetCommand>;

export const requestTripOrderCommand = z.object({ ...clientAction, tripId: z.uuid() });
export type RequestTripOrderCommand = z.infer<typeof requestTripOrderCommand>;

/** Berita acara of one village and one program; empty: of people who stood on no line. */
export const requestHandoverRecordCommand = z.object({
  ...clientAction,
  tripId: z.uuid(),
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  programCode: z.string().max(31),
});
export type RequestHandoverRecordCommand = z.infer<typeof requestHandoverRecordCommand>;

/** Laporan indeks as a PDF or a workbook, or the proposal of an innovation. */
export const requestInnovationPaperCommand = z.object({
  ...clientAction,
  innovationId: z.uuid(),
  kind: z.enum(["innovation-report", "innovation-proposal", "innovation-table"]),
});
export type RequestInnovationPaperCommand = z.infer<typeof requestInnovationPaperCommand>;

/** Undangan to one session, of who coaches it. */
export const requestCoachingInvitationCommand = z.object({ ...clientAction, sessionId: z.uuid() });
export type RequestCoachingInvitationCommand = z.infer<typeof requestCoachingInvitationCommand>;

/** Laporan angkatan of the engagements that the reader may see. */
export const requestCoachingReportCommand = z.object({ ...clientAction, batchId: z.uuid() });
export type RequestCoachingReportCommand = z.infer<typeof requestCoachingReportCommand>;

/** Notula of a meeting of a field. */
export const requestMinutesCommand = z.object({ ...clientAction, meetingId: z.uuid() });
export type RequestMinutesCommand = z.infer<typeof requestMinutesCommand>;

/** The view that is exported: the queue's filter, without the page. */
export const tableFilter = listCasesInput.omit({ cursor: true, limit: true });
export type TableFilter = z.infer<typeof tableFilter>;

/** Read by whoever reads the trail of the office. */
export const exportReason = z.string().trim().min(10).max(300);

export const requestCaseTableCommand = z.object({
  ...clientAction,
  filter: tableFilter,
  reason: exportReason,
});
export type RequestCaseTableCommand = z.infer<typeof requestCaseTableCommand>;

export const requestFamilyTableCommand = z.object({
  ...clientAction,
  /** A kecamatan, or a village of it. */
  areaCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/),
  reason: exportReason,
});
export type RequestFamilyTableCommand = z.infer<typeof requestFamilyTableCommand>;

export const cancelPaperCommand = z.object({ ...clientAction, paperId: z.uuid() });
export type CancelPaperCommand = z.infer<typeof cancelPaperCommand>;

const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const groups = 3;
const groupLength = 4;
export const PAPER_NUMBER_BYTES = 24;

/**
 * The number on a paper by which anybody who holds it can check it: "7KQ2-MX4D-9TRA", 59 bits, so that
 * none is guessed. No letter that is mistaken for another.
 * @param bytes PAPER_NUMBER_BYTES of a cryptographic source
 */
export const paperNumberFrom = (bytes: Uint8Array): string => {
  const characters = Array.from({ length: groups * groupLength }, (_, at) => {
    // Two bytes a letter: what the remainder favours is below 0.05 %.
    const value = (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0);
    return letters[value % letters.length] ?? "";
  });
  return Array.from({ length: groups }, (_, at) =>
    characters.slice(at * groupLength, (at + 1) * groupLength).join(""),
  ).join("-");
};

/** A number as it was typed: small letters, blanks and missing dashes are no fault. Null: none. */
export const parsePaperNumber = (typed: string): string | null => {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (plain.length !== groups * groupLength) return null;
  return [0, 4, 8].map((at) => plain.slice(at, at + groupLength)).join("-");
};

/** Nine digits or more, however they are parted: a NIK, a number of a telephone, of an account. */
const longNumber = /\d(?:[\s.\-/]?\d){8,}/g;

/** What somebody wrote, for paper that leaves the house: long numbers are blacked out. */
export const withoutLongNumbers = (text: string): string => text.replace(longNumber, "•••");
