import "server-only";
import { putCasePhotoCommand } from "@rembuk/domain/cases/phone-photos";
import {
  judgeHandoverCommand,
  keySheetCommand,
  pushHandoversCommand,
  putEvidenceCommand,
  settleHandoverCommand,
  showEvidenceInput,
  takePackageCommand,
  tripHandoversInput,
} from "@rembuk/domain/handovers/commands";
import { registerFieldDeviceCommand, replayCommand } from "@rembuk/domain/staff/device";
import { decideQuarantinedCommand } from "@rembuk/domain/staff/quarantine";
import { putCasePhoto } from "@rembuk/services/files/put-case-photo";
import { decideQuarantined } from "@rembuk/services/handovers/decide-quarantined";
import { putEvidence } from "@rembuk/services/handovers/put-evidence";
import { listQuarantined } from "@rembuk/services/handovers/quarantine-queries";
import { listHandovers, showEvidence } from "@rembuk/services/handovers/queries";
import { receiveHandovers } from "@rembuk/services/handovers/receive-handovers";
import { listRecordGroups } from "@rembuk/services/handovers/record-queries";
import { recordSheet } from "@rembuk/services/handovers/record-sheet";
import { replayTripCase } from "@rembuk/services/handovers/replay-trip-case";
import { settleHandover } from "@rembuk/services/handovers/settle-handover";
import { takePackage } from "@rembuk/services/handovers/take-package";
import { verifyHandover } from "@rembuk/services/handovers/verify-handover";
import { registerFieldDevice } from "@rembuk/services/staff/register-field-device";
import { withFiles } from "@/server/files/file-context";
import { router, staffProcedure } from "@/server/trpc/procedures";

const field = staffProcedure.meta({ permission: "handover.record" });
const reader = staffProcedure.meta({ permission: "handover.read" });
const quarantine = staffProcedure.meta({ permission: "quarantine.decide" });
const decider = staffProcedure.meta({ permission: "handover.decide" });

/** Aid handed over at the door, recorded on phones without network. */
export const handoversRouter = router({
  register: field
    .input(registerFieldDeviceCommand)
    .mutation(({ ctx, input }) => registerFieldDevice(ctx.service, input)),
  take: field
    .input(takePackageCommand)
    .mutation(({ ctx, input }) => takePackage(ctx.service, input)),
  push: field
    .input(pushHandoversCommand)
    .mutation(({ ctx, input }) => receiveHandovers(ctx.service, input)),
  putEvidence: field
    .input(putEvidenceCommand)
    .mutation(({ ctx, input }) => putEvidence(ctx.service, input)),
  openCase: staffProcedure
    .meta({ permission: "trip.open-case" })
    .input(replayCommand)
    .mutation(({ ctx, input }) => replayTripCase(ctx.service, input)),
  putCasePhoto: staffProcedure
    .meta({ permission: "trip.open-case" })
    .input(putCasePhotoCommand)
    .mutation(({ ctx, input }) => putCasePhoto(withFiles(ctx.service), input)),
  list: reader
    .input(tripHandoversInput)
    .query(({ ctx, input }) => listHandovers(ctx.service, input)),
  records: staffProcedure
    .meta({ permission: "handover.number" })
    .input(tripHandoversInput)
    .query(({ ctx, input }) => listRecordGroups(ctx.service, input)),
  evidence: reader
    .input(showEvidenceInput)
    .query(({ ctx, input }) => showEvidence(ctx.service, input)),
  quarantine: quarantine.query(({ ctx }) => listQuarantined(ctx.service)),
  decideQuarantined: quarantine
    .input(decideQuarantinedCommand)
    .mutation(({ ctx, input }) => decideQuarantined(withFiles(ctx.service), input)),
  keySheet: decider
    .input(keySheetCommand)
    .mutation(({ ctx, input }) => recordSheet(ctx.service, input)),
  settle: decider
    .input(settleHandoverCommand)
    .mutation(({ ctx, input }) => settleHandover(ctx.service, input)),
  verify: decider
    .input(judgeHandoverCommand)
    .mutation(({ ctx, input }) => verifyHandover(ctx.service, input)),
});
