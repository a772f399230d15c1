import { z } from "zod";
import { clientAction } from "../cases/commands";
import { maximumBytes } from "../files/model";
import { documentKinds } from "./model";

const owner = z.discriminatedUnion("of", [
  z.object({ of: z.literal("innovation"), id: z.uuid() }),
  z.object({ of: z.literal("commitment"), id: z.uuid() }),
]);

/** Announces a document before its bytes. The same content announced again goes on where it stopped. */
export const beginDocumentCommand = z.object({
  ...clientAction,
  owner,
  kind: z.enum(documentKinds),
  validUntil: z.iso.date().nullable(),
  /** As the disk calls it, however odd: it is cleaned, not refused. */
  name: z.string().max(2_000),
  size: z.int().min(1).max(maximumBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BeginDocumentCommand = z.infer<typeof beginDocumentCommand>;

/** All bytes are there: check the document. Safe to say again. */
export const finishDocumentCommand = z.object({ documentId: z.uuid() });
export type FinishDocumentCommand = z.infer<typeof finishDocumentCommand>;

export const removeDocumentCommand = z.object({
  ...clientAction,
  documentId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});
export type RemoveDocumentCommand = z.infer<typeof removeDocumentCommand>;

/** Of one innovation, or of every commitment of one engagement. */
export const listDocumentsInput = z.discriminatedUnion("of", [
  z.object({ of: z.literal("innovation"), innovationId: z.uuid() }),
  z.object({ of: z.literal("engagement"), engagementId: z.uuid() }),
]);
export type ListDocumentsInput = z.infer<typeof listDocumentsInput>;
