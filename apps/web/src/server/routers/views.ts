import "server-only";
import {
  deleteViewCommand,
  saveViewCommand,
  setStartViewCommand,
} from "@rembuk/domain/cases/saved-views";
import { deleteView } from "@rembuk/services/cases/delete-view";
import { saveView } from "@rembuk/services/cases/save-view";
import { setStartView } from "@rembuk/services/cases/set-start-view";
import { listViews } from "@rembuk/services/cases/view-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "case.read" });

/** Views of the list of cases: one's own, one's office's, and what comes with a role. */
export const viewsRouter = router({
  list: reader.query(({ ctx }) => listViews(ctx.service)),
  // For an office only by its people: the use case decides.
  save: reader.input(saveViewCommand).mutation(({ ctx, input }) => saveView(ctx.service, input)),
  delete: reader
    .input(deleteViewCommand)
    .mutation(({ ctx, input }) => deleteView(ctx.service, input)),
  setStart: reader
    .input(setStartViewCommand)
    .mutation(({ ctx, input }) => setStartView(ctx.service, input)),
});
