import "server-only";
import {
  beginDocumentCommand,
  finishDocumentCommand,
  listDocumentsInput,
  removeDocumentCommand,
} from "@rembuk/domain/documents/commands";
import { beginDocument } from "@rembuk/services/documents/begin-document";
import { finishDocument } from "@rembuk/services/documents/finish-document";
import { listDocuments } from "@rembuk/services/documents/queries";
import { removeDocument } from "@rembuk/services/documents/remove-document";
import { withFiles } from "@/server/files/file-context";
import { router, staffProcedure } from "@/server/trpc/procedures";

// Whoever reads coaching reads innovations; what hangs on which, the use case asks again.
const reader = staffProcedure.meta({ permission: "innovation.read" });

/** Files of an innovation, and evidence of a commitment. */
export const documentsRouter = router({
  list: reader
    .input(listDocumentsInput)
    .query(({ ctx, input }) => listDocuments(ctx.service, input)),
  begin: reader
    .input(beginDocumentCommand)
    .mutation(({ ctx, input }) => beginDocument(ctx.service, input)),
  finish: reader
    .input(finishDocumentCommand)
    .mutation(({ ctx, input }) => finishDocument(withFiles(ctx.service), input)),
  remove: reader
    .input(removeDocumentCommand)
    .mutation(({ ctx, input }) => removeDocument(ctx.service, input)),
});
