import { constants, inflateRawSync, inflateSync } from "node:zlib";

/** Deflated bytes opened up to a size. @throws when more would come out, or it is no such stream */
export const inflateRawWithin = (bytes: Uint8Array, limit: number): Buffer =>
  inflateRawSync(bytes, { maxOutputLength: Math.max(1, limit) });

/** As above with zlib's frame; an end that is missing is forgiven, as readers of PDF do. */
export const inflateWithin = (bytes: Uint8Array, limit: number): Buffer =>
  inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });

/** True when a stream was given up because it grew beyond its limit. */
export const isTooLarge = (error: unknown): boolean =>
  (error as { code?: unknown })?.code === "ERR_BUFFER_TOO_LARGE";
