/** The databases of a phone: sealed cases and acts, and what was recorded on a trip. */
export const phoneDatabase = "rembuk-luring";
export const tripDatabase = "rembuk-lapangan";

/** Which databases this browser holds, without making one where there is none. */
export const keptDatabases = async (): Promise<ReadonlySet<string | undefined>> => {
  const kept = await indexedDB.databases().catch(() => []);
  return new Set(kept.map(({ name }) => name));
};
