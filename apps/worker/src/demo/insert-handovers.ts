import { addDays } from "@rembuk/domain/calendars/local-date";
import type { HandoverBody } from "@rembuk/domain/handovers/commands";
import { handoverSeal, sealedPlace } from "@rembuk/domain/staff/sealing";
import type { ServiceContext } from "@rembuk/services/context";
import { receiveHandovers } from "@rembuk/services/handovers/receive-handovers";
import {
  type RegisteredFieldDevice,
  registerFieldDevice,
} from "@rembuk/services/staff/register-field-device";
import { sealAsPhone } from "@rembuk/services/staff/seal-as-phone";
import { allocateToTrip } from "@rembuk/services/trips/allocate-entitlements";
import { arriveTrip } from "@rembuk/services/trips/arrive-trip";
import type { ChangedTrip } from "@rembuk/services/trips/change-trip";
import { countTrip } from "@rembuk/services/trips/count-trip";
import { loadTrip } from "@rembuk/services/trips/load-trip";
import { type Manifest, manifestOf, offerForTrip } from "@rembuk/services/trips/manifest-queries";
import { moveTrip } from "@rembuk/services/trips/move-trip";
import { showTrip } from "@rembuk/services/trips/queries";
import { idOf } from "./chance";
import { servedVillages } from "./insert-entitlements";
import { confirmed, type Garage, morning, on, planned, rice } from "./insert-trips";
import { fictional } from "./names";

interface Route {
  readonly name: string;
  readonly inDays: number;
  readonly villages: readonly string[];
  /** Two phones recorded one person, and nobody has decided yet. */
  readonly hasConflict: boolean;
}

/** Two for each of six families, of whom one is not at home. */
const sacks = 12;
const delivered = 10;
const leadPost = "ketua-kunjungan";
const witness = { name: fictional("Kaspul Anwar"), position: "Kaur Kesra" };

/** Planned, confirmed by radio, and filled with all who wait in its villages. */
const filled = async (garage: Garage, { name, inDays, villages }: Route): Promise<ChangedTrip> => {
  const { today, by } = garage;
  const day = addDays(today, inDays);
  const member = (post: string, duty: "lead" | "member") => {
    const { actor } = by(post, morning(day), name);
    return { name: actor.name, position: "Tim kunjungan", duty, userId: actor.userId };
  };
  const trip = await planned(garage, name, inDays, {
    purpose: "Antar bantuan beras dan perekaman KTP-el",
    villages: [...villages],
    goods: [rice(day, `BAST-${name.toUpperCase()}/DINSOS/2026`, sacks)],
    activities: [{ sectorCode: "DUKCAPIL", name: "Perekaman KTP-el", expected: 20 }],
    crew: [member(leadPost, "lead"), member("lapangan-1", "member")],
  });
  const words = villages.map(() => "Kepala desa");
  const ready = await confirmed(garage, name, inDays, trip, words);
  const kasi = by("kasi-kessos", morning(addDays(day, -1), 13), name);
  const { lines: before } = await manifestOf(kasi, ready.tripId);
  // A load that goes on: they stand on the list already.
  if (before.length > 0) return { ...ready, version: ready.version + 1 };
  const { groups, goods } = await offerForTrip(kasi, ready.tripId);
  const goodsId = goods[0]?.id ?? "";
  const lines = groups.flatMap(({ entitlements }) =>
    entitlements.map(({ id }) => ({ entitlementId: id, goodsId })),
  );
  return allocateToTrip(kasi, { ...on(name, "fill", ready), lines });
};

/** What was found at a door: one was not at home, one sent a child. */
const bodyOf = (tripId: string, line: Manifest["lines"][number], at: number): HandoverBody => {
  const proxy = { kind: "proxy", name: fictional("Intan Permata"), relation: "child" } as const;
  const isAbsent = at === 1;
  return {
    ...{ tripId, stopId: line.stopId, lineId: line.id, goodsId: line.goodsId, person: null },
    outcome: isAbsent ? "not_found" : "delivered",
    quantity: isAbsent ? 0 : line.quantity,
    receiver: isAbsent ? null : at === 3 ? proxy : { kind: "self" },
    ...{ nikMatches: null, witness, note: "", evidence: [], correctsId: null },
    place: { latitude: -2.3 - at / 100, longitude: 115.6 + at / 100, accuracyMeters: 12 },
  };
};

interface Sending {
  readonly name: string;
  readonly phone: RegisteredFieldDevice;
  readonly at: Date;
}

const send = async (
  ctx: ServiceContext,
  { name, phone, at }: Sending,
  bodies: readonly HandoverBody[],
): Promise<void> => {
  const { deviceId } = phone;
  const records = await Promise.all(
    bodies.map(async (body) => {
      const clientActionId = idOf(`handover/${name}/${body.lineId}`);
      const place = sealedPlace({ deviceId, clientActionId, command: handoverSeal });
      const sealed = await sealAsPhone(phone.publicKey, place, JSON.stringify(body));
      const text = Buffer.from(sealed).toString("base64");
      return { clientActionId, deviceId, capturedAt: at, sealed: text };
    }),
  );
  await receiveHandovers(ctx, { deviceId, sentAt: at, unsynced: records.length, records });
};

/** The records of the day, from one phone, and where it was so from a second one. */
const recorded = async ({ by, today }: Garage, route: Route, tripId: string) => {
  const { name, inDays, hasConflict } = route;
  const at = morning(addDays(today, inDays), 15);
  const phoneOf = async (post: string, label: string) => {
    const ctx = by(post, at, `${name}-${post}`);
    const clientActionId = idOf(`device/${name}/${post}`);
    return { ctx, phone: await registerFieldDevice(ctx, { clientActionId, label }) };
  };
  const { lines } = await manifestOf(by(leadPost, at, name), tripId);
  const bodies = lines.map((line, nth) => bodyOf(tripId, line, nth));
  const first = await phoneOf("lapangan-1", "HLG-01");
  await send(first.ctx, { name, phone: first.phone, at }, bodies);
  if (!hasConflict) return;
  const second = await phoneOf(leadPost, "HLG-02");
  await send(second.ctx, { name: `${name}-2`, phone: second.phone, at }, bodies.slice(0, 1));
};

/** Out and back, every door recorded on a phone. */
const driven = async (garage: Garage, route: Route): Promise<void> => {
  const { by, today } = garage;
  const { name, inDays } = route;
  const lead = (hour: number) => by(leadPost, morning(addDays(today, inDays), hour), name);
  const trip = await filled(garage, route);
  const { goods, stops, activities } = await showTrip(lead(6), trip);
  const loaded = await loadTrip(lead(6), {
    ...on(name, "load", trip),
    goods: goods.map(({ id }) => ({ id, loaded: sacks })),
  });
  let last = await moveTrip(lead(7), { ...on(name, "depart", loaded), move: "depart" });
  for (const [at, stop] of stops.entries())
    last = await arriveTrip(lead(10 + at), {
      ...on(name, `arrive-${at}`, last),
      stopId: stop.id,
    });
  await recorded(garage, route, trip.tripId);
  // Each sending that brought something new made another version of the trip.
  const version = last.version + (route.hasConflict ? 2 : 1);
  last = await countTrip(lead(16), {
    ...on(name, "count", { tripId: trip.tripId, version }),
    goods: goods.map(({ id }) => ({ id, delivered, returned: sacks - delivered, lost: 0 })),
    activities: activities.map(({ id }) => ({ id, served: 14 })),
  });
  last = await moveTrip(lead(17), { ...on(name, "return", last), move: "return" });
  if (!route.hasConflict)
    await moveTrip(lead(18), { ...on(name, "reconcile", last), move: "reconcile" });
};

/** Two trips whose doors are on record: one is closed, one waits for a decision about two phones. */
export const insertHandovers = async (garage: Garage): Promise<void> => {
  const [a, b, c, d] = servedVillages;
  await driven(garage, { name: "served-near", inDays: -5, villages: [a, b], hasConflict: false });
  await driven(garage, { name: "served-far", inDays: -3, villages: [c, d], hasConflict: true });
};
