import "server-only";
import {
  actOnEnrollmentCommand,
  cancelEntitlementCommand,
  caseAidInput,
  cycleInput,
  grantEntitlementsCommand,
  listEnrollmentsInput,
  listEntitlementsInput,
  listProgramsInput,
  nominateCommand,
  prepareEntitlementsCommand,
  saveCycleCommand,
  saveProgramCommand,
  showProgramInput,
} from "@rembuk/domain/aid/commands";
import { cancelEntitlement } from "@rembuk/services/aid/cancel-entitlement";
import { showCaseAid } from "@rembuk/services/aid/case-queries";
import { showCycle } from "@rembuk/services/aid/cycle-queries";
import { listEnrollments } from "@rembuk/services/aid/enrollment-queries";
import { listEntitlements } from "@rembuk/services/aid/entitlement-queries";
import { grantEntitlements } from "@rembuk/services/aid/grant-entitlements";
import { nominateResident } from "@rembuk/services/aid/nominate-resident";
import { prepareEntitlements } from "@rembuk/services/aid/prepare-entitlements";
import { listProgramPlaces, listPrograms, showProgram } from "@rembuk/services/aid/program-queries";
import { saveCycle } from "@rembuk/services/aid/save-cycle";
import { saveProgram } from "@rembuk/services/aid/save-program";
import { settleEnrollment } from "@rembuk/services/aid/settle-enrollment";
import { listVillageWaiting } from "@rembuk/services/aid/waiting-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "program.read" });
const enrollmentReader = staffProcedure.meta({ permission: "enrollment.read" });
const entitlementReader = staffProcedure.meta({ permission: "entitlement.read" });
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
  /** Null to who reads no nominations: asked on the page of a case, which others read too. */
  ofCase: staffProcedure
    .meta({ permission: "case.read" })
    .input(caseAidInput)
    .query(({ ctx, input }) => showCaseAid(ctx.service, input)),
  nominate: staffProcedure
    .meta({ permission: "enrollment.nominate" })
    .input(nominateCommand)
    .mutation(({ ctx, input }) => nominateResident(ctx.service, input)),
  settle: enrollmentReader
    .input(actOnEnrollmentCommand)
    .mutation(({ ctx, input }) => settleEnrollment(ctx.service, input)),
  cycle: entitlementReader
    .input(cycleInput)
    .query(({ ctx, input }) => showCycle(ctx.service, input)),
  entitlements: entitlementReader
    .input(listEntitlementsInput)
    .query(({ ctx, input }) => listEntitlements(ctx.service, input)),
  waiting: entitlementReader.query(({ ctx }) => listVillageWaiting(ctx.service)),
  prepareEntitlements: staffProcedure
    .meta({ permission: "entitlement.prepare" })
    .input(prepareEntitlementsCommand)
    .mutation(({ ctx, input }) => prepareEntitlements(ctx.service, input)),
  /** By whose money it is, or with the letter of who decided: each asks for its own right. */
  grantEntitlements: entitlementReader
    .input(grantEntitlementsCommand)
    .mutation(({ ctx, input }) => grantEntitlements(ctx.service, input)),
  cancelEntitlement: staffProcedure
    .meta({ permission: "entitlement.cancel" })
    .input(cancelEntitlementCommand)
    .mutation(({ ctx, input }) => cancelEntitlement(ctx.service, input)),
});
