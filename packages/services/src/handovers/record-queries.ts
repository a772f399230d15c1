import type { Transaction } from "@rembuk/db/client";
import { handsOver } from "@rembuk/domain/handovers/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Signer } from "@rembuk/domain/letters/model";
import { signersOf } from "@rembuk/domain/letters/signers";
import type { CrewMember } from "@rembuk/domain/trips/model";
import { findOffice, type OfficeSummary } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findSetting } from "../letters/setting-store";
import { findLeaderPosts } from "../letters/store";
import { readManifest } from "../trips/manifest-queries";
import { type ShownTrip, showTrip } from "../trips/queries";
import { getTrip } from "../trips/store";
import { openEvidence } from "./evidence-store";
import { listHandovers, type ShownHandover } from "./queries";

/** A berita acara of a trip: a village, and a program or nobody's. */
export interface RecordPlace {
  readonly tripId: string;
  readonly villageCode: string;
  /** Empty: people who stood on no line. */
  readonly programCode: string;
}

export interface RecordedPerson {
  readonly handover: ShownHandover;
  /** data URL; null: none was given */
  readonly signature: string | null;
}

/** What stands on a berita acara serah terima. */
export interface HandoverRecord {
  readonly number: string;
  readonly issuedAt: Date;
  readonly trip: ShownTrip;
  readonly office: OfficeSummary;
  readonly letterhead: readonly string[];
  readonly villageName: string;
  readonly programName: string;
  readonly lead: CrewMember | null;
  readonly goods: readonly {
    readonly name: string;
    readonly unit: string;
    readonly units: number;
    readonly people: number;
  }[];
  readonly people: readonly RecordedPerson[];
  /** Camat, who takes note of it. */
  readonly signer: Signer | null;
}

/** A group that a berita acara can be made of. */
export interface RecordGroup {
  readonly villageCode: string;
  readonly villageName: string;
  readonly programCode: string;
  readonly programName: string;
  readonly people: number;
  /** Records of the group that wait for a decision: it is not made before. */
  readonly open: number;
  /** Null: none was made yet. */
  readonly number: string | null;
}

export interface Grouped extends Omit<RecordGroup, "people" | "open" | "number"> {
  readonly handovers: readonly ShownHandover[];
}

const isCounted = ({ state }: ShownHandover): boolean => state === "synced" || state === "verified";
const isOpen = ({ state }: ShownHandover): boolean => state === "held" || state === "disputed";

const groupsOf = async (ctx: ServiceContext, tripId: string): Promise<readonly Grouped[]> => {
  const { items } = await listHandovers(ctx, { tripId });
  const places = await inTransaction(ctx, (tx) => readPlaces(tx, ctx, tripId));
  const groups = new Map<string, Grouped>();
  for (const handover of items.filter((one) => isCounted(one) || isOpen(one))) {
    const place = places.get(handover.id);
    if (!place) continue;
    const key = `${place.villageCode} ${place.programCode}`;
    const before = groups.get(key)?.handovers ?? [];
    const { villageName } = handover;
    groups.set(key, { ...place, villageName, handovers: [...before, handover] });
  }
  return [...groups.values()].sort(
    (a, b) =>
      a.villageName.localeCompare(b.villageName) || a.programName.localeCompare(b.programName),
  );
};

const readPlaces = async (tx: Transaction, ctx: ServiceContext, tripId: string) => {
  const { lines } = await readManifest(tx, ctx, await getTrip(tx, tripId));
  const programs = new Map(
    lines.map(({ id, programCode, programName }) => [id, { programCode, programName }]),
  );
  const rows = await tx.handover.findMany({
    where: { tripId },
    select: { id: true, lineId: true, villageCode: true },
  });
  const none = { programCode: "", programName: "" };
  return new Map(
    rows.map(({ id, lineId, villageCode }) => [
      id,
      { villageCode, ...(programs.get(lineId ?? "") ?? none) },
    ]),
  );
};

/** What berita acara a trip's handovers make, village by village. @throws not-found, forbidden */
export const listRecordGroups = async (
  ctx: ServiceContext,
  { tripId }: { readonly tripId: string },
): Promise<readonly RecordGroup[]> => {
  const groups = await groupsOf(ctx, tripId);
  const numbers = await inTransaction(ctx, (tx) =>
    tx.handoverRecord.findMany({
      where: { tripId },
      select: { villageCode: true, programCode: true, number: true },
    }),
  );
  return groups.map(({ handovers, ...group }) => ({
    ...group,
    people: handovers.filter((one) => isCounted(one) && handsOver(one.outcome)).length,
    open: handovers.filter(isOpen).length,
    number:
      numbers.find(
        (one) => one.villageCode === group.villageCode && one.programCode === group.programCode,
      )?.number ?? null,
  }));
};

/** The records of one village and program of a trip. @throws not-found HANDOVER_NOT_FOUND when nothing was recorded there */
export const readGroup = async (ctx: ServiceContext, place: RecordPlace): Promise<Grouped> => {
  const found = (await groupsOf(ctx, place.tripId)).find(
    (one) => one.villageCode === place.villageCode && one.programCode === place.programCode,
  );
  if (!found) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
  return found;
};

/** @throws conflict TRIP_STEP_NOT_NOW while one of its records waits; not-found HANDOVER_NOT_FOUND */
export const requireSettled = async (ctx: ServiceContext, place: RecordPlace): Promise<void> => {
  const { handovers } = await readGroup(ctx, place);
  if (handovers.some(isOpen))
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "handovers-open" });
};

const goodsOf = (handovers: readonly ShownHandover[]): HandoverRecord["goods"] => {
  const sums = new Map<string, HandoverRecord["goods"][number]>();
  for (const { goods: name, unit, quantity } of handovers) {
    const before = sums.get(name) ?? { name, unit, units: 0, people: 0 };
    sums.set(name, { ...before, units: before.units + quantity, people: before.people + 1 });
  }
  return [...sums.values()];
};

const signatureOf = async (
  tx: Transaction,
  ctx: ServiceContext,
  { evidence }: ShownHandover,
): Promise<string | null> => {
  const signed = evidence.find(({ kind, isThere }) => kind === "signature" && isThere);
  const found = signed ? await openEvidence(tx, ctx, signed.id) : null;
  return found && `data:${found.mediaType};base64,${found.content}`;
};

/** Each record with what was signed on the phone. */
export const openSignatures = (
  ctx: ServiceContext,
  handovers: readonly ShownHandover[],
): Promise<readonly RecordedPerson[]> =>
  inTransaction(ctx, async (tx) => {
    const people: RecordedPerson[] = [];
    for (const handover of handovers)
      people.push({ handover, signature: await signatureOf(tx, ctx, handover) });
    return people;
  });

/** All that a berita acara tells. @throws not-found when it has no number yet */
export const readHandoverRecord = async (
  ctx: ServiceContext,
  place: RecordPlace,
): Promise<HandoverRecord> => {
  const { tripId, villageCode, programCode } = place;
  const trip = await showTrip(ctx, { tripId });
  const office = await findOffice(ctx.db, trip.subdistrictCode);
  const { handovers, villageName, programName } = await readGroup(ctx, place);
  const given = handovers.filter((one) => isCounted(one) && handsOver(one.outcome));
  return inTransaction(ctx, async (tx) => {
    const key = { tripId, villageCode, programCode };
    const issued = await tx.handoverRecord.findUnique({
      where: { tripId_villageCode_programCode: key },
    });
    if (!issued || !office) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
    const people: RecordedPerson[] = [];
    for (const handover of given)
      people.push({ handover, signature: await signatureOf(tx, ctx, handover) });
    const posts = await findLeaderPosts(tx, trip.subdistrictCode, issued.issuedAt);
    const { letterhead } = await findSetting(tx, trip.subdistrictCode);
    return {
      ...{ number: issued.number, issuedAt: issued.issuedAt, trip, office, letterhead },
      ...{ villageName, programName, people, goods: goodsOf(given) },
      lead: trip.crew.find(({ duty }) => duty === "lead") ?? null,
      signer: signersOf(posts, office.name)[0] ?? null,
    };
  });
};
