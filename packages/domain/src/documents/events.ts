import type { DomainEvent } from "../kernel/event";
import type { Document, DocumentKind } from "./model";

/** What happens to documents. Names of files and reasons stay in the rows. */
export interface DocumentEventPayloads {
  "document.added": { readonly documentId: string; readonly kind: DocumentKind };
  "document.removed": { readonly documentId: string; readonly kind: DocumentKind };
}
export type DocumentEventType = keyof DocumentEventPayloads;

/** Told of what the document hangs on: its innovation, or the engagement of its commitment. */
export const documentEvent = (
  type: DocumentEventType,
  { id: documentId, kind, subdistrictCode }: Pick<Document, "id" | "kind" | "subdistrictCode">,
  subject: string,
): DomainEvent<DocumentEventType, DocumentEventPayloads[DocumentEventType]> => ({
  ...{ type, subject, subdistrictCode, payload: { documentId, kind } },
});
