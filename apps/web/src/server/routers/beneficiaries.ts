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
import { listLikelyPairs } from "@rembuk/services/beneficiaries/duplicate-queries";
import { showHousehold } from "@rembuk/services/beneficiaries/household-queries";
import { mergeResidents } from "@rembuk/services/beneficiaries/merge-residents";
import {
  listHouseholds,
  listRegistryVillages,
} from "@rembuk/services/beneficiaries/registry-queries";
import { revealFamilyCard, revealResident } from "@rembuk/services/beneficiaries/reveal-resident";
import { saveHousehold } from "@rembuk/services/beneficiaries/save-household";
import { tellResidentsApart } from "@rembuk/services/beneficiaries/tell-residents-apart";
import { undoResidentMerge } from "@rembuk/services/beneficiaries/undo-resident-merge";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "resident.read" });
const revealer = staffProcedure.meta({ permission: "resident.reveal" });
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
});
