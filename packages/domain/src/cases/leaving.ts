import { caseEvent } from "./events";
import { ended, endHolds } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case } from "./model";
import type { Decision } from "./routing";

interface Reasoned {
  readonly noteId: string;
}

const left = (kase: Case, status: "redirected" | "archived" | "cancelled", now: Date): Case => ({
  ...ended(kase, status, now),
  holds: endHolds(kase.holds, now),
});

/** Not ours (bukan wewenang): the reporter is told whom to ask instead. */
export const decideRedirect = (kase: Case, command: Reasoned, now: Date): Decision => {
  requireAction(kase, "redirect");
  const payload = { noteId: command.noteId };
  return {
    after: left(kase, "redirected", now),
    events: [caseEvent("case.redirected", kase, payload)],
  };
};

/** Nothing to act on: a trial, an empty report, one that cannot be understood. Kept, not worked. */
export const decideArchive = (kase: Case, command: Reasoned, now: Date): Decision => {
  requireAction(kase, "archive");
  const payload = { noteId: command.noteId };
  return {
    after: left(kase, "archived", now),
    events: [caseEvent("case.archived", kase, payload)],
  };
};

/** Taken back by who brought it, or by the desk in their name. */
export const decideCancel = (
  kase: Case,
  command: Reasoned & { readonly onBehalf: boolean },
  now: Date,
): Decision => {
  requireAction(kase, "cancel");
  const payload = { onBehalf: command.onBehalf, noteId: command.noteId };
  return {
    after: left(kase, "cancelled", now),
    events: [caseEvent("case.cancelled", kase, payload)],
  };
};
