import { createHmac } from "node:crypto";
import { type FileVariant, linkLifetimeMs } from "@rembuk/domain/files/model";
import type { FieldKeys } from "./field-keys";
import { isSameSecret } from "./tracking-secrets";

/** What a link opens, for whom and until when. */
export interface FileLink {
  readonly caseId: string;
  readonly fileId: string;
  readonly variant: FileVariant;
  readonly userId: string;
  /** Unix seconds. */
  readonly until: number;
}

/** The signature of a link: 128 bits of HMAC-SHA-256, base64url. */
export const signFileLink = (keys: FieldKeys, link: FileLink): string =>
  createHmac("sha256", keys.links)
    .update(`file:${link.caseId}:${link.fileId}:${link.variant}:${link.userId}:${link.until}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/**
 * The end of a link that is made now: five to ten minutes on, the same for all of five minutes, so
 * that a list that is read again keeps its pictures.
 */
export const linkEnd = (now: Date): number =>
  ((Math.floor(now.getTime() / linkLifetimeMs) + 2) * linkLifetimeMs) / 1000;

/** The signature of a link to a paper, for the one reader who asked for it. */
export const signPaperLink = (
  keys: FieldKeys,
  link: { readonly paperId: string; readonly userId: string; readonly until: number },
): string =>
  createHmac("sha256", keys.links)
    .update(`paper:${link.paperId}:${link.userId}:${link.until}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

export const isPaperLinkValid = (
  keys: FieldKeys,
  link: Parameters<typeof signPaperLink>[1],
  signature: string,
  now: Date,
): boolean =>
  Number.isSafeInteger(link.until) &&
  link.until * 1000 > now.getTime() &&
  isSameSecret(signPaperLink(keys, link), signature);

export const isFileLinkValid = (
  keys: FieldKeys,
  link: FileLink,
  signature: string,
  now: Date,
): boolean =>
  Number.isSafeInteger(link.until) &&
  link.until * 1000 > now.getTime() &&
  isSameSecret(signFileLink(keys, link), signature);
