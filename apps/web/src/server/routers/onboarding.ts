import "server-only";
import {
  addSectorOfficesCommand,
  changeImportCommand,
  markStepCommand,
  onboardingInput,
  planImportCommand,
  readPeopleInput,
  saveContactCommand,
  saveOfficeCommand,
  sendImportCommand,
  startImportCommand,
} from "@rembuk/domain/onboarding/commands";
import { addSectorOffices } from "@rembuk/services/onboarding/add-sector-offices";
import {
  cancelImport,
  planImport,
  startImport,
  undoImport,
} from "@rembuk/services/onboarding/change-import";
import { listImports } from "@rembuk/services/onboarding/import-queries";
import { markStep } from "@rembuk/services/onboarding/mark-step";
import { listOnboardings, readOnboarding } from "@rembuk/services/onboarding/queries";
import { readPeople } from "@rembuk/services/onboarding/read-people";
import { saveContact } from "@rembuk/services/onboarding/save-contact";
import { saveOffice } from "@rembuk/services/onboarding/save-office";
import { sendImport } from "@rembuk/services/onboarding/send-import";
import { withFiles } from "@/server/files/file-context";
import { router, staffProcedure } from "@/server/trpc/procedures";

const preparer = staffProcedure.meta({ permission: "office.prepare" });

/** From a kecamatan's code to its first case: steps, contacts, people, and the register of before. */
export const onboardingRouter = router({
  places: preparer.query(({ ctx }) => listOnboardings(ctx.service)),
  show: preparer
    .input(onboardingInput)
    .query(({ ctx, input }) => readOnboarding(ctx.service, input)),
  saveOffice: preparer
    .input(saveOfficeCommand)
    .mutation(({ ctx, input }) => saveOffice(ctx.service, input)),
  mark: preparer.input(markStepCommand).mutation(({ ctx, input }) => markStep(ctx.service, input)),
  addSectorOffices: preparer
    .input(addSectorOfficesCommand)
    .mutation(({ ctx, input }) => addSectorOffices(ctx.service, input)),
  saveContact: preparer
    .input(saveContactCommand)
    .mutation(({ ctx, input }) => saveContact(ctx.service, input)),
  /** The dry run of a list of people; accounts are then made by `staff.invite` and `staff.assign`. */
  readPeople: preparer
    .input(readPeopleInput)
    .query(({ ctx, input }) => readPeople(ctx.service, input)),
  imports: preparer
    .input(onboardingInput)
    .query(({ ctx, input }) => listImports(ctx.service, input)),
  sendImport: preparer
    .input(sendImportCommand)
    .mutation(({ ctx, input }) => sendImport(withFiles(ctx.service), input)),
  planImport: preparer
    .input(planImportCommand)
    .mutation(({ ctx, input }) => planImport(ctx.service, input)),
  startImport: preparer
    .input(startImportCommand)
    .mutation(({ ctx, input }) => startImport(ctx.service, input)),
  cancelImport: preparer
    .input(changeImportCommand)
    .mutation(({ ctx, input }) => cancelImport(ctx.service, input)),
  undoImport: preparer
    .input(changeImportCommand)
    .mutation(({ ctx, input }) => undoImport(ctx.service, input)),
});
