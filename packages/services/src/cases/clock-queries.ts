import type { Transaction } from "@rembuk/db/client";
import type { HoldPeriod } from "@rembuk/domain/cases/holds";

/** The clocks of an open case and nothing else of it. */
export interface CaseClock {
  readonly subdistrictCode: string;
  readonly holderKind: string;
  readonly holderCode: string | null;
  readonly receivedAt: Date;
  readonly totalLimitDays: number;
  readonly stageStartedAt: Date;
  readonly stageLimitDays: number;
  readonly holds: readonly HoldPeriod[];
}

interface Row extends Omit<CaseClock, "holds"> {
  readonly holds: readonly { startedAt: string; endedAt: string | null; until: string }[];
}

/** Clocks of the open, not confidential and not yet resolved cases of an area. */
export const listCaseClocks = async (
  tx: Transaction,
  areaCode: string,
  most: number,
): Promise<readonly CaseClock[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT subdistrict_code AS "subdistrictCode", holder_kind AS "holderKind",
      holder_code AS "holderCode", received_at AS "receivedAt", total_limit_days AS "totalLimitDays",
      stage_started_at AS "stageStartedAt", stage_limit_days AS "stageLimitDays", holds
    FROM open_case_clocks(${areaCode}, ${most}::int) WHERE status NOT IN ('resolved', 'needs_info')`;
  return rows.map((row) => ({
    ...row,
    holds: row.holds.map((h) => ({
      startedAt: new Date(h.startedAt),
      endedAt: h.endedAt === null ? null : new Date(h.endedAt),
      until: new Date(h.until),
    })),
  }));
};
