import "server-only";
import {
  listProgramsInput,
  saveCycleCommand,
  saveProgramCommand,
  showProgramInput,
} from "@rembuk/domain/aid/commands";
import { listProgramPlaces, listPrograms, showProgram } from "@rembuk/services/aid/program-queries";
import { saveCycle } from "@rembuk/services/aid/save-cycle";
import { saveProgram } from "@rembuk/services/aid/save-program";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "program.read" });
const editor = staffProcedure.meta({ permission: "program.edit" });

/** Welfare programs as each kecamatan uses them, and their cycles. */
export const aidRouter = router({
  places: reader.query(({ ctx }) => listProgramPlaces(ctx.service)),
  programs: reader
    .input(listProgramsInput)
    .query(({ ctx, input }) => listPrograms(ctx.service, input)),
  program: reader
    .input(showProgramInput)
    .query(({ ctx, input }) => showProgram(ctx.service, input)),
  saveProgram: editor
    .input(saveProgramCommand)
    .mutation(({ ctx, input }) => saveProgram(ctx.service, input)),
  saveCycle: editor
    .input(saveCycleCommand)
    .mutation(({ ctx, input }) => saveCycle(ctx.service, input)),
});
