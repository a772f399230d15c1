/**
 * What the stream tells a reader.
 * - connected: the stream stands; nothing was missed
 * - resync: re-read everything, something may have been missed
 * - changed: these cases of the reader's own reach changed; `notices`: the reader has new notices
 */
export type LiveEvent =
  | { readonly kind: "connected" }
  | { readonly kind: "resync" }
  | { readonly kind: "changed"; readonly caseIds: readonly string[]; readonly notices: boolean };
