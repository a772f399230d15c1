import type { Transaction } from "@rembuk/db/client";
import type { Permission } from "@rembuk/domain/access/permissions";
import { type CaseEvent, caseEvent } from "@rembuk/domain/cases/events";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { type LetterAct, requireLetterAct } from "@rembuk/domain/letters/lifecycle";
import type { Letter } from "@rembuk/domain/letters/model";
import { actingOn, loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { findEarlierAnswer, inTransaction, once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { findLetter, updateLetter } from "./store";

export interface ChangedLetter {
  readonly letterId: string;
  readonly version: number;
  readonly number: string | null;
}

interface LetterCommand {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly letterId: string;
  readonly version: number;
}

interface Decided {
  readonly change: Parameters<typeof updateLetter>[2];
  readonly event?: "case.letter-issued" | "case.letter-signed" | "case.letter-voided";
}

/** The letter inside the case that the actor may read and do this to. */
export const loadLetter = async (
  tx: Transaction,
  ctx: ServiceContext,
  ref: { readonly caseId: string; readonly letterId: string },
  permission: Permission,
): Promise<{ readonly kase: Case; readonly letter: Letter }> => {
  const kase = await loadCase(tx, ref.caseId);
  requirePermission(ctx, permission, kase);
  const letter = await findLetter(tx, ref);
  if (!letter) throw new DomainError("not-found", "LETTER_NOT_FOUND");
  return { kase, letter };
};

/**
 * The five beats of every change of a letter, on the version that was seen; at most once per client
 * action. @throws conflict LETTER_CHANGED_MEANWHILE, LETTER_ACT_NOT_NOW; not-found LETTER_NOT_FOUND
 */
export const changeLetter = (
  ctx: ServiceContext,
  act: { readonly name: LetterAct; readonly permission: Permission },
  command: LetterCommand,
  decide: (tx: Transaction, letter: Letter, kase: Case) => Promise<Decided> | Decided,
): Promise<ChangedLetter> => {
  const change = once(ctx, command, async (tx) => {
    const { kase, letter } = await loadLetter(tx, ctx, command, act.permission);
    requireLetterAct(letter, act.name, command.version);
    const { change, event } = await decide(tx, letter, kase);
    if (!(await updateLetter(tx, letter, change)))
      throw new DomainError("conflict", "LETTER_CHANGED_MEANWHILE");
    const number = change.number ?? letter.number;
    const result = { letterId: letter.id, version: letter.version + 1, number };
    const payload = { letterId: letter.id, kind: letter.kind };
    const events: CaseEvent[] = event ? [caseEvent(event, kase, payload)] : [];
    await recordEvents(tx, actingOn(ctx, act.permission, kase), events, command, result);
    return result;
  });
  return change.catch((error: unknown) => answerOfTwin(ctx, command, error));
};

/** Pressed twice at once, the second finds the letter moved by the first: it hears the same answer. */
const answerOfTwin = async (
  ctx: ServiceContext,
  command: LetterCommand,
  error: unknown,
): Promise<ChangedLetter> => {
  if (!isDomainError(error) || error.kind !== "conflict") throw error;
  const known = await inTransaction(ctx, (tx) =>
    findEarlierAnswer<ChangedLetter>(tx, ctx, command),
  );
  if (known) return known;
  throw error;
};
