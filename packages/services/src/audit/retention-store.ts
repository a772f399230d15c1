import type { Database, Prisma, Transaction } from "@rembuk/db/client";
import {
  destroyableStatuses,
  isSupervised,
  type RetentionRule,
  type RetentionTerm,
  supervisoryClass,
} from "@rembuk/domain/cases/retention";

type Client = Database | Transaction;

export interface RetentionRun {
  readonly id: string;
  /** Of supervisory complaints the kabupaten. */
  readonly subdistrictCode: string;
  readonly status: "proposed" | "approved" | "refused" | "done";
  readonly rules: readonly RetentionTerm[];
  readonly counted: number;
  readonly proposedById: string;
  readonly proposedAt: Date;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
  readonly finishedAt: Date | null;
}

type Row = Prisma.RetentionRunGetPayload<object>;
interface KeptTerm extends Omit<RetentionTerm, "endedBefore"> {
  readonly endedBefore: string;
}

const toRun = (row: Row): RetentionRun => ({
  ...row,
  status: row.status as RetentionRun["status"],
  rules: (row.rules as unknown as KeptTerm[]).map((term) => ({
    ...term,
    endedBefore: new Date(term.endedBefore),
  })),
});

/** Every version of every rule that reaches the office. */
export const listRules = (
  client: Client,
  subdistrictCode: string,
): Promise<readonly RetentionRule[]> =>
  client.retentionRule.findMany({
    where: { areaCode: { in: ["", subdistrictCode.slice(0, 5), subdistrictCode] } },
  });

export const insertRule = async (
  tx: Transaction,
  rule: RetentionRule,
  by: { readonly createdById: string; readonly createdAt: Date },
): Promise<void> => {
  await tx.retentionRule.createMany({ data: [{ ...rule, ...by }] });
};

interface EndedAge {
  readonly classification: string;
  readonly endedAt: Date;
}

/**
 * When the ended cases of an office ended, by class; confidential ones are not among them. Of a kabupaten
 * its supervisory complaints, inside the reader's own fence.
 */
export const listEndedAges = (client: Client, place: string): Promise<readonly EndedAge[]> =>
  isSupervised(place)
    ? client.$queryRaw<EndedAge[]>`
        SELECT ${supervisoryClass}::text AS classification, c.closed_at AS "endedAt" FROM "case" c
        WHERE c.regency_code = ${place} AND c.is_supervisory AND NOT c.is_open
          AND c.anonymised_at IS NULL AND c.closed_at IS NOT NULL
          AND c.status = ANY(${destroyableStatuses as string[]}::text[])`
    : client.$queryRaw<EndedAge[]>`
        SELECT classification, ended_at AS "endedAt" FROM ended_case_ages(${place})
        WHERE ended_at IS NOT NULL`;

export const insertRun = async (
  tx: Transaction,
  run: Pick<
    RetentionRun,
    "id" | "subdistrictCode" | "rules" | "counted" | "proposedById" | "proposedAt"
  >,
): Promise<void> => {
  const rules = JSON.parse(JSON.stringify(run.rules)) as Prisma.InputJsonArray;
  await tx.retentionRun.createMany({ data: [{ ...run, rules, status: "proposed" }] });
};

export const findRun = async (client: Client, id: string): Promise<RetentionRun | null> => {
  const row = await client.retentionRun.findUnique({ where: { id } });
  return row && toRun(row);
};

/** @returns false when it was answered before */
export const settleRun = async (
  tx: Transaction,
  id: string,
  answer: Pick<RetentionRun, "status" | "answeredById" | "answeredAt">,
): Promise<boolean> => {
  const { count } = await tx.retentionRun.updateMany({
    where: { id, status: "proposed" },
    data: answer,
  });
  return count === 1;
};

export const listRuns = async (
  client: Client,
  where: { readonly subdistrictCode?: string; readonly status?: RetentionRun["status"] },
): Promise<readonly RetentionRun[]> => {
  const rows = await client.retentionRun.findMany({
    where,
    orderBy: { proposedAt: "desc" },
    take: 20,
  });
  return rows.map(toRun);
};

export const listRecords = (client: Client, subdistrictCode: string) =>
  client.destructionRecord.findMany({
    where: { subdistrictCode },
    orderBy: [{ carriedOutAt: "desc" }, { id: "desc" }],
    take: 50,
  });

export const listNames = async (
  client: Client,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const users = await client.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map((u) => [u.id, u.displayName]));
};
