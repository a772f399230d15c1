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
import type { CasePage } from "./case-page-queries";
import type { ActingDto, StageDto, TimelineEntry } from "./detail-queries";

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

/** Notes, stages and events of a case's page as its reader may see them, with the names that they need. */
export const historyOf = ({ kase, isGuest, audiences, rows }: CasePage) => {
  const names = new Map(Object.entries(rows.names));
  if (isGuest && kase.reporterUserId !== null) names.set(kase.reporterUserId, unnamed);
  return {
    names,
    letters: new Map(Object.entries(rows.letters)),
    notes: rows.notes.map((n) => ({ ...n, createdAt: new Date(n.createdAt) })),
    stages: rows.stages.map((s) => ({
      ...s,
      startedAt: new Date(s.startedAt),
      endedAt: s.endedAt === null ? null : new Date(s.endedAt),
      dueAt: new Date(s.dueAt),
    })),
    events: rows.events
      .filter((event) => !isHiddenFile(event, audiences, isGuest))
      .map((e) => ({ ...e, occurredAt: new Date(e.occurredAt) })),
  };
};

interface WithPayload {
  readonly payload: unknown;
}

const actingOf = ({ payload }: WithPayload): ActingAs | null =>
  (payload as { readonly actingAs?: ActingAs }).actingAs ?? null;

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

export type History = ReturnType<typeof historyOf>;

export const timelineOf = ({
  events,
  notes,
  names,
  letters,
}: History): readonly TimelineEntry[] => {
  const words = new Map(notes.map((n) => [n.id, n.body]));
  return events.flatMap((e): TimelineEntry[] => {
    const { payload } = e;
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

/** Whose name is opened, and what is told beside it without being opened. */
interface SealedReporter {
  readonly id: string;
  readonly nameSealed: Uint8Array;
  readonly capacity: string | null;
  readonly hasPhone: boolean;
  readonly hasNik: boolean;
}

/** The reporter as this reader may know them; asked only for who may read the person. */
const showReporter = (ctx: ServiceContext, kase: Case, sealed: SealedReporter) => {
  const { hasPhone, hasNik, ...named } = sealed;
  const person = openPerson(ctx, { ...named, phoneSealed: null, nikSealed: null });
  // Anonymous: the name is not published. Sectors see it masked; the kecamatan's officers answer the person.
  const open = kase.privacy === "NORMAL" || can(ctx.actor, "case.reprint-receipt", kase);
  return {
    id: person.id,
    maskedName: person.maskedName,
    name: open ? person.name : null,
    // "Kaur Keuangan" of one village is a name in other words.
    capacity: open ? person.capacity : null,
    hasPhone,
    hasNik,
  };
};

/** Of a case's page. */
export const reporterOf = (ctx: ServiceContext, { kase, rows: { person } }: CasePage) =>
  person &&
  showReporter(ctx, kase, { ...person, nameSealed: Buffer.from(person.nameSealed, "base64") });

/** Of another case in the same transaction. */
export const readReporter = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  if (kase.reporterPersonId === null || !can(ctx.actor, "person.read", kase)) return null;
  await tx.$queryRaw`SELECT set_config('rembuk.person', ${kase.reporterPersonId}, true)`;
  const row = await tx.person.findUnique({ where: { id: kase.reporterPersonId } });
  if (!row) return null;
  const [hasPhone, hasNik] = [row.phoneSealed !== null, row.nikSealed !== null];
  return showReporter(ctx, kase, { ...row, hasPhone, hasNik });
};

export const stagesOf = (
  parts: History,
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
      holderKind: s.holderKind,
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
