import type { Transaction } from "@rembuk/db/client";
import { hasRole } from "@rembuk/domain/access/actor";
import { can } from "@rembuk/domain/access/policy";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { isTurnOf, type NextStep, nextSteps } from "@rembuk/domain/cases/lifecycle";
import type { Answer, Case, Hold, NoteAudience, Outcome } from "@rembuk/domain/cases/model";
import { clockReading } from "@rembuk/domain/cases/sla";
import { findOffice, listVillages, type OfficeSummary } from "../areas/queries";
import { openPerson } from "../beneficiaries/store";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";
import { type ClockDto, readClocks } from "./queries";
import { loadCategories, loadSectors } from "./store";

export interface NoteDto {
  readonly id: string;
  readonly audience: NoteAudience;
  readonly purpose: string;
  readonly body: string;
  readonly authorName: string;
  readonly createdAt: Date;
}

export interface TimelineEntry {
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  /** Null: the system. */
  readonly actorName: string | null;
  /** Codes that the wording needs: target, outcome, level. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The words that belong to it, if the reader may see them. */
  readonly note: string | null;
}

export interface StageDto {
  readonly holderKind: Case["holder"]["kind"];
  readonly holderCode: string | null;
  readonly holderName: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly dueAt: Date;
  readonly usedDays: number;
  readonly limitDays: number;
  readonly daysLeft: number;
}

export interface CaseDetail {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kind: Case["kind"];
  readonly classification: string;
  readonly title: string;
  readonly description: string;
  readonly status: Case["status"];
  readonly channel: Case["channel"];
  readonly privacy: Case["privacy"];
  readonly isSecret: boolean;
  readonly isSupervisory: boolean;
  readonly isEmergency: boolean;
  readonly priority: Case["priority"];
  readonly category: {
    code: string;
    name: string;
    requiredEvidence: string;
    leadSectorCode: string;
    supportingSectorCodes: readonly string[];
  };
  readonly village: { code: string; name: string; within: string };
  readonly office: OfficeSummary | null;
  readonly holder: { kind: Case["holder"]["kind"]; code: string | null; name: string | null };
  readonly leadSectorName: string | null;
  readonly responsibleName: string | null;
  readonly enteredByName: string | null;
  readonly reporter: {
    id: string;
    maskedName: string;
    name: string | null;
    capacity: string | null;
    hasPhone: boolean;
    hasNik: boolean;
  } | null;
  readonly receivedAt: Date;
  readonly dueIsEstimate: boolean;
  readonly responseDueAt: Date | null;
  readonly firstFollowUpAt: Date | null;
  readonly total: ClockDto;
  readonly stage: ClockDto;
  readonly stages: readonly StageDto[];
  readonly holds: readonly Hold[];
  readonly escalationLevel: number;
  readonly outcome: Outcome | null;
  readonly answer: Answer | null;
  readonly resolvedAt: Date | null;
  readonly confirmBy: Date | null;
  readonly closedAt: Date | null;
  readonly nextSteps: readonly NextStep[];
  readonly isMyTurn: boolean;
  readonly notes: readonly NoteDto[];
  readonly timeline: readonly TimelineEntry[];
  /** Audiences that this reader may write to. */
  readonly mayWriteTo: readonly NoteAudience[];
  readonly mayReveal: boolean;
  readonly mayReprint: boolean;
  /** Office days of the span that the band draws, for the client's drawing of weeks. */
  readonly calendar: Pick<WorkingCalendar, "zone" | "week" | "holidays" | "coveredYears">;
}

const audiencesOf = (ctx: ServiceContext, kase: Case): NoteAudience[] => {
  const read: NoteAudience[] = ["reporter"];
  if (can(ctx.actor, "note.read-partner", kase)) read.push("partner");
  if (can(ctx.actor, "note.read-internal", kase)) read.push("internal");
  return read;
};

const loadParts = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  const notes = await tx.caseNote.findMany({
    where: { caseId: kase.id, audience: { in: audiencesOf(ctx, kase) } },
    orderBy: { createdAt: "desc" },
  });
  const stages = await tx.caseStage.findMany({
    where: { caseId: kase.id },
    orderBy: { startedAt: "asc" },
  });
  const events = await tx.domainEvent.findMany({
    where: { subject: `case/${kase.id}` },
    orderBy: { id: "desc" },
  });
  const people = new Set([
    ...notes.map((n) => n.authorId),
    ...events.map((e) => e.actorId),
    kase.createdById,
  ]);
  if (kase.responsibleId) people.add(kase.responsibleId);
  const users = await tx.user.findMany({
    where: { id: { in: [...people] } },
    select: { id: true, displayName: true },
  });
  const names = new Map(users.map((u) => [u.id, u.displayName]));
  return { notes, stages, events, names };
};

type Parts = Awaited<ReturnType<typeof loadParts>>;

const timelineOf = ({ events, notes, names }: Parts): readonly TimelineEntry[] => {
  const words = new Map(notes.map((n) => [n.id, n.body]));
  return events.flatMap((e): TimelineEntry[] => {
    const payload = e.payload as Record<string, unknown>;
    const noteId = typeof payload.noteId === "string" ? payload.noteId : null;
    const note = noteId === null ? null : (words.get(noteId) ?? null);
    // A note that the reader may not see leaves no trace in the timeline either.
    if (e.type === "case.note-added" && note === null) return [];
    return [
      {
        id: e.id,
        type: e.type,
        at: e.occurredAt,
        actorName: names.get(e.actorId) ?? null,
        payload,
        note,
      },
    ];
  });
};

const readReporter = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  if (kase.reporterPersonId === null || !can(ctx.actor, "person.read", kase)) return null;
  await tx.$queryRaw`SELECT set_config('rembuk.person', ${kase.reporterPersonId}, true)`;
  const row = await tx.person.findUnique({ where: { id: kase.reporterPersonId } });
  if (!row) return null;
  const person = openPerson(ctx, row);
  // Anonymous: the name is not published. Sectors see it masked; the kecamatan's officers answer the person.
  const open = kase.privacy === "NORMAL" || can(ctx.actor, "case.reprint-receipt", kase);
  return {
    id: person.id,
    maskedName: person.maskedName,
    name: open ? person.name : null,
    capacity: person.capacity,
    hasPhone: person.phone !== null,
    hasNik: person.nik !== null,
  };
};

const stagesOf = (
  parts: Parts,
  kase: Case,
  calendar: WorkingCalendar,
  now: Date,
  nameOf: (code: string | null) => string | null,
): readonly StageDto[] =>
  parts.stages.map((s) => {
    const reading = clockReading({
      startedAt: s.startedAt,
      dueAt: s.dueAt,
      limitDays: s.limitDays,
      now,
      calendar,
      holds: kase.holds,
      endedAt: s.endedAt,
    });
    return {
      holderKind: s.holderKind as StageDto["holderKind"],
      holderCode: s.holderCode,
      holderName: nameOf(s.holderCode),
      startedAt: s.startedAt,
      endedAt: s.endedAt,
      dueAt: s.dueAt,
      usedDays: reading.usedDays,
      limitDays: reading.limitDays,
      daysLeft: reading.daysLeft,
    };
  });

/**
 * One case with its history, as far as the reader may see. Reading a secret or supervisory one is logged.
 * @throws not-found CASE_NOT_FOUND also where it exists and may not be known
 */
export const showCase = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<CaseDetail> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "case.read", kase);
    if (hasRole(ctx.actor, "auditor")) await logAccess(tx, ctx, { kase, act: "audited-read" });
    else if (kase.isSecret || kase.isSupervisory)
      await logAccess(tx, ctx, { kase, act: "read-secret" });
    const parts = await loadParts(tx, ctx, kase);
    const reporter = await readReporter(tx, ctx, kase);
    const [categories, sectors, villages, calendar, office] = await Promise.all([
      loadCategories(ctx.db, ""),
      loadSectors(ctx.db, ""),
      listVillages(ctx.db, kase.subdistrictCode),
      officeCalendar(ctx.db, kase.subdistrictCode),
      findOffice(ctx.db, kase.subdistrictCode),
    ]);
    const nameOf = (code: string | null) =>
      code === null ? null : (sectors.get(code)?.name ?? code);
    const village = villages.find((v) => v.code === kase.villageCode);
    const category = categories.get(kase.categoryCode);
    const {
      leadParty: _p,
      leadSectorCode,
      createdById,
      responsibleId,
      reporterUserId: _u,
      reporterPersonId: _r,
      holder,
      ...shown
    } = kase;
    const notes = parts.notes.map((n) => ({
      id: n.id,
      audience: n.audience as NoteAudience,
      purpose: n.purpose,
      body: n.body,
      authorName: parts.names.get(n.authorId) ?? "",
      createdAt: n.createdAt,
    }));
    return {
      ...pickShown(shown),
      category: {
        code: kase.categoryCode,
        name: category?.name ?? kase.categoryCode,
        requiredEvidence: category?.requiredEvidence ?? "",
        leadSectorCode: category?.leadSectorCode ?? "",
        supportingSectorCodes: category?.supportingSectorCodes ?? [],
      },
      village: {
        code: kase.villageCode,
        name: village?.name ?? kase.villageCode,
        within: village?.within ?? "",
      },
      office,
      holder: { kind: holder.kind, code: holder.code, name: nameOf(holder.code) },
      leadSectorName: nameOf(leadSectorCode),
      responsibleName: responsibleId === null ? null : (parts.names.get(responsibleId) ?? null),
      enteredByName: parts.names.get(createdById) ?? null,
      reporter,
      ...readClocks(kase, calendar, ctx.now()),
      stages: stagesOf(parts, kase, calendar, ctx.now(), nameOf),
      nextSteps: nextSteps(kase, ctx.actor, ctx.now()),
      isMyTurn: isTurnOf(ctx.actor, kase),
      notes,
      timeline: timelineOf(parts),
      mayWriteTo: (["internal", "partner", "reporter"] as const).filter((a) =>
        can(ctx.actor, `note.write-${a}`, kase),
      ),
      mayReveal: can(ctx.actor, "person.reveal", kase),
      mayReprint: can(ctx.actor, "case.reprint-receipt", kase),
      calendar: {
        zone: calendar.zone,
        week: calendar.week,
        holidays: calendar.holidays,
        coveredYears: calendar.coveredYears,
      },
    };
  });

/** An allow-list: a new column of the model is shown only when it is added here. */
const pickShown = (
  c: Pick<
    Case,
    | "id"
    | "number"
    | "version"
    | "kind"
    | "classification"
    | "title"
    | "description"
    | "status"
    | "channel"
    | "privacy"
    | "isSecret"
    | "isSupervisory"
    | "isEmergency"
    | "priority"
    | "receivedAt"
    | "dueIsEstimate"
    | "responseDueAt"
    | "firstFollowUpAt"
    | "holds"
    | "escalationLevel"
    | "outcome"
    | "answer"
    | "resolvedAt"
    | "confirmBy"
    | "closedAt"
  >,
) => ({
  id: c.id,
  number: c.number,
  version: c.version,
  kind: c.kind,
  classification: c.classification,
  title: c.title,
  description: c.description,
  status: c.status,
  channel: c.channel,
  privacy: c.privacy,
  isSecret: c.isSecret,
  isSupervisory: c.isSupervisory,
  isEmergency: c.isEmergency,
  priority: c.priority,
  receivedAt: c.receivedAt,
  dueIsEstimate: c.dueIsEstimate,
  responseDueAt: c.responseDueAt,
  firstFollowUpAt: c.firstFollowUpAt,
  holds: c.holds,
  escalationLevel: c.escalationLevel,
  outcome: c.outcome,
  answer: c.answer,
  resolvedAt: c.resolvedAt,
  confirmBy: c.confirmBy,
  closedAt: c.closedAt,
});
