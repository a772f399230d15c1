import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import { programNames } from "../aid/program-store";
import type { ServiceContext } from "../context";
import type { ReachPlaces } from "./receipt-queries";

/** People of a village who wait for what a cycle decided. */
export interface WaitingHere {
  readonly villageCode: string;
  readonly villageName: string;
  readonly programCode: string;
  readonly programName: string;
  readonly cycleId: string;
  readonly people: number;
  /** Since when the first of them waits, and how many whole days that is. */
  readonly since: Date;
  readonly days: number;
  /** May the reader open who they are? */
  readonly opens: boolean;
}

interface WaitingRow {
  readonly village_code: string;
  readonly program_code: string;
  readonly cycle_id: string;
  readonly people: number;
  readonly since: Date;
}

const dayMs = 86_400_000;

/** Who waits longest for what was approved: the first ten villages and cycles. */
export const readWaiting = async (
  tx: Transaction,
  ctx: ServiceContext,
  { subdistricts, villages }: ReachPlaces,
  names: readonly { readonly code: string; readonly name: string }[],
): Promise<readonly WaitingHere[]> => {
  const rows = await tx.$queryRaw<WaitingRow[]>`
    SELECT village_code, program_code, cycle_id, count(DISTINCT resident_id)::int AS people, min(approved_at) AS since
    FROM entitlement WHERE status IN ('approved', 'allocated') AND approved_at IS NOT NULL
      AND (subdistrict_code = ANY (${subdistricts as string[]}) OR village_code = ANY (${villages as string[]}))
    GROUP BY 1, 2, 3 ORDER BY since, village_code LIMIT 10`;
  const programs = await programNames(
    tx,
    rows.map((row) => row.program_code),
  );
  return rows.map((row) => ({
    ...{ villageCode: row.village_code, programCode: row.program_code, cycleId: row.cycle_id },
    villageName: names.find(({ code }) => code === row.village_code)?.name ?? row.village_code,
    programName: programs.get(row.program_code) ?? row.program_code,
    ...{ people: row.people, since: row.since },
    days: Math.floor((ctx.now().getTime() - row.since.getTime()) / dayMs),
    opens: canInArea(ctx.actor, "entitlement.read", { areaCode: row.village_code }),
  }));
};
