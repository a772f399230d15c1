import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { type Case, isOpen } from "@rembuk/domain/cases/model";
import type { Referral, ReferralKind } from "@rembuk/domain/cases/referral-model";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { toReferral } from "./referral-store";
import type { Row } from "./row-store";

export interface InboxReferral {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly kind: ReferralKind;
  readonly status: Referral["status"];
  readonly isMandatory: boolean;
  readonly asked: string;
  readonly number: string;
  /** Null: too secret to be read before it is taken on. */
  readonly title: string | null;
  readonly villageName: string;
  readonly sentAt: Date;
  readonly dueAt: Date;
  readonly isLate: boolean;
}

const inboxSize = 50;

/** What was referred (a kecamatan: offered) to the actor and waits or is being worked on, soonest first. */
export const listMyReferrals = async (
  tx: Transaction,
  ctx: ServiceContext,
  parties: readonly string[],
  readCase: (id: string) => Promise<Case | null>,
): Promise<readonly InboxReferral[]> => {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `SELECT r.* FROM referral r WHERE r.party = ANY($1::text[]) AND r.status IN ('sent', 'accepted', 'in_progress')
     ORDER BY r.status <> 'sent', r.due_at, r.id LIMIT ${inboxSize}`,
    parties,
  );
  const items: InboxReferral[] = [];
  for (const r of rows.map(toReferral)) {
    const kase = await readCase(r.caseId);
    if (kase === null || !isOpen(kase.status)) continue;
    const villages = await listVillages(ctx.db, kase.villageCode.slice(0, 8));
    const reads = can(ctx.actor, "case.read", kase);
    items.push({
      ...{ id: r.id, caseId: r.caseId, version: r.version, kind: r.kind, status: r.status },
      ...{ isMandatory: r.isMandatory, asked: r.asked, number: kase.number },
      title: reads ? kase.title : null,
      villageName: villages.find((v) => v.code === kase.villageCode)?.name ?? kase.villageCode,
      sentAt: r.sentAt,
      dueAt: r.dueAt,
      isLate: r.dueAt <= ctx.now(),
    });
  }
  return items;
};
