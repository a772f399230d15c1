import { createHmac } from "node:crypto";
import { type FileVariant, linkLifetimeMs } from "@rembuk/domain/files/model";
import type { FieldKeys } from "./field-keys";
import { isSameSecret } from "./tracking-secrets";

/** What a link opens: a file of a case, a paper, or a document, in the words that are signed. */
export const linkTo = {
  file: (caseId: string, fileId: string, variant: FileVariant) =>
    `file:${caseId}:${fileId}:${variant}`,
  paper: (paperId: string) => `paper:${paperId}`,
  document: (documentId: string, variant: FileVariant) => `document:${documentId}:${variant}`,
} as const;

/** What a link opens, for whom and until when. */
export interface Link {
  /** Of `linkTo`. */
  readonly to: string;
  readonly userId: string;
  /** Unix seconds. */
  readonly until: number;
}

/** The signature of a link: 128 bits of HMAC-SHA-256, base64url. */
export const signLink = (keys: FieldKeys, { to, userId, until }: Link): string =>
  createHmac("sha256", keys.links)
    .update(`${to}:${userId}:${until}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/**
 * The end of a link that is made now: five to ten minutes on, the same for all of five minutes, so
 * that a list that is read again keeps its pictures.
 */
export const linkEnd = (now: Date): number =>
  ((Math.floor(now.getTime() / linkLifetimeMs) + 2) * linkLifetimeMs) / 1000;

/** A link as a list shows it: of minutes, for this reader alone. */
export interface SignedLink {
  /** Unix seconds. */
  readonly until: number;
  readonly signature: string;
}

/** A link for the one who asks, made now. */
export const linkFor = (
  { keys, actor, now }: { keys: FieldKeys; actor: { userId: string }; now: () => Date },
  to: string,
): SignedLink => {
  const until = linkEnd(now());
  return { until, signature: signLink(keys, { to, userId: actor.userId, until }) };
};

export const isLinkValid = (keys: FieldKeys, link: Link, signature: string, now: Date): boolean =>
  Number.isSafeInteger(link.until) &&
  link.until * 1000 > now.getTime() &&
  isSameSecret(signLink(keys, link), signature);
