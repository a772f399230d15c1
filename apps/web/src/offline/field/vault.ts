import type { CrewCase } from "@rembuk/services/cases/crew-case-queries";
import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import { type Opened, vaultIn } from "../vault";
import { fieldDatabase, keepFieldFact, readFieldFact, wipeTrip } from "./field-database";

/** A trip that is open in this tab. */
export interface OpenTrip {
  readonly key: CryptoKey;
  readonly trip: TripPackage;
}

export const openTripOf = ({ key, content }: Opened<TripPackage>): OpenTrip => ({
  key,
  trip: content,
});

const caseWithDates = (one: CrewCase): CrewCase => ({
  ...one,
  receivedAt: new Date(one.receivedAt),
  since: new Date(one.since),
  dueAt: new Date(one.dueAt),
});

/** A trip that was taken before cases rode along has none: that reads as "not taken", never as "no case". */
const withDates = (trip: Omit<TripPackage, "openCases"> & Partial<TripPackage>): TripPackage => ({
  ...trip,
  openCases:
    trip.openCases?.map((village) => ({ ...village, cases: village.cases.map(caseWithDates) })) ??
    null,
  takenAt: new Date(trip.takenAt),
  expiresAt: new Date(trip.expiresAt),
  stops: trip.stops.map((stop) => ({
    ...stop,
    meetsAt: stop.meetsAt && new Date(stop.meetsAt),
  })),
});

const vault = vaultIn<TripPackage>(
  {
    read: () => readFieldFact("vault"),
    keep: (kept) => keepFieldFact("vault", kept),
    wipe: wipeTrip,
    seen: () => readFieldFact("seen"),
    keepSeen: (now) => keepFieldFact("seen", now),
    wholly: (work) => fieldDatabase.transaction("rw", fieldDatabase.tables, work),
  },
  withDates,
);

/** Puts a downloaded trip under a PIN. @throws what IndexedDB throws when the phone is full */
export async function closeVault(pin: string, trip: TripPackage): Promise<OpenTrip> {
  const lifetime = trip.expiresAt.getTime() - trip.takenAt.getTime();
  return openTripOf(await vault.close(pin, trip, lifetime));
}

/** With the PIN; the tenth wrong one wipes what was downloaded. */
export const { open: openVault, wipeExpired } = vault;

/** The typed NIK against a line's keyed hash. */
export async function matchesNik(
  trip: TripPackage,
  nik: string,
  nikHash: string,
): Promise<boolean> {
  return (await hashNik(trip, nik)) === nikHash;
}

/** HMAC-SHA-256 under the trip's key; base64. */
export async function hashNik({ nikKey }: TripPackage, nik: string): Promise<string> {
  const raw = Uint8Array.from(atob(nikKey), (letter) => letter.charCodeAt(0));
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, hmac, false, ["sign"]);
  const hash = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(nik)));
  return btoa(String.fromCharCode(...hash));
}
