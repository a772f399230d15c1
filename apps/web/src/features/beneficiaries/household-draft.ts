import type { HouseholdEntry } from "./household-entry";

/** What survives a killed tab: never a NIK, a No. KK, a birth date or a phone. */
const withoutNumbers = (entry: HouseholdEntry): HouseholdEntry => ({
  ...entry,
  card: "",
  members: entry.members.map((one) => ({ ...one, nik: "", birthDate: "", phone: "" })),
});

const keyOf = (userId: string): string => `rembuk.draft.keluarga.${userId}`;

/** Keeps the household that somebody is entering on this device; without storage nothing is kept. */
export function keepDraft(userId: string, entry: HouseholdEntry): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(withoutNumbers(entry)));
  } catch {
    // Full or off: then there is no draft.
  }
}

/** The kept draft laid over an empty entry, so that one of an older version still opens. */
export function findDraft(userId: string, empty: HouseholdEntry): HouseholdEntry | null {
  try {
    const stored = JSON.parse(
      localStorage.getItem(keyOf(userId)) ?? "null",
    ) as HouseholdEntry | null;
    const [first] = empty.members;
    if (!stored || !Array.isArray(stored.members) || !first) return null;
    const members = stored.members.map((one) => ({ ...first, ...one }));
    return members.some((one) => one.name.trim() !== "") ? { ...empty, ...stored, members } : null;
  } catch {
    return null;
  }
}

export function forgetDraft(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId));
  } catch {
    // Without storage there is no draft.
  }
}
