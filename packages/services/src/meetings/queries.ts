import type { Transaction } from "@rembuk/db/client";
import { can, canInArea } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ListMeetingsInput } from "@rembuk/domain/meetings/commands";
import {
  type ActionCase,
  type ActionState,
  type Attendee,
  actionState,
  type MeetingAction,
} from "@rembuk/domain/meetings/model";
import { loadSectorNames } from "../areas/queries";
import { findCase } from "../cases/store";
import type { ServiceContext } from "../context";
import { unseal } from "../kernel/field-keys";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";

export interface MeetingDto {
  readonly id: string;
  readonly sectorName: string;
  readonly programYear: number;
  /** Of the SK under which its program runs. */
  readonly decreeNumber: string | null;
  readonly subject: string;
  readonly heldOn: string;
  readonly place: string;
  readonly chair: string;
  readonly attendees: readonly Attendee[];
  readonly minutes: string;
  readonly actions: readonly (MeetingAction & {
    readonly state: ActionState;
    readonly kase: ActionCase;
  })[];
}

export interface MeetingPage {
  readonly items: readonly MeetingDto[];
  readonly nextCursor: string | null;
  readonly mayRecord: boolean;
}

const pageSize = 20;
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const afterCursor = (cursor: string | null | undefined) => {
  const [day, id] = cursor?.split(" ") ?? [];
  if (!day || !id) return {};
  const heldOn = new Date(`${day}T00:00:00Z`);
  return { OR: [{ heldOn: { lt: heldOn } }, { heldOn, id: { lt: id } }] };
};

const whole = {
  actions: { orderBy: { position: "asc" } },
  decree: { select: { number: true } },
} as const;

const meetingRows = (tx: Transaction, { subdistrictCode, cursor }: ListMeetingsInput) =>
  tx.meeting.findMany({
    where: { subdistrictCode, ...afterCursor(cursor) },
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    include: whole,
  });
type Row = Awaited<ReturnType<typeof meetingRows>>[number];

const toDto = (
  ctx: ServiceContext,
  row: Row,
  sectors: ReadonlyMap<string, string>,
  cases: ReadonlyMap<string, ActionCase>,
): MeetingDto => ({
  ...{ id: row.id, programYear: row.programYear, subject: row.subject, place: row.place },
  ...{ chair: row.chair, heldOn: dayOf(row.heldOn), decreeNumber: row.decree?.number ?? null },
  sectorName: sectors.get(row.sectorCode) ?? row.sectorCode,
  attendees: row.attendees as unknown as readonly Attendee[],
  minutes: unseal(ctx.keys, `meeting:minutes:${row.id}`, row.minutesSealed),
  actions: row.actions.map(({ id, decision, owner, dueOn, doneOn, doneWords, caseId }) => {
    const days = { dueOn: dueOn && dayOf(dueOn), doneOn: doneOn && dayOf(doneOn) };
    const state = actionState(days, officeToday(ctx.now()));
    const kase = caseId === null ? null : (cases.get(caseId) ?? "hidden");
    return { ...{ id, decision, owner, doneWords, state, kase }, ...days };
  }),
});

/** What is told of a meeting where another thing names it. */
export interface MeetingTitle {
  readonly id: string;
  readonly subject: string;
  /** "2026-02-01" */
  readonly heldOn: string;
}

/** Meetings of a kecamatan by id, or, without ids, its latest fifty. Whether the actor reads them is asked before. */
export const findMeetingTitles = async (
  tx: Transaction,
  subdistrictCode: string,
  ids: readonly string[] | null,
): Promise<readonly MeetingTitle[]> => {
  const rows = await tx.meeting.findMany({
    where: { subdistrictCode, ...(ids ? { id: { in: [...ids] } } : {}) },
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, subject: true, heldOn: true },
  });
  return rows.map(({ heldOn, ...row }) => ({ ...row, heldOn: dayOf(heldOn) }));
};

const pick = ({ id, number, status, isSecret }: Case): Exclude<ActionCase, string | null> => ({
  ...{ id, number, status, isSecret },
});

/** Of the cases that decisions became, those that the reader opens. */
const casesOf = async (
  tx: Transaction,
  ctx: ServiceContext,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, ActionCase>> => {
  const ids = rows.flatMap(({ actions }) => actions.flatMap(({ caseId }) => caseId ?? []));
  const found = new Map<string, ActionCase>();
  for (const id of new Set(ids)) {
    const kase = await findCase(tx, id);
    if (kase && can(ctx.actor, "case.read", kase)) found.set(id, pick(kase));
  }
  return found;
};

/** The meetings of an office, the latest first, with what each decided. @throws forbidden */
export const listMeetings = async (
  ctx: ServiceContext,
  input: ListMeetingsInput,
): Promise<MeetingPage> => {
  const { subdistrictCode: areaCode } = input;
  requireInArea(ctx, "meeting.read", areaCode);
  const sectors = await loadSectorNames(ctx.db, "");
  return inTransaction(ctx, async (tx) => {
    const rows = await meetingRows(tx, input);
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    const cases = await casesOf(tx, ctx, page);
    return {
      items: page.map((row) => toDto(ctx, row, sectors, cases)),
      nextCursor: rows.length > pageSize && last ? `${dayOf(last.heldOn)} ${last.id}` : null,
      mayRecord: canInArea(ctx.actor, "meeting.record", { areaCode }),
    };
  });
};

/** One meeting of an office whose meetings the actor reads, and whose it is. @throws not-found MEETING_NOT_FOUND */
export const showMeeting = async (
  ctx: ServiceContext,
  meetingId: string,
): Promise<{ readonly meeting: MeetingDto; readonly subdistrictCode: string }> => {
  const sectors = await loadSectorNames(ctx.db, "");
  return inTransaction(ctx, async (tx) => {
    const row = await tx.meeting.findUnique({ where: { id: meetingId }, include: whole });
    if (!row || !canInArea(ctx.actor, "meeting.read", { areaCode: row.subdistrictCode }))
      throw new DomainError("not-found", "MEETING_NOT_FOUND");
    const meeting = toDto(ctx, row, sectors, await casesOf(tx, ctx, [row]));
    return { meeting, subdistrictCode: row.subdistrictCode };
  });
};
