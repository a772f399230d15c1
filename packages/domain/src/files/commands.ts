import { z } from "zod";
import { clientAction } from "../cases/commands";
import { noteAudiences } from "../cases/model";
import { maximumBytes } from "./model";

const fileRef = { caseId: z.uuid(), fileId: z.uuid() };

/** Announces a file before its bytes. The same content announced again goes on where it stopped. */
export const beginUploadCommand = z.object({
  ...clientAction,
  caseId: z.uuid(),
  audience: z.enum(noteAudiences),
  noteId: z.uuid().nullish(),
  /** As the disk calls it, however odd: it is cleaned, not refused. */
  name: z.string().max(2_000),
  /** Bytes, after a photograph was made smaller. */
  size: z.int().min(1).max(maximumBytes),
  /** SHA-256 of these bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BeginUploadCommand = z.infer<typeof beginUploadCommand>;

/** All bytes are there: check the file. Safe to say again. */
export const finishUploadCommand = z.object(fileRef);
export type FinishUploadCommand = z.infer<typeof finishUploadCommand>;

export const removeFileCommand = z.object({
  ...clientAction,
  ...fileRef,
  reason: z.string().trim().min(3).max(500),
});
export type RemoveFileCommand = z.infer<typeof removeFileCommand>;

/** Takes a removal back while the bytes are still kept. */
export const restoreFileCommand = z.object({ ...clientAction, ...fileRef });
export type RestoreFileCommand = z.infer<typeof restoreFileCommand>;
