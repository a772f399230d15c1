import type { RecordedOutcome } from "@rembuk/domain/handovers/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Signer } from "@rembuk/domain/letters/model";
import { signersOf } from "@rembuk/domain/letters/signers";
import type { TripStatus } from "@rembuk/domain/trips/model";
import { findOffice, type OfficeSummary } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findSetting } from "../letters/setting-store";
import { findLeaderPosts } from "../letters/store";
import { type OutreachDto, readOutreachOfTrip } from "../trips/outreach-queries";
import { type ShownTrip, showTrip } from "../trips/queries";
import { listHandovers, type ShownHandover } from "./queries";
import { openSignatures, type RecordedPerson, type RecordPlace, readGroup } from "./record-queries";

/** What came of the doors of one village. */
export interface VillageOutcome {
  readonly villageName: string;
  readonly counts: Readonly<Partial<Record<RecordedOutcome, number>>>;
  /** Records that wait for a decision. */
  readonly open: number;
}

/** Laporan kunjungan: what was planned, what was done, what came back and what it cost. No recipient's name. */
export interface TripReport {
  readonly trip: ShownTrip;
  readonly office: OfficeSummary;
  readonly letterhead: readonly string[];
  readonly villages: readonly VillageOutcome[];
  readonly outreach: readonly OutreachDto[];
  /** Camat, to whom it is given. */
  readonly signer: Signer | null;
}

/** Daftar penerima of one village and program: everybody who stood there, and who received it. */
export interface RecipientList {
  readonly trip: ShownTrip;
  readonly office: OfficeSummary;
  readonly letterhead: readonly string[];
  readonly villageName: string;
  readonly programName: string;
  readonly people: readonly RecordedPerson[];
}

const isOpen = ({ state }: ShownHandover): boolean => state === "held" || state === "disputed";
const isCounted = ({ state }: ShownHandover): boolean => state === "synced" || state === "verified";
const returned: readonly TripStatus[] = ["returned", "reconciled"];

const officeOf = async (ctx: ServiceContext, trip: ShownTrip) => {
  const office = await findOffice(ctx.db, trip.subdistrictCode);
  if (!office) throw new DomainError("not-found", "TRIP_NOT_FOUND");
  const { letterhead, posts } = await inTransaction(ctx, async (tx) => ({
    posts: await findLeaderPosts(tx, trip.subdistrictCode, ctx.now()),
    letterhead: (await findSetting(tx, trip.subdistrictCode)).letterhead,
  }));
  return { office, letterhead, signer: signersOf(posts, office.name)[0] ?? null };
};

const outcomesOf = (villageName: string, handovers: readonly ShownHandover[]): VillageOutcome => {
  const own = handovers.filter((one) => one.villageName === villageName);
  const counts: Partial<Record<RecordedOutcome, number>> = {};
  for (const { outcome } of own.filter(isCounted)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { villageName, counts, open: own.filter(isOpen).length };
};

/** @throws not-found TRIP_NOT_FOUND; forbidden; conflict TRIP_STEP_NOT_NOW before the trip has returned */
export const readTripReport = async (ctx: ServiceContext, tripId: string): Promise<TripReport> => {
  const trip = await showTrip(ctx, { tripId });
  if (!returned.includes(trip.status))
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "not-now" });
  const { items } = await listHandovers(ctx, { tripId });
  return {
    trip,
    ...(await officeOf(ctx, trip)),
    villages: trip.stops.map(({ villageName }) => outcomesOf(villageName, items)),
    outreach: (await readOutreachOfTrip(ctx, tripId)).filter(({ kind }) => kind === "session"),
  };
};

/**
 * The list of one village and program, signatures from the phones; who did not sign there has room for a pen.
 * @throws not-found HANDOVER_NOT_FOUND when nothing was recorded there; conflict TRIP_STEP_NOT_NOW while a record waits
 */
export const readRecipientList = async (
  ctx: ServiceContext,
  place: RecordPlace,
): Promise<RecipientList> => {
  const trip = await showTrip(ctx, { tripId: place.tripId });
  const { handovers, villageName, programName } = await readGroup(ctx, place);
  if (handovers.some(isOpen))
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "handovers-open" });
  const { office, letterhead } = await officeOf(ctx, trip);
  const people = await openSignatures(ctx, handovers.filter(isCounted));
  return { trip, office, letterhead, villageName, programName, people };
};
