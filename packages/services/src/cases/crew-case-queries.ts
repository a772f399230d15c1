import type { Transaction } from "@rembuk/db/client";
import type { ReferralStatus } from "@rembuk/domain/access/referral-status";
import {
  mostCrewCases,
  type VillageWait,
  villageWait,
  withoutLongNumbers,
} from "@rembuk/domain/cases/crew-cases";
import type { Case } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import { loadSectors } from "./category-queries";
import { rulesIn } from "./rule-queries";

/** An open case as a crew is told of it: no reporter, no story, no answer, and no id to open it by. */
export interface CrewCase {
  readonly number: string;
  /** As it was entered, without phones and NIKs. */
  readonly title: string;
  readonly categoryName: string;
  readonly status: Case["status"];
  readonly holderKind: Case["holder"]["kind"];
  readonly holderName: string | null;
  readonly receivedAt: Date;
  /** When it came to whom it is with now. */
  readonly since: Date;
  readonly waits: VillageWait | null;
  /** Of what waits for the village; else of the case. */
  readonly dueAt: Date;
}

export interface CrewVillage {
  readonly villageCode: string;
  /** So many there are, with those that were too many to take along. */
  readonly total: number;
  readonly cases: readonly CrewCase[];
}

interface Row {
  readonly village_code: string;
  readonly number: string;
  readonly title: string;
  readonly category_code: string;
  readonly status: Case["status"];
  readonly holder_kind: Case["holder"]["kind"];
  readonly holder_code: string | null;
  readonly received_at: Date;
  readonly since: Date;
  readonly due_at: Date;
  readonly asked_status: ReferralStatus | null;
  readonly of_village: number;
}

/**
 * The open cases of these villages that the crew of a trip may take along on this phone: none that is confidential,
 * complains of somebody in office, or was not looked at yet. The database answers only for a trip of the actor's own
 * that is on the road, and a phone of the actor's own that was not revoked; else every village has none.
 */
export const listCrewCases = async (
  tx: Transaction,
  ctx: ServiceContext,
  asked: {
    readonly tripId: string;
    readonly deviceId: string;
    /** Of the trip: its office words the categories. */
    readonly subdistrictCode: string;
    readonly villages: readonly string[];
  },
): Promise<readonly CrewVillage[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT * FROM trip_open_cases(${asked.tripId}::uuid, ${asked.deviceId}::uuid, ${mostCrewCases}::int)`;
  const [rules, sectors] = await Promise.all([
    rulesIn(ctx, asked.subdistrictCode),
    loadSectors(ctx.db, ""),
  ]);
  const crewCase = (row: Row): CrewCase => ({
    ...{ number: row.number, title: withoutLongNumbers(row.title), status: row.status },
    categoryName: rules.get(row.category_code)?.category.name ?? row.category_code,
    holderKind: row.holder_kind,
    holderName: row.holder_code && (sectors.get(row.holder_code)?.name ?? row.holder_code),
    ...{ receivedAt: row.received_at, since: row.since, dueAt: row.due_at },
    waits: villageWait({
      ...{ status: row.status, holderKind: row.holder_kind, asked: row.asked_status },
    }),
  });
  return [...new Set(asked.villages)].map((villageCode) => {
    const found = rows.filter((row) => row.village_code === villageCode);
    return { villageCode, total: found[0]?.of_village ?? 0, cases: found.map(crewCase) };
  });
};
