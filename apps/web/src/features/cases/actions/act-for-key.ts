import {
  type CaseAct,
  caseKeys,
  type ExtraAct,
  extraActs,
} from "@/components/shortcuts/shortcut-table";
import type { CaseDetail } from "../case-data";

type Acting = Pick<CaseDetail, "nextSteps" | "mayWriteTo">;

const isExtra = (act: CaseAct): act is ExtraAct => (extraActs as readonly string[]).includes(act);

/** Is it offered on this case, allowed now or blocked with a reason? */
export function isOffered(kase: Acting, act: CaseAct): boolean {
  if (act === "macro") return true;
  if (act === "note") return kase.mayWriteTo.length > 0;
  const action = act === "assign" ? "route" : act;
  return kase.nextSteps.some((step) => step.action === action);
}

/** The act that a letter means on this case: one that can be done before one that is blocked. */
export function actForKey(kase: Acting, key: string): CaseAct | null {
  const acts = (Object.keys(caseKeys) as CaseAct[]).filter(
    (act) => caseKeys[act] === key && isOffered(kase, act),
  );
  const isAllowed = (act: CaseAct) =>
    isExtra(act) || kase.nextSteps.some((step) => step.action === act && step.allowed);
  return acts.find(isAllowed) ?? acts[0] ?? null;
}

/** Every letter that could mean an act on some case. */
export const actLetters: readonly string[] = [...new Set(Object.values(caseKeys))];
