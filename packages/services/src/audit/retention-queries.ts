import type { Database, Transaction } from "@rembuk/db/client";
import { type Permission, permissions } from "@rembuk/domain/access/permissions";
import { canInArea } from "@rembuk/domain/access/policy";
import { isWithin } from "@rembuk/domain/areas/area-code";
import { countDue, isSupervised, termsOf } from "@rembuk/domain/cases/retention";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import {
  listEndedAges,
  listNames,
  listRecords,
  listRules,
  listRuns,
  type RetentionRun,
} from "./retention-store";

export interface RetentionRunDto {
  readonly id: string;
  readonly status: RetentionRun["status"];
  readonly counted: number;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  /** Proposed by the reader, who therefore does not agree to it. */
  readonly isMine: boolean;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
}

export interface DestructionDto {
  readonly id: string;
  readonly isConfidential: boolean;
  readonly cases: number;
  readonly persons: number;
  readonly files: number;
  /** First sixteen letters of the SHA-256 of the ids. */
  readonly idsHash: string;
  readonly proposedByName: string;
  readonly approvedByName: string;
  readonly carriedOutAt: Date;
}

export interface RetentionOverview {
  readonly terms: readonly {
    readonly classification: string;
    readonly months: number;
    readonly endedBefore: Date;
    /** Ended cases that have passed it; confidential ones are not counted. */
    readonly due: number;
  }[];
  readonly due: number;
  readonly runs: readonly RetentionRunDto[];
  readonly records: readonly DestructionDto[];
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
}

const readPermission: Permission = "retention.read";

/**
 * How many confidential cases went is the auditor's alone: a count tells that there were some. Of
 * supervisory complaints every record is confidential, and its inspectorate's.
 */
const readsConfidential = (ctx: ServiceContext, subdistrictCode: string): boolean =>
  isSupervised(subdistrictCode) ||
  ctx.actor.assignments.some(
    (a) =>
      (permissions[readPermission] as Record<string, string>)[a.role] === "audited" &&
      isWithin(subdistrictCode, a.areaCode),
  );

/** What the rules of an office come to now: for the command of who runs the server, and the screen. */
export const countRetention = async (
  client: Database | Transaction,
  subdistrictCode: string,
  now: Date,
): Promise<Pick<RetentionOverview, "terms" | "due">> => {
  const rules = termsOf(await listRules(client, subdistrictCode), subdistrictCode, now);
  const ages = await listEndedAges(client, subdistrictCode);
  return {
    terms: rules.map((term) => ({ ...term, due: countDue([term], ages) })),
    due: countDue(rules, ages),
  };
};

/** The dry run and what became of earlier ones: counts only. @throws forbidden outside the area */
export const showRetention = async (
  ctx: ServiceContext,
  { subdistrictCode }: { readonly subdistrictCode: string },
): Promise<RetentionOverview> => {
  requireInArea(ctx, readPermission, subdistrictCode);
  return inTransaction(ctx, async (tx) => {
    const dryRun = await countRetention(tx, subdistrictCode, ctx.now());
    const runs = await listRuns(tx, { subdistrictCode });
    const all = await listRecords(tx, subdistrictCode);
    const records = all.filter((r) => !r.isConfidential || readsConfidential(ctx, subdistrictCode));
    const names = await listNames(tx, [
      ...runs.flatMap((r) => [r.proposedById, r.answeredById ?? r.proposedById]),
      ...records.flatMap((r) => [r.proposedById, r.approvedById]),
    ]);
    const nameOf = (id: string) => names.get(id) ?? "";
    return {
      ...dryRun,
      runs: runs.map(({ id, status, counted, proposedAt, answeredAt, ...by }) => ({
        ...{ id, status, counted, proposedAt, answeredAt },
        proposedByName: nameOf(by.proposedById),
        isMine: by.proposedById === ctx.actor.userId,
        answeredByName: by.answeredById === null ? null : nameOf(by.answeredById),
      })),
      records: records.map(({ id, isConfidential, cases, persons, files, carriedOutAt, ...r }) => ({
        ...{ id, isConfidential, cases, persons, files, carriedOutAt },
        idsHash: Buffer.from(r.idsHash).toString("hex").slice(0, 16),
        proposedByName: nameOf(r.proposedById),
        approvedByName: nameOf(r.approvedById),
      })),
      mayPropose: canInArea(ctx.actor, "retention.propose", { areaCode: subdistrictCode }),
      mayApprove: canInArea(ctx.actor, "retention.approve", { areaCode: subdistrictCode }),
    };
  });
};
