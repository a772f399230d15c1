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
import { findOrganizationNames } from "../staff/organization-queries";
import { loadSectors } from "./category-queries";
import { runningReferralLinks } from "./link-store";
import { toReferral } from "./referral-store";
import { findUnlinked } from "./referral-target-queries";
import type { Row } from "./row-store";
import { listTasks } from "./task-store";

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
const partyNames = async (tx: Transaction, ctx: ServiceContext, referrals: readonly Referral[]) => {
  const sectors = await loadSectors(ctx.db, "");
  const userIds = referrals.flatMap((r) => (r.party.startsWith("user:") ? [r.party.slice(5)] : []));
  const areaCodes = referrals.flatMap(
    (r) => r.party.match(/^(.+):(?:PEMDES|KECAMATAN)$/)?.[1] ?? [],
  );
  const people = [...userIds, ...referrals.flatMap((r) => r.assigneeId ?? [])];
  const [users, organizations, areas] = await Promise.all([
    tx.user.findMany({ where: { id: { in: people } }, select: { id: true, displayName: true } }),
    findOrganizationNames(
      tx,
      referrals.map((r) => r.party),
    ),
    tx.area.findMany({ where: { code: { in: areaCodes } }, select: { code: true, name: true } }),
  ]);
  const userNames = new Map(users.map((u) => [u.id, u.displayName]));
  const areaNames = new Map(areas.map((a) => [a.code, a.name]));
  const nameOf = ({ party, targetCode, kind }: Referral): string => {
    const [place = "", code = ""] = party.split(":");
    if (place === "user") return userNames.get(code) ?? code;
    const organization = organizations.get(party);
    if (organization !== undefined) return organization;
    if (kind === "transfer") return `Kec. ${areaNames.get(place) ?? place}`;
    const office = sectors.get(targetCode)?.name ?? targetCode;
    return targetCode === "PEMDES" ? `${office} ${areaNames.get(place) ?? ""}`.trim() : office;
  };
  return { nameOf, userNames };
};

interface Placed {
  readonly kase: Case;
  readonly calendar: WorkingCalendar;
}

const loadEntries = async (tx: Transaction, caseId: string) => {
  const rows = await tx.referralEntry.findMany({
    where: { caseId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const authors = await tx.user.findMany({
    where: { id: { in: [...new Set(rows.map((r) => r.authorId))] } },
    select: { id: true, displayName: true },
  });
  const names = new Map(authors.map((a) => [a.id, a.displayName]));
  return rows.map((r) => ({
    referralId: r.referralId,
    id: r.id,
    kind: r.kind,
    body: r.body,
    happenedOn: r.happenedOn?.toISOString().slice(0, 10) ?? null,
    createdAt: r.createdAt,
    authorId: r.authorId,
    authorName: names.get(r.authorId) ?? "",
  }));
};

type EntryRow = Awaited<ReturnType<typeof loadEntries>>[number];

/** What came through a signed link was written by the party. */
const entryDto = (
  { referralId: _, authorId, authorName, ...entry }: EntryRow,
  party: string,
): EntryDto => ({ ...entry, authorName: authorId === linkActorId ? party : authorName });

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
const loadLinks = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  referrals: readonly Referral[],
): Promise<ReadonlyMap<string, ReferralLinkDto>> => {
  const open = referrals.filter((r) => mayLinkReferral(kase, r));
  if (open.length === 0 || !can(ctx.actor, "referral.send-link", kase)) return new Map();
  const parties = open.map((r) => r.party);
  const [unlinked, sent] = await Promise.all([
    findUnlinked(ctx, parties),
    runningReferralLinks(tx, kase.id, ctx.now()),
  ]);
  const linked = open.filter((r) => !unlinked.has(r.party));
  return new Map(linked.map((r) => [r.id, { expiresAt: sent.get(r.id) ?? null }]));
};

/** The referrals of one case as this reader may see them; another party's words are left out. */
export const loadReferrals = async (
  tx: Transaction,
  ctx: ServiceContext,
  placed: Placed,
): Promise<readonly ReferralDto[]> => {
  const { kase } = placed;
  if (kase.referrals.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<Row[]>(
    "SELECT r.* FROM referral r WHERE r.case_id = $1::uuid ORDER BY r.sent_at, r.id",
    kase.id,
  );
  const referrals = rows.map(toReferral);
  const [{ nameOf, userNames }, entries, links] = await Promise.all([
    partyNames(tx, ctx, referrals),
    loadEntries(tx, kase.id),
    loadLinks(tx, ctx, kase, referrals),
  ]);
  return referrals.map((r): ReferralDto => {
    const { party: _p, sentById: _s, caseId: _c, assigneeId, asked, ...shown } = r;
    const readsSteps = mayReadMilestones(ctx.actor, kase, r);
    const own = entries.filter((e) => e.referralId === r.id).map((e) => entryDto(e, nameOf(r)));
    const readsNotes = mayReadNotes(ctx.actor, kase, r);
    const steps = referralSteps(ctx.actor, kase, r);
    return {
      ...shown,
      ...clockOf(r, placed, ctx.now()),
      name: nameOf(r),
      asked: readsSteps || r.kind === "transfer" ? asked : null,
      isBlocking: isBlocking(r),
      assigneeName: readsSteps && assigneeId ? (userNames.get(assigneeId) ?? null) : null,
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

/**
 * The checklist of one case; the party of a referral does not see it.
 * @param offered by the rule that the case keeps
 */
export const loadTasks = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  offered: readonly TaskStep[],
) => {
  const tasks = await listTasks(tx, kase.id);
  const doers = await tx.user.findMany({
    where: { id: { in: tasks.flatMap((t) => t.doneById ?? []) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(doers.map((d) => [d.id, d.displayName]));
  const manages =
    can(ctx.actor, "task.manage", kase) && isOpen(kase.status) && kase.status !== "resolved";
  return {
    tasks: tasks.map(
      (t): TaskDto => ({
        id: t.id,
        title: t.title,
        doer: t.doer,
        isMandatory: t.isMandatory,
        dueAt: t.dueAt,
        doneAt: t.doneAt,
        doneByName: t.doneById === null ? null : (names.get(t.doneById) ?? null),
        isLate: t.doneAt === null && t.dueAt <= ctx.now(),
      }),
    ),
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
