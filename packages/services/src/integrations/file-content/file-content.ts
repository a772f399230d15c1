import type { Refusal } from "@rembuk/domain/files/model";

/** A file as it is kept: made anew from what was sent wherever that is possible. */
export interface PreparedFile {
  readonly mediaType: string;
  /** Ending of the name, without a dot. */
  readonly ending: string;
  readonly original: Buffer;
  /** WebP for the screen; images only. */
  readonly preview: Buffer | null;
  readonly thumbnail: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** What was sent is not taken; the reason has its wording. */
export class FileRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
    this.name = "FileRefused";
  }
}

export const refuse = (refusal: Refusal): never => {
  throw new FileRefused(refusal);
};
