import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { type Case, isOpen } from "@rembuk/domain/cases/model";
import { mayLinkReferral } from "@rembuk/domain/cases/referral-links";
import type { OpenDecision, Referral, ReferralKind } from "@rembuk/domain/cases/referral-model";
import {
  isBlocking,
  isPartyTo,
  mayReadMilestones,
  mayReadNotes,
  mayRefer,
  type ReferralStep,
  referralSteps,
} from "@rembuk/domain/cases/referrals";
import { clockReading } from "@rembuk/domain/cases/sla";
import type { TaskDoer, TaskStep } from "@rembuk/domain/cases/task-steps";
import { mayTransfer } from "@rembuk/domain/cases/transfers";
import type { ServiceContext } from "../context";
import { linkActorId } from "../kernel/system-actor";
import { loadSectors } from "./category-queries";
import { type EntryRow, type ReferralRows, referralRowsStatement } from "./referral-row-queries";
import { toReferral } from "./referral-store";
import { findUnlinked } from "./referral-target-queries";
import type { Row } from "./row-store";

type Sectors = Awaited<ReturnType<typeof loadSectors>>;

export interface EntryDto {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  /** "2026-11-20" */
  readonly happenedOn: string | null;
  readonly createdAt: Date;
  readonly authorName: string;
}

export interface ReferralLinkDto {
  /** Of the link that still opens; null: none was sent, or it was revoked. */
  readonly expiresAt: Date | null;
}

export interface ReferralDto {
  readonly id: string;
  readonly version: number;
  readonly kind: ReferralKind;
  readonly targetCode: string;
  readonly name: string;
  /** Null: asked of another party than the reader's. */
  readonly asked: string | null;
  readonly isMandatory: boolean;
  readonly isBlocking: boolean;
  readonly status: Referral["status"];
  readonly decision: OpenDecision | null;
  readonly sentAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly usedDays: number;
  readonly limitDays: number;
  readonly daysLeft: number;
  readonly assigneeName: string | null;
  readonly isMine: boolean;
  /** What the referring side reads too: milestones, reasons, who told it; oldest first. */
  readonly entries: readonly EntryDto[];
  /** What the party wrote for itself; empty for everybody else. */
  readonly notes: readonly EntryDto[];
  readonly mayNote: boolean;
  /** A signed link to this referral, for who may send one; null for everybody else, and with an account. */
  readonly link: ReferralLinkDto | null;
  readonly steps: readonly ReferralStep[];
}

/** What a party is called: an office, a village's government, a partner, a volunteer, a kecamatan. */
const partyName = (
  { party, targetCode, kind }: Referral,
  { users, organizations, areas }: ReferralRows,
  sectors: Sectors,
): string => {
  const [place = "", code = ""] = party.split(":");
  if (place === "user") return users[code] ?? code;
  const organization = organizations[party];
  if (organization !== undefined) return organization;
  if (kind === "transfer") return `Kec. ${areas[place] ?? place}`;
  const office = sectors.get(targetCode)?.name ?? targetCode;
  return targetCode === "PEMDES" ? `${office} ${areas[place] ?? ""}`.trim() : office;
};

interface Placed {
  readonly kase: Case;
  readonly calendar: WorkingCalendar;
}

/** What came through a signed link was written by the party. */
const entryDto = (
  { referralId: _, authorId, createdAt, ...entry }: EntryRow,
  { users }: ReferralRows,
  party: string,
): EntryDto => ({
  ...entry,
  createdAt: new Date(createdAt),
  authorName: authorId === linkActorId ? party : (users[authorId] ?? ""),
});

const clockOf = (r: Referral, { kase, calendar }: Placed, now: Date) => {
  const { usedDays, limitDays, daysLeft } = clockReading({
    startedAt: r.sentAt,
    dueAt: r.dueAt,
    limitDays: r.limitDays,
    now,
    calendar,
    holds: [],
    endedAt: r.endedAt ?? kase.closedAt,
  });
  return { usedDays, limitDays, daysLeft };
};

/** The referrals that a signed link may open, with the one that was sent, for who may send it. */
const linksOf = async (
  ctx: ServiceContext,
  kase: Case,
  referrals: readonly Referral[],
  { links }: ReferralRows,
): Promise<ReadonlyMap<string, ReferralLinkDto>> => {
  const open = referrals.filter((r) => mayLinkReferral(kase, r));
  if (open.length === 0 || !can(ctx.actor, "referral.send-link", kase)) return new Map();
  const unlinked = await findUnlinked(
    ctx,
    open.map((r) => r.party),
  );
  const expiry = ({ id }: Referral) => links[id];
  return new Map(
    open.filter((r) => !unlinked.has(r.party)).map((r) => [r.id, { expiresAt: timeOf(expiry(r)) }]),
  );
};

const timeOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** A row of `referral` as JSON gives it: its times are text. */
const fromJson = (row: Row): Referral => {
  const time = (column: string) => timeOf(row[column] as string | null);
  return toReferral({
    ...row,
    sent_at: time("sent_at"),
    due_at: time("due_at"),
    answered_at: time("answered_at"),
    ended_at: time("ended_at"),
  });
};

/** The referrals of one case as this reader may see them; another party's words are left out. */
export const loadReferrals = async (
  tx: Transaction,
  ctx: ServiceContext,
  placed: Placed,
): Promise<readonly ReferralDto[]> => {
  const { id, referrals } = placed.kase;
  if (referrals.length === 0) return [];
  const { text, values } = referralRowsStatement(id, ctx.now());
  const [rows] = await tx.$queryRawUnsafe<ReferralRows[]>(text, ...values);
  return rows ? showReferrals(ctx, placed, rows) : [];
};

/** The same of rows that were read already. */
export const showReferrals = async (
  ctx: ServiceContext,
  placed: Placed,
  rows: ReferralRows,
): Promise<readonly ReferralDto[]> => {
  const { kase } = placed;
  const referrals = rows.referrals.map(fromJson);
  const [sectors, links] = await Promise.all([
    loadSectors(ctx.db, ""),
    linksOf(ctx, kase, referrals, rows),
  ]);
  return referrals.map((r): ReferralDto => {
    const { party: _p, sentById: _s, caseId: _c, assigneeId, asked, ...shown } = r;
    const name = partyName(r, rows, sectors);
    const readsSteps = mayReadMilestones(ctx.actor, kase, r);
    const own = rows.entries
      .filter((e) => e.referralId === r.id)
      .map((e) => entryDto(e, rows, name));
    const readsNotes = mayReadNotes(ctx.actor, kase, r);
    const steps = referralSteps(ctx.actor, kase, r);
    return {
      ...shown,
      ...clockOf(r, placed, ctx.now()),
      name,
      asked: readsSteps || r.kind === "transfer" ? asked : null,
      isBlocking: isBlocking(r),
      assigneeName: readsSteps && assigneeId ? (rows.users[assigneeId] ?? null) : null,
      isMine: isPartyTo(ctx.actor, r),
      entries: readsSteps || isPartyTo(ctx.actor, r) ? own.filter((e) => e.kind !== "note") : [],
      notes: readsNotes ? own.filter((e) => e.kind === "note") : [],
      link: links.get(r.id) ?? null,
      mayNote: steps.some((s) => s.action === "note"),
      steps: steps.filter((s) => s.action !== "note"),
    };
  });
};

export interface TaskDto {
  readonly id: string;
  readonly title: string;
  readonly doer: TaskDoer;
  readonly isMandatory: boolean;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly doneByName: string | null;
  readonly isLate: boolean;
}

/** A sub-task as the statement of the page gives it; its times are text. */
export interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly doer: TaskDoer;
  readonly isMandatory: boolean;
  readonly dueAt: string;
  readonly doneAt: string | null;
  readonly doneById: string | null;
}

/**
 * The checklist of one case; the party of a referral does not see it.
 * @param offered by the rule that the case keeps
 */
export const showTasks = (
  ctx: ServiceContext,
  kase: Case,
  { tasks, names }: { tasks: readonly TaskRow[]; names: ReadonlyMap<string, string> },
  offered: readonly TaskStep[],
) => {
  const manages =
    can(ctx.actor, "task.manage", kase) && isOpen(kase.status) && kase.status !== "resolved";
  return {
    tasks: tasks.map(({ doneById, ...t }): TaskDto => {
      const [dueAt, doneAt] = [new Date(t.dueAt), timeOf(t.doneAt)];
      const doneByName = doneById === null ? null : (names.get(doneById) ?? null);
      const isLate = doneAt === null && dueAt <= ctx.now();
      return { ...t, dueAt, doneAt, doneByName, isLate };
    }),
    mayManageTasks: manages,
    templateSteps: manages ? offered.map((step) => step.title) : [],
  };
};

/** What the actor may start from here: referrals, and an offer to another kecamatan. */
export const referralRights = (ctx: ServiceContext, kase: Case) => ({
  mayRefer: can(ctx.actor, "referral.send", kase) && mayRefer(kase),
  mayTransfer: can(ctx.actor, "transfer.propose", kase) && mayTransfer(kase),
  mayRevokeTransfer: can(ctx.actor, "transfer.propose", kase),
});

/** Only a referral (or an offer) opens the case to this reader: what others wrote stays closed. */
export const isReferredOnly = (ctx: ServiceContext, kase: Case): boolean =>
  !can(ctx.actor, "case.read", { ...kase, referrals: [] });
