import type { z } from "zod";
import type { PhoneAct } from "../staff/sealing";
import { confirmCaseCommand, relayCaseCommand, reopenCaseCommand } from "./commands";
import { acceptReferralCommand, endReferralCommand } from "./referral-commands";

const ofPhone = { clientActionId: true, onBehalf: true } as const;

/**
 * What is sealed of an act on a case by the village's phone. Its id stands outside the seal; when the citizen
 * was told is when it was recorded; nobody else answers in the village's name there.
 */
export const phoneActBodies = {
  "cases.confirm": confirmCaseCommand.omit({ clientActionId: true }),
  "cases.reopen": reopenCaseCommand.omit({ clientActionId: true }),
  "cases.relay": relayCaseCommand.omit({ clientActionId: true, toldAt: true }),
  "referrals.accept": acceptReferralCommand.omit(ofPhone),
  "referrals.decline": endReferralCommand.omit(ofPhone),
  "referrals.finish": endReferralCommand.omit(ofPhone),
} as const satisfies Record<PhoneAct, z.ZodType>;

export type PhoneActBody<Act extends PhoneAct> = z.output<(typeof phoneActBodies)[Act]>;

/** An act as it was recorded, opened. */
export type OpenedAct = {
  readonly [Act in PhoneAct]: { readonly act: Act; readonly body: PhoneActBody<Act> };
}[PhoneAct];

const said: Readonly<Record<PhoneAct, string>> = {
  "cases.confirm": "masalah ini sudah beres",
  "cases.reopen": "masalah ini belum beres",
  "cases.relay": "warga sudah dikabari",
  "referrals.accept": "rujukan diterima",
  "referrals.decline": "rujukan ditolak",
  "referrals.finish": "rujukan sudah dikerjakan",
};

/** The words of an act that the person typed; null: it has none. */
const wordsOf = (opened: OpenedAct): string | null => {
  if (opened.act === "cases.confirm") return opened.body.note ?? null;
  if (opened.act === "cases.reopen") return opened.body.reason;
  if (opened.act === "cases.relay") return opened.body.toldBy;
  return "words" in opened.body ? opened.body.words : null;
};

/**
 * What was recorded, as a note for those who work on the case: in the language of the office, which is what
 * notes are written in. For an act that can no longer be done, so that it is not lost.
 * @param when the time of recording, as the office writes it
 */
export const noteOfAct = (opened: OpenedAct, when: string): string => {
  const words = wordsOf(opened);
  return `Dicatat desa tanpa jaringan, ${when}: ${said[opened.act]}${words ? ` (${words})` : ""}.`;
};
