import type { RelayWay } from "@rembuk/domain/cases/model";
import type { PhoneAct } from "@rembuk/domain/staff/sealing";
import type { CarriedCase, CarriedReferral } from "@rembuk/services/cases/take-village-cases";
import { replayableCommands, type SealedBody } from "../replayable-commands";

/** What the village can do on a case that it brought along, and about what. */
export interface CaseAct {
  readonly act: PhoneAct;
  readonly kase: CarriedCase;
  /** The referral that is answered; null: the act is about the case itself. */
  readonly referral: CarriedReferral | null;
}

/** What stands in the form; in memory alone, until it is sealed. */
export interface ActEntry {
  readonly words: string;
  readonly how: RelayWay | null;
}
export type ActField = keyof ActEntry;

export const emptyAct: ActEntry = { words: "", how: null };

/** Which fields an act asks for, and whether words may be left out. */
export const fieldsOf: Readonly<
  Record<PhoneAct, { readonly words: "needed" | "free" | null; readonly how: boolean }>
> = {
  "cases.confirm": { words: "free", how: false },
  "cases.reopen": { words: "needed", how: false },
  "cases.relay": { words: "needed", how: true },
  "referrals.accept": { words: null, how: false },
  "referrals.decline": { words: "needed", how: false },
  "referrals.finish": { words: "needed", how: false },
};

const bodyOf = ({ act, kase, referral }: CaseAct, { words, how }: ActEntry): object => {
  const { id: caseId, version } = kase;
  if (act === "cases.relay") return { caseId, toldBy: words, how };
  if (act === "cases.reopen") return { caseId, version, reason: words };
  if (act === "cases.confirm") return { caseId, version, note: words.trim() || null };
  return { caseId, referralId: referral?.id, version: referral?.version, words };
};

/** The body to seal, by the same schema the server reads it with, or the fields that do not fit. */
export function readAct(
  wanted: CaseAct,
  entry: ActEntry,
): { body: SealedBody<PhoneAct> } | { problems: readonly ActField[] } {
  const read = replayableCommands[wanted.act].safeParse(bodyOf(wanted, entry));
  if (read.success) return { body: read.data };
  const isHow = (path: PropertyKey[]) => path[0] === "how";
  const fields = read.error.issues.map(({ path }): ActField => (isHow(path) ? "how" : "words"));
  return { problems: [...new Set(fields)] };
}

/** What an act is about: one at a time waits for each. */
export const aboutOf = ({ act, kase, referral }: CaseAct): string =>
  act === "cases.relay" ? `relay:${kase.id}` : (referral?.id ?? kase.id);
