import type { Database, Transaction } from "@rembuk/db/client";
import { maskName } from "@rembuk/domain/beneficiaries/masking";
import { sharesAnswer } from "@rembuk/domain/cases/carried-reports";
import { parseCaseNumber } from "@rembuk/domain/cases/case-number";
import { type Case, isOpen } from "@rembuk/domain/cases/model";
import { parseTrackingCode, parseTrackingPin } from "@rembuk/domain/cases/tracking-code";
import { findOffice, listVillages, type OfficeSummary } from "../areas/queries";
import { openPerson } from "../beneficiaries/store";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { openAnswerToken, sealAnswerToken } from "../kernel/answer-token";
import { setTrackingContext } from "../kernel/database-context";
import type { FieldKeys } from "../kernel/field-keys";
import { hashCode, hashPin, isSameSecret } from "../kernel/tracking-secrets";
import { loadSectors } from "./category-queries";
import type { CarrierState } from "./detail-queries";
import { type ClockDto, readClocks } from "./queries";
import { carrierState, readCarrier, readSettledAt } from "./related-queries";
import { toCase } from "./row-store";
import { ruleOfCase } from "./rule-queries";

/** What the public page tells: no name beyond a mask, no address, no words of the report. */
export interface TrackedCase {
  readonly number: string;
  /** Of the case that an answer would change: this one, or the one that carries it. */
  readonly version: number;
  /** Proof for an answer within the next half hour; null when there is nothing to answer. */
  readonly answerToken: string | null;
  readonly status: Case["status"];
  readonly categoryName: string;
  readonly maskedReporter: string | null;
  /** The role whose turn it is, never a person. */
  readonly holderKind: Case["holder"]["kind"];
  readonly holderName: string | null;
  readonly isEmergency: boolean;
  readonly receivedAt: Date;
  readonly dueIsEstimate: boolean;
  readonly total: ClockDto;
  readonly stage: ClockDto;
  readonly steps: {
    receivedAt: Date;
    triagedAt: Date | null;
    routedAt: Date | null;
    followUpAt: Date | null;
    resolvedAt: Date | null;
  };
  readonly outcome: Case["outcome"];
  readonly answer: Case["answer"];
  readonly confirmBy: Date | null;
  /** Since when its reporter is told where else to turn; null while it need not be, or once settled. */
  readonly resortToldAt: Date | null;
  readonly closedAt: Date | null;
  readonly office: OfficeSummary | null;
  readonly villageName: string;
  /** How the case stands that carries this report: none of its words but the answer, not its number. */
  readonly carriedBy:
    | (CarrierState & { readonly holderName: string | null; readonly settledAt: Date | null })
    | null;
  readonly notesForReporter: readonly { body: string; createdAt: Date }[];
  /** What a request for welfare became; `domain/trips/tracked-aid.ts` says how far that is. */
  readonly aid: readonly AidOfCase[];
}

/** A nomination with its latest entitlement and the trip of that, in the words of their own shafts. */
export interface AidOfCase {
  readonly program: string;
  readonly enrolled: string;
  readonly entitled: string | null;
  readonly outcome: string | null;
  readonly served_at: Date | null;
  readonly trip_status: string | null;
  readonly starts_on: Date | null;
  readonly postpone_reason: string | null;
}

interface TrackingContext {
  readonly db: Database;
  readonly keys: FieldKeys;
  readonly now: () => Date;
}

/** By the QR's code. Null for an unknown one: the same answer as for a wrong PIN. */
export const trackByCode = async (
  ctx: TrackingContext,
  codeText: string,
): Promise<TrackedCase | null> => {
  const code = parseTrackingCode(codeText);
  const hash = hashCode(ctx.keys, code ?? "none");
  return ctx.db.$transaction(async (tx) => {
    await setTrackingContext(tx, { trackingHash: Buffer.from(hash).toString("hex") });
    const rows = await tx.$queryRaw<
      Row[]
    >`SELECT c.*, set_config('rembuk.case', c.id::text, true) FROM "case" c WHERE c.tracking_hash = ${hash}`;
    return code !== null && rows[0] ? tracked(tx, ctx, rows[0]) : null;
  });
};

/** By number and PIN. The PIN is compared in constant time, against a stand-in where there is no case. */
export const trackByNumber = async (
  ctx: TrackingContext,
  numberText: string,
  pinText: string,
): Promise<TrackedCase | null> => {
  const parsed = parseCaseNumber(numberText);
  const number = parsed.ok ? parsed.number : "";
  const given = hashPin(ctx.keys, number, parseTrackingPin(pinText) ?? "none");
  return ctx.db.$transaction(async (tx) => {
    await setTrackingContext(tx, { number: number || "none" });
    const rows = await tx.$queryRaw<
      Row[]
    >`SELECT c.*, set_config('rembuk.case', c.id::text, true) FROM "case" c WHERE c.number = ${number || "none"}`;
    const row = rows[0];
    const isRight = isSameSecret(row?.pin_hash ?? hashPin(ctx.keys, "none", "none"), given);
    return row && isRight ? tracked(tx, ctx, row) : null;
  });
};

/** The case of an answer token that is still good, read again after the answer. */
export const trackByToken = async (
  ctx: TrackingContext,
  token: string,
): Promise<TrackedCase | null> => {
  const caseId = openAnswerToken(ctx.keys, token, ctx.now());
  if (caseId === null) return null;
  return ctx.db.$transaction(async (tx) => {
    // Its own statement: the fence reads the setting before a later row could change it.
    await tx.$queryRaw`SELECT set_config('rembuk.case', ${caseId}, true)`;
    const rows = await tx.$queryRaw<Row[]>`SELECT c.* FROM "case" c WHERE c.id = ${caseId}::uuid`;
    return rows[0] ? tracked(tx, ctx, rows[0]) : null;
  });
};

/** A supervisory case is answered by the inspectorate alone; a question is for who was asked. */
const isAnswerable = (kase: Case, judged: Case): boolean =>
  !judged.isSupervisory && (judged.status === "resolved" || kase.status === "needs_info");

type Row = Record<string, unknown> & { pin_hash: string };

const tracked = async (tx: Transaction, ctx: TrackingContext, row: Row): Promise<TrackedCase> => {
  const kase = toCase(row);
  const events = await tx.domainEvent.findMany({
    where: { subject: `case/${kase.id}` },
    orderBy: { id: "asc" },
    select: { type: true, occurredAt: true },
  });
  const notes = await tx.caseNote.findMany({
    where: { caseId: kase.id, audience: "reporter" },
    orderBy: { createdAt: "desc" },
    select: { body: true, createdAt: true },
  });
  const [category, sectors, villages, calendar, office] = await Promise.all([
    ruleOfCase(ctx, kase),
    loadSectors(ctx.db, ""),
    listVillages(ctx.db, kase.subdistrictCode),
    officeCalendar(ctx.db, kase.subdistrictCode),
    findOffice(ctx.db, kase.subdistrictCode),
  ]);
  const carrier = await readCarrier(tx, kase);
  const judged = carrier && sharesAnswer(kase, carrier) ? carrier : kase;
  const sectorName = (code: string | null) =>
    (code === null ? null : sectors.get(code)?.name) ?? null;
  const last = (type: string) => events.findLast((e) => e.type === type)?.occurredAt ?? null;
  return {
    number: kase.number,
    version: judged.version,
    answerToken: isAnswerable(kase, judged) ? sealAnswerToken(ctx.keys, kase.id, ctx.now()) : null,
    status: kase.status,
    categoryName: kase.isSecret ? "" : category.name,
    maskedReporter: await maskedReporter(tx, ctx, kase),
    holderKind: kase.holder.kind,
    holderName: sectorName(kase.holder.code),
    isEmergency: kase.isEmergency,
    receivedAt: kase.receivedAt,
    dueIsEstimate: kase.dueIsEstimate,
    ...readClocks(kase, calendar, ctx.now()),
    steps: {
      receivedAt: kase.receivedAt,
      triagedAt: last("case.triaged"),
      routedAt: last("case.routed"),
      followUpAt: kase.firstFollowUpAt,
      resolvedAt: kase.resolvedAt,
    },
    outcome: judged.outcome,
    answer: judged.answer,
    confirmBy: judged.confirmBy,
    resortToldAt:
      isOpen(kase.status) && kase.resolvedAt === null ? (row.resort_told_at as Date | null) : null,
    closedAt: kase.closedAt,
    office,
    villageName: villages.find((v) => v.code === kase.villageCode)?.name ?? "",
    carriedBy: carrier && {
      ...carrierState(carrier),
      holderName: sectorName(carrier.holder.code),
      settledAt: await readSettledAt(tx, kase, carrier),
    },
    notesForReporter: notes,
    // Of the case that this transaction tracks; of a confidential one nothing.
    aid: await tx.$queryRaw<AidOfCase[]>`SELECT * FROM aid_of_tracked_case()`,
  };
};

const maskedReporter = async (
  tx: Transaction,
  ctx: TrackingContext,
  kase: Case,
): Promise<string | null> => {
  if (kase.reporterPersonId === null || kase.privacy !== "NORMAL") return null;
  await tx.$queryRaw`SELECT set_config('rembuk.person', ${kase.reporterPersonId}, true)`;
  const row = await tx.person.findUnique({ where: { id: kase.reporterPersonId } });
  return row ? maskName(openPerson(ctx as Pick<ServiceContext, "keys">, row).name) : null;
};
