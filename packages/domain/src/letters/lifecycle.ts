import { DomainError } from "../kernel/errors";
import type { Letter, LetterContent, LetterKind, LetterStatus } from "./model";

export const letterActs = ["edit", "issue", "attach-scan", "sign", "void"] as const;
export type LetterAct = (typeof letterActs)[number];

const from: Record<LetterAct, readonly LetterStatus[]> = {
  edit: ["draft"],
  issue: ["draft"],
  // A better scan may take the place of the first.
  "attach-scan": ["issued", "signed"],
  sign: ["issued"],
  void: ["draft", "issued", "signed"],
};

/** A scan beside an electronic signature would be a copy that looks like the original. */
export const mayFollow = (
  letter: Pick<Letter, "status"> & Partial<Pick<Letter, "signature">>,
  act: LetterAct,
): boolean =>
  from[act].includes(letter.status) &&
  !(act === "attach-scan" && letter.signature === "electronic");

/** @throws conflict LETTER_ACT_NOT_NOW; conflict LETTER_CHANGED_MEANWHILE on another version */
export const requireLetterAct = (
  letter: Pick<Letter, "status" | "version"> & Partial<Pick<Letter, "signature">>,
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

/**
 * Nobody signs in somebody else's absence: only who the letter names, while its PDF is there.
 * @throws forbidden LETTER_SIGNED_BY_ANOTHER; conflict LETTER_NOT_DRAWN
 */
export const requireOwnSignature = (
  letter: Pick<Letter, "content" | "renderedStatus">,
  userId: string,
): void => {
  if (letter.content.signer.userId !== userId)
    throw new DomainError("forbidden", "LETTER_SIGNED_BY_ANOTHER");
  if (letter.renderedStatus === null) throw new DomainError("conflict", "LETTER_NOT_DRAWN");
};

/**
 * The day beside a signature on paper: not before the letter was issued, not after today.
 * @param days "2026-11-24", on the office's wall
 * @throws invalid LETTER_SIGNED_ON_ODD
 */
export const requireSignedOn = (
  signedOn: string,
  days: { readonly issued: string; readonly today: string },
): string => {
  if (signedOn < days.issued || signedOn > days.today)
    throw new DomainError("invalid", "LETTER_SIGNED_ON_ODD", { field: "signedOn" });
  return signedOn;
};
