import type { ReferralStatus } from "../access/referral-status";
import type { CaseStatus, HolderKind } from "./model";

/** So many open cases of one village go along on a crew's phone: those that wait for the village, then the newest. */
export const mostCrewCases = 50;

/** confirm: whether it is settled; inform: what the desk asked; answer, work: a referral to the village's government. */
export type VillageWait = "confirm" | "inform" | "answer" | "work";

/**
 * What a case waits for from its village, as a crew is told it; null: nothing.
 * @param kase.asked of the referral to the village's government that is due first and not done; null: none
 */
export const villageWait = (kase: {
  readonly status: CaseStatus;
  readonly holderKind: HolderKind;
  readonly asked: ReferralStatus | null;
}): VillageWait | null => {
  if (kase.holderKind === "village") return kase.status === "resolved" ? "confirm" : "inform";
  if (kase.asked === null) return null;
  return kase.asked === "sent" ? "answer" : "work";
};

/** So many digits, with what people put between them, are no date and no sum: a phone, or a NIK. */
const longNumber = /\d(?:[\s().\-–]{0,2}\d){9,}/g;

/** A title without phones and NIKs that somebody wrote into it: "Titian dekat rumah hp ••••••••". */
export const withoutLongNumbers = (title: string): string =>
  title.replace(longNumber, "•".repeat(8));
