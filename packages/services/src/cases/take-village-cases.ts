import type { Answer, Case } from "@rembuk/domain/cases/model";
import type { ReferralAction } from "@rembuk/domain/cases/referrals";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { TakeVillageCasesCommand } from "@rembuk/domain/staff/device";
import { staffEvent } from "@rembuk/domain/staff/events";
import { downloadLifetimeMs } from "@rembuk/domain/staff/sealing";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { noteDownload } from "../staff/device-store";
import { type CaseListItem, listCases } from "./queries";
import { showCase } from "./show-case";

/** What the village is asked on a case, and may answer from its phone. */
export interface CarriedReferral {
  readonly id: string;
  readonly version: number;
  readonly asked: string;
  readonly dueAt: Date;
  readonly steps: readonly Extract<ReferralAction, "accept" | "decline" | "finish">[];
}

export interface CarriedCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly categoryName: string;
  readonly status: Case["status"];
  readonly holderKind: Case["holder"]["kind"];
  readonly holderName: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly answer: Answer | null;
  /** The village may say whether the matter is settled. */
  readonly mayConfirm: boolean;
  readonly mayRelay: boolean;
  readonly referrals: readonly CarriedReferral[];
}

/** The open cases of one village, as its phone holds them under a PIN. */
export interface VillageCases {
  readonly cases: readonly CarriedCase[];
  /** There are more: the ones that are due first were taken. */
  readonly isCut: boolean;
  readonly takenAt: Date;
  readonly expiresAt: Date;
}

const PAGE = 100;
const mostPages = 3;

/** Open ones, never a secret one, what is due first first. */
const openCasesOf = async (ctx: ServiceContext, villageCode: string) => {
  const items: CaseListItem[] = [];
  let cursor: { key: string; id: string } | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await listCases(ctx, {
      villages: [villageCode],
      order: "due",
      cursor,
      limit: PAGE,
    });
    items.push(...found.items.filter(({ isSecret }) => !isSecret));
    cursor = found.nextCursor;
    if (cursor === null) break;
  }
  return { items, isCut: cursor !== null };
};

const answerable = ["accept", "decline", "finish"] as const;

/** What waits for the village on a case; asked for where something may. */
const waitingOn = async (
  ctx: ServiceContext,
  item: CaseListItem,
): Promise<Pick<CarriedCase, "answer" | "mayConfirm" | "mayRelay" | "referrals">> => {
  const detail = await showCase(ctx, { caseId: item.id });
  const may = (action: string) =>
    detail.nextSteps.some((step) => step.action === action && step.allowed && !step.onBehalf);
  const referrals = detail.referrals
    .filter(({ isMine, kind }) => isMine && kind === "referral")
    .map(({ id, version, asked, dueAt, steps }) => ({
      ...{ id, version, asked: asked ?? "", dueAt },
      steps: answerable.filter((one) =>
        steps.some(({ action, onBehalf }) => action === one && !onBehalf),
      ),
    }))
    .filter(({ steps }) => steps.length > 0);
  const { answer, mayRelay } = detail;
  return { answer, mayRelay, mayConfirm: may("confirm") && may("reopen"), referrals };
};

const carriedOf = async (ctx: ServiceContext, item: CaseListItem): Promise<CarriedCase> => {
  const { id, number, version, title, categoryName, status, holderKind, holderName } = item;
  return {
    ...{ id, number, version, title, categoryName, status, holderKind, holderName },
    ...{ receivedAt: item.receivedAt, dueAt: item.dueAt },
    ...(await waitingOn(ctx, item)),
  };
};

/**
 * Brings the village's open cases onto its phone, for seven days; what was there before is replaced. That it was
 * taken, and how many, is in the trail.
 * @throws not-found DEVICE_NOT_FOUND for a phone of somebody else, of no village, or revoked; forbidden
 */
export const takeVillageCases = async (
  ctx: ServiceContext,
  command: TakeVillageCasesCommand,
): Promise<VillageCases> => {
  const { deviceId } = command;
  const device = await ctx.db.device.findUnique({ where: { id: deviceId } });
  if (!device || device.userId !== ctx.actor.userId || device.revokedAt)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  requireInArea(ctx, "case.open", device.areaCode);
  const { items, isCut } = await openCasesOf(ctx, device.areaCode);
  const cases: CarriedCase[] = [];
  for (const item of items) cases.push(await carriedOf(ctx, item));
  const takenAt = ctx.now();
  const expiresAt = new Date(takenAt.getTime() + downloadLifetimeMs);
  await once(ctx, command, async (tx) => {
    await noteDownload(tx, deviceId, { takenAt, expiresAt });
    const about = { userId: ctx.actor.userId, areaCode: device.areaCode };
    const event = staffEvent("staff.cases-taken", about, { deviceId, cases: cases.length });
    await recordEvents(tx, ctx, [event], command, { deviceId });
    return { deviceId };
  });
  return { cases, isCut, takenAt, expiresAt };
};
