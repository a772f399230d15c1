import type { Transaction } from "@rembuk/db/client";
import { type Allotment, allot, type DecidedPlace } from "@rembuk/domain/aid/allotting";
import type { Cycle } from "@rembuk/domain/aid/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { EntitledPlace } from "./entitlement-store";
import { cycleFields, fromDay } from "./program-store";

/** @throws not-found CYCLE_NOT_FOUND */
export const getCycle = async (tx: Transaction, id: string): Promise<Cycle> => {
  const row = await tx.aidCycle.findUnique({ where: { id }, select: cycleFields });
  if (!row) throw new DomainError("not-found", "CYCLE_NOT_FOUND");
  return { ...row, startsOn: fromDay(row.startsOn), endsOn: fromDay(row.endsOn) };
};

/** Makes entitlements of one cycle wait for each other: two at once would both see the quota free. */
export const lockCycle = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`cycle/${id}`}, 0))`;
};

type Place = EntitledPlace & DecidedPlace;
const person = { select: { mergedIntoId: true, status: true } } as const;

const decidedPlaces = async (tx: Transaction, cycle: Cycle): Promise<readonly Place[]> => {
  const { subdistrictCode, programCode } = cycle;
  const rows = await tx.enrollment.findMany({
    where: { subdistrictCode, programCode, status: "decided" },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, residentId: true, householdId: true, villageCode: true },
      ...{ fundingLevel: true, nominatedById: true, caseId: true, resident: person },
    },
  });
  return rows.map(({ id, resident, ...row }) => ({
    ...row,
    enrollmentId: id,
    personId: resident.mergedIntoId ?? row.residentId,
    isStanding: resident.status === "living",
  }));
};

/** Who is to receive an entitlement of this cycle now, and who is not, as counts. */
export const allotCycle = async (tx: Transaction, cycle: Cycle): Promise<Allotment<Place>> => {
  const [places, taken] = await Promise.all([
    decidedPlaces(tx, cycle),
    tx.entitlement.findMany({
      where: { cycleId: cycle.id },
      select: { enrollmentId: true, residentId: true, status: true, resident: person },
    }),
  ]);
  const counted = taken.filter((one) => one.status !== "cancelled");
  return allot(
    places,
    {
      // What was cancelled stays cancelled: it is not made anew by another run.
      enrollmentIds: new Set(taken.map((one) => one.enrollmentId)),
      personIds: new Set(counted.map((one) => one.resident.mergedIntoId ?? one.residentId)),
      counted: counted.length,
    },
    cycle.quota,
  );
};
