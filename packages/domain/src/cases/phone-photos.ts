import { z } from "zod";
import { photoPartBytes } from "../staff/sealing";

/** Photos that go with a case which a phone took in without network. */
export const mostPhotosOfCase = 3;

/** Far above what is taken: a photo that is too large is told so in words of its own. */
const farTooLarge = 20 * 1_048_576;

/** What the record of a new case tells of a photo that follows it. */
export const toldPhoto = z.object({
  id: z.uuid(),
  /** Bytes, before they were sealed. */
  size: z.int().min(1).max(farTooLarge),
  /** Of the bytes, hex: half a photo is none. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ToldPhoto = z.infer<typeof toldPhoto>;

/** A phone of an earlier version tells of none. */
export const toldPhotos = z.array(toldPhoto).max(mostPhotosOfCase).default([]);

/** One part of a sealed photo, from `offset` of the sealed bytes. */
export const putCasePhotoCommand = z.object({
  /** The phone that sealed it. */
  deviceId: z.uuid(),
  /** The phone that sends it, where that is another one. */
  carrierId: z.uuid().optional(),
  photoId: z.uuid(),
  /** The record that told of it. */
  recordId: z.uuid(),
  total: z.int().min(1).max(farTooLarge),
  offset: z.int().min(0).max(farTooLarge),
  part: z.base64().max(Math.ceil(photoPartBytes / 3) * 4),
  /** Records and photos still on the phone, with this one. */
  unsynced: z.int().min(0).max(100_000),
});
export type PutCasePhotoCommand = z.infer<typeof putCasePhotoCommand>;
