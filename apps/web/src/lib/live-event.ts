/**
 * What the stream tells a reader.
 * - connected: the stream stands; nothing was missed
 * - resync: re-read everything, something may have been missed
 * - present: somebody opened or closed these cases of the reader's own reach; who, the screen asks
 * - changed: these cases of the reader's own reach changed; `notices`: the reader has new notices
 */
export type LiveEvent =
  | { readonly kind: "connected" }
  | { readonly kind: "resync" }
  | { readonly kind: "present"; readonly caseIds: readonly string[] }
  | { readonly kind: "changed"; readonly caseIds: readonly string[]; readonly notices: boolean };
