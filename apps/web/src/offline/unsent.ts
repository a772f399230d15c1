import { keptDatabases, phoneDatabase, tripDatabase } from "./kept-databases";

/** What this browser holds that the server does not have yet. */
export interface Unsent {
  /** Handovers, matters and their photos, recorded on a trip. */
  readonly field: number;
  /** Handovers that are being filled in: they lie under the trip's key and go with it. */
  readonly drafts: number;
  /** Problems that a village wrote down, and their photos. */
  readonly village: number;
}

const nothing: Unsent = { field: 0, drafts: 0, village: 0 };

/** Counted without making a database where there is none. */
export async function countUnsent(): Promise<Unsent> {
  const kept = await keptDatabases();
  let unsent = nothing;
  if (kept.has(tripDatabase)) {
    const { fieldDatabase } = await import("./field/field-database");
    const field = (await fieldDatabase.records.count()) + (await fieldDatabase.evidence.count());
    unsent = { ...unsent, field, drafts: await fieldDatabase.drafts.count() };
  }
  if (kept.has(phoneDatabase)) {
    const { countByOrigin } = await import("./photo-outbox");
    const { ofTrips, ofVillage } = await countByOrigin();
    unsent = { ...unsent, field: unsent.field + ofTrips, village: ofVillage };
  }
  return unsent;
}
