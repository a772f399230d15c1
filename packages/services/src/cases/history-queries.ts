import type { Transaction } from "@rembuk/db/client";
import type { ActingAs } from "@rembuk/domain/access/actor";
import { can } from "@rembuk/domain/access/policy";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { FileFact } from "@rembuk/domain/cases/events";
import type { Case, NoteAudience } from "@rembuk/domain/cases/model";
import { clockReading } from "@rembuk/domain/cases/sla";
import { openPerson } from "../beneficiaries/store";
import type { ServiceContext } from "../context";
import {
  citizenActorId,
  linkActorId,
  reporterActorId,
  systemActorId,
} from "../kernel/system-actor";
import type { ActingDto, StageDto, TimelineEntry } from "./detail-queries";

const audiencesOf = (ctx: ServiceContext, kase: Case): NoteAudience[] => {
  const read: NoteAudience[] = ["reporter"];
  if (can(ctx.actor, "note.read-partner", kase)) read.push("partner");
  if (can(ctx.actor, "note.read-internal", kase)) read.push("internal");
  return read;
};

/** A file that the reader may not know of leaves no trace in the history either, nor in its counts. */
const isHiddenFile = (
  event: { readonly type: string; readonly payload: unknown },
  read: readonly NoteAudience[],
  isGuest: boolean,
): boolean => {
  if (!event.type.startsWith("case.file-")) return false;
  const { audience, ofNote } = event.payload as FileFact;
  return !read.includes(audience) || (isGuest && ofNote === true);
};

/** The reporter's own name in the history, for those who may not read the person. */
const unnamed = "Pelapor";

/** @param isGuest only a referral opens the case: notes of others stay closed, those to the reporter too */
export const loadParts = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  isGuest = false,
) => {
  const read = audiencesOf(ctx, kase);
  const notes = await tx.caseNote.findMany({
    where: { caseId: kase.id, audience: { in: isGuest ? [] : read } },
    orderBy: { createdAt: "desc" },
  });
  const stages = await tx.caseStage.findMany({
    where: { caseId: kase.id },
    orderBy: { startedAt: "asc" },
  });
  const told = await tx.domainEvent.findMany({
    where: { subject: `case/${kase.id}` },
    orderBy: { id: "desc" },
  });
  const events = told.filter((event) => !isHiddenFile(event, read, isGuest));
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
  if (isGuest && kase.reporterUserId !== null) names.set(kase.reporterUserId, unnamed);
  return { notes, stages, events, names, letters: await actingLetters(tx, events) };
};

interface WithPayload {
  readonly payload: unknown;
}

const actingOf = ({ payload }: WithPayload): ActingAs | null =>
  (payload as { readonly actingAs?: ActingAs }).actingAs ?? null;

/** Numbers of the letters by which somebody held an office when they acted, by absence. */
const actingLetters = async (
  tx: Transaction,
  events: readonly WithPayload[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(events.flatMap((e) => actingOf(e)?.absenceId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.absence.findMany({
    where: { id: { in: ids } },
    select: { id: true, letterNumber: true },
  });
  return new Map(rows.map((row) => [row.id, row.letterNumber]));
};

const actingDto = (event: WithPayload, letters: ReadonlyMap<string, string>): ActingDto | null => {
  const held = actingOf(event);
  return (
    held && {
      kind: held.acting,
      role: held.role,
      letterNumber: letters.get(held.absenceId) ?? "",
    }
  );
};

const actorKindOf = (id: string): TimelineEntry["actorKind"] => {
  if (id === systemActorId) return "system";
  if (id === linkActorId) return "link";
  return id === reporterActorId || id === citizenActorId ? "reporter" : "person";
};

type Parts = Awaited<ReturnType<typeof loadParts>>;

export const timelineOf = ({ events, notes, names, letters }: Parts): readonly TimelineEntry[] => {
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
        actorKind: actorKindOf(e.actorId),
        payload,
        note,
        acting: actingDto(e, letters),
      },
    ];
  });
};

export const readReporter = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
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
    // "Kaur Keuangan" of one village is a name in other words.
    capacity: open ? person.capacity : null,
    hasPhone: person.phone !== null,
    hasNik: person.nik !== null,
  };
};

export const stagesOf = (
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
