import { DomainError } from "../kernel/errors";
import type { Letter, LetterContent, LetterKind, LetterStatus } from "./model";

export const letterActs = ["edit", "issue", "attach-scan", "void"] as const;
export type LetterAct = (typeof letterActs)[number];

const from: Record<LetterAct, readonly LetterStatus[]> = {
  edit: ["draft"],
  issue: ["draft"],
  // A better scan may take the place of the first.
  "attach-scan": ["issued", "signed"],
  void: ["draft", "issued", "signed"],
};

export const mayFollow = (letter: Pick<Letter, "status">, act: LetterAct): boolean =>
  from[act].includes(letter.status);

/** @throws conflict LETTER_ACT_NOT_NOW; conflict LETTER_CHANGED_MEANWHILE on another version */
export const requireLetterAct = (
  letter: Pick<Letter, "status" | "version">,
  act: LetterAct,
  version: number,
): void => {
  if (!mayFollow(letter, act)) throw new DomainError("conflict", "LETTER_ACT_NOT_NOW", { act });
  if (letter.version !== version) throw new DomainError("conflict", "LETTER_CHANGED_MEANWHILE");
};

/**
 * Who of a case's readers sees a letter. What is asked of one party by a referral is no other party's
 * affair: its letter reaches that party on paper.
 */
export const audienceOf = (kind: LetterKind): "internal" | "partner" =>
  kind === "cover-letter" ? "partner" : "internal";

/** Sixteen digits in a row, also with spaces or dots between: a NIK or KK number. */
const identityNumber = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/;

/**
 * A letter that leaves names the case by its number and place: who reported stands in the case, which
 * the dinas opens there. Numbers of identity cards are refused wherever they were typed.
 * @throws invalid LETTER_HOLDS_IDENTITY_NUMBER with the field
 */
export const requireNoIdentityNumber = (content: LetterContent): void => {
  const fields = {
    subject: content.subject,
    body: content.body,
    addressee: content.addressee,
    enclosure: content.enclosure,
    instruction: content.instruction,
    copies: content.copies.join("\n"),
  };
  for (const [field, text] of Object.entries(fields)) {
    if (identityNumber.test(text))
      throw new DomainError("invalid", "LETTER_HOLDS_IDENTITY_NUMBER", { field });
  }
};
