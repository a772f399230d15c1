import "server-only";
import {
  listHouseholdsInput,
  mergeResidentsCommand,
  revealFamilyCardCommand,
  revealResidentCommand,
  saveHouseholdCommand,
  showHouseholdInput,
  tellApartCommand,
  undoResidentMergeCommand,
} from "@rembuk/domain/beneficiaries/commands";
import {
  answerRequestCommand,
  recordRequestCommand,
} from "@rembuk/domain/beneficiaries/subject-requests";
import {
  changeImportCommand,
  familyImportsInput,
  planImportCommand,
  sendFamiliesCommand,
  startImportCommand,
} from "@rembuk/domain/onboarding/commands";
import { answerSubjectRequest } from "@rembuk/services/beneficiaries/answer-subject-request";
import { listLikelyPairs } from "@rembuk/services/beneficiaries/duplicate-queries";
import { showHousehold } from "@rembuk/services/beneficiaries/household-queries";
import { mergeResidents } from "@rembuk/services/beneficiaries/merge-residents";
import { recordSubjectRequest } from "@rembuk/services/beneficiaries/record-subject-request";
import {
  listHouseholds,
  listRegistryVillages,
} from "@rembuk/services/beneficiaries/registry-queries";
import { revealFamilyCard, revealResident } from "@rembuk/services/beneficiaries/reveal-resident";
import { saveHousehold } from "@rembuk/services/beneficiaries/save-household";
import { listSubjectRequests } from "@rembuk/services/beneficiaries/subject-request-queries";
import { tellResidentsApart } from "@rembuk/services/beneficiaries/tell-residents-apart";
import { undoResidentMerge } from "@rembuk/services/beneficiaries/undo-resident-merge";
import {
  cancelImport,
  planImport,
  startImport,
  undoImport,
} from "@rembuk/services/onboarding/change-import";
import { listFamilyImports } from "@rembuk/services/onboarding/import-queries";
import { sendFamilies } from "@rembuk/services/onboarding/send-import";
import { withFiles } from "@/server/files/file-context";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "resident.read" });
const revealer = staffProcedure.meta({ permission: "resident.reveal" });
const importer = staffProcedure.meta({ permission: "household.import" });
const decider = staffProcedure.meta({ permission: "resident.merge" });

/** The registry of families: households, their members, and records that may be one person. */
export const beneficiariesRouter = router({
  list: reader
    .input(listHouseholdsInput)
    .query(({ ctx, input }) => listHouseholds(ctx.service, input)),
  villages: reader.query(({ ctx }) => listRegistryVillages(ctx.service)),
  show: reader
    .input(showHouseholdInput)
    .query(({ ctx, input }) => showHousehold(ctx.service, input)),
  save: staffProcedure
    .meta({ permission: "household.save" })
    .input(saveHouseholdCommand)
    .mutation(({ ctx, input }) => saveHousehold(ctx.service, input)),
  reveal: revealer
    .input(revealResidentCommand)
    .mutation(({ ctx, input }) => revealResident(ctx.service, input)),
  revealCard: revealer
    .input(revealFamilyCardCommand)
    .mutation(({ ctx, input }) => revealFamilyCard(ctx.service, input)),
  pairs: decider.query(({ ctx }) => listLikelyPairs(ctx.service)),
  merge: decider
    .input(mergeResidentsCommand)
    .mutation(({ ctx, input }) => mergeResidents(ctx.service, input)),
  undoMerge: decider
    .input(undoResidentMergeCommand)
    .mutation(({ ctx, input }) => undoResidentMerge(ctx.service, input)),
  tellApart: decider
    .input(tellApartCommand)
    .mutation(({ ctx, input }) => tellResidentsApart(ctx.service, input)),
  /** What people ask about their own data, by its deadline. */
  requests: staffProcedure
    .meta({ permission: "subject-request.read" })
    .query(({ ctx }) => listSubjectRequests(ctx.service)),
  recordRequest: staffProcedure
    .meta({ permission: "subject-request.record" })
    .input(recordRequestCommand)
    .mutation(({ ctx, input }) => recordSubjectRequest(ctx.service, input)),
  answerRequest: staffProcedure
    .meta({ permission: "subject-request.answer" })
    .input(answerRequestCommand)
    .mutation(({ ctx, input }) => answerSubjectRequest(ctx.service, input)),
  imports: importer
    .input(familyImportsInput)
    .query(({ ctx, input }) => listFamilyImports(ctx.service, input)),
  sendImport: importer
    .input(sendFamiliesCommand)
    .mutation(({ ctx, input }) => sendFamilies(withFiles(ctx.service), input)),
  planImport: importer
    .input(planImportCommand)
    .mutation(({ ctx, input }) => planImport(ctx.service, input)),
  startImport: importer
    .input(startImportCommand)
    .mutation(({ ctx, input }) => startImport(ctx.service, input)),
  cancelImport: importer
    .input(changeImportCommand)
    .mutation(({ ctx, input }) => cancelImport(ctx.service, input)),
  undoImport: importer
    .input(changeImportCommand)
    .mutation(({ ctx, input }) => undoImport(ctx.service, input)),
});
