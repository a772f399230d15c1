import type { CarriedCase, VillageCases } from "@rembuk/services/cases/take-village-cases";
import { deviceDatabase, keepFact, readFact, wipeCases } from "../device-database";
import { type Opened, vaultIn } from "../vault";

/** The cases of the village, open in this tab. */
export type OpenCases = Opened<VillageCases>;

const caseWithDates = (one: CarriedCase): CarriedCase => ({
  ...one,
  receivedAt: new Date(one.receivedAt),
  dueAt: new Date(one.dueAt),
  referrals: one.referrals.map((referral) => ({ ...referral, dueAt: new Date(referral.dueAt) })),
});

const vault = vaultIn<VillageCases>(
  {
    read: () => readFact("vault"),
    keep: (kept) => keepFact("vault", kept),
    wipe: wipeCases,
    seen: () => readFact("seen"),
    keepSeen: (now) => keepFact("seen", now),
    wholly: (work) => deviceDatabase.transaction("rw", deviceDatabase.facts, work),
  },
  (kept) => ({
    ...kept,
    takenAt: new Date(kept.takenAt),
    expiresAt: new Date(kept.expiresAt),
    cases: kept.cases.map(caseWithDates),
  }),
);

const lifetimeOf = ({ expiresAt, takenAt }: VillageCases): number =>
  expiresAt.getTime() - takenAt.getTime();

/** When it was taken, by the clock of this phone: what it sends is put beside it by the same clock. */
const byOwnClock = (content: VillageCases): VillageCases => {
  const takenAt = new Date();
  return { ...content, takenAt, expiresAt: new Date(takenAt.getTime() + lifetimeOf(content)) };
};

/** Puts the downloaded cases under a PIN. @throws what IndexedDB throws when the phone is full */
export const closeCases = (pin: string, content: VillageCases): Promise<OpenCases> =>
  vault.close(pin, byOwnClock(content), lifetimeOf(content));

/** What was downloaded anew, under the same PIN; null when it went meanwhile. */
export const renewCases = (open: OpenCases, content: VillageCases): Promise<OpenCases | null> =>
  vault.renew(open, byOwnClock(content), lifetimeOf(content));

/** With the PIN; the tenth wrong one wipes the cases, never a record. */
export const { open: openCases, wipeExpired } = vault;
