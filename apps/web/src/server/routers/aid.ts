import "server-only";
import {
  actOnEnrollmentCommand,
  listEnrollmentsInput,
  listProgramsInput,
  nominateCommand,
  saveCycleCommand,
  saveProgramCommand,
  showProgramInput,
} from "@rembuk/domain/aid/commands";
import { listEnrollments } from "@rembuk/services/aid/enrollment-queries";
import { nominateResident } from "@rembuk/services/aid/nominate-resident";
import { listProgramPlaces, listPrograms, showProgram } from "@rembuk/services/aid/program-queries";
import { saveCycle } from "@rembuk/services/aid/save-cycle";
import { saveProgram } from "@rembuk/services/aid/save-program";
import { settleEnrollment } from "@rembuk/services/aid/settle-enrollment";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "program.read" });
const enrollmentReader = staffProcedure.meta({ permission: "enrollment.read" });
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
  enrollments: enrollmentReader
    .input(listEnrollmentsInput)
    .query(({ ctx, input }) => listEnrollments(ctx.service, input)),
  nominate: staffProcedure
    .meta({ permission: "enrollment.nominate" })
    .input(nominateCommand)
    .mutation(({ ctx, input }) => nominateResident(ctx.service, input)),
  settle: enrollmentReader
    .input(actOnEnrollmentCommand)
    .mutation(({ ctx, input }) => settleEnrollment(ctx.service, input)),
});
