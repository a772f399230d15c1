import "server-only";
import {
  beginUploadCommand,
  finishUploadCommand,
  removeFileCommand,
  restoreFileCommand,
} from "@rembuk/domain/files/commands";
import { beginUpload } from "@rembuk/services/files/begin-upload";
import { finishUpload } from "@rembuk/services/files/finish-upload";
import { listFiles } from "@rembuk/services/files/queries";
import { removeFile } from "@rembuk/services/files/remove-file";
import { restoreFile } from "@rembuk/services/files/restore-file";
import { z } from "zod";
import { withFiles } from "@/server/files/file-context";
import { router, staffProcedure } from "@/server/trpc/procedures";

// For whom somebody may add, the use case decides: it depends on the case.
const reader = staffProcedure.meta({ permission: "case.read" });

export const filesRouter = router({
  list: reader
    .input(z.object({ caseId: z.uuid() }))
    .query(({ ctx, input }) => listFiles(ctx.service, input)),
  begin: reader
    .input(beginUploadCommand)
    .mutation(({ ctx, input }) => beginUpload(ctx.service, input)),
  finish: reader
    .input(finishUploadCommand)
    .mutation(({ ctx, input }) => finishUpload(withFiles(ctx.service), input)),
  remove: reader
    .input(removeFileCommand)
    .mutation(({ ctx, input }) => removeFile(ctx.service, input)),
  restore: reader
    .input(restoreFileCommand)
    .mutation(({ ctx, input }) => restoreFile(ctx.service, input)),
});
