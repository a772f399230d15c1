import "server-only";
import { putCasePhotoCommand } from "@rembuk/domain/cases/phone-photos";
import {
  registerDeviceCommand,
  replayCommand,
  takeVillageCasesCommand,
} from "@rembuk/domain/staff/device";
import { replaySealedCase } from "@rembuk/services/cases/replay-sealed-case";
import { takeVillageCases } from "@rembuk/services/cases/take-village-cases";
import { putCasePhoto } from "@rembuk/services/files/put-case-photo";
import { registerDevice } from "@rembuk/services/staff/register-device";
import { withFiles } from "@/server/files/file-context";
import { router, staffProcedure } from "@/server/trpc/procedures";

const field = staffProcedure.meta({ permission: "case.open" });

/** Phones that work without network. */
export const devicesRouter = router({
  register: field
    .input(registerDeviceCommand)
    .mutation(({ ctx, input }) => registerDevice(ctx.service, input)),
  takeCases: field
    .input(takeVillageCasesCommand)
    .mutation(({ ctx, input }) => takeVillageCases(ctx.service, input)),
  replay: field
    .input(replayCommand)
    .mutation(({ ctx, input }) => replaySealedCase(ctx.service, input)),
  putPhoto: field
    .input(putCasePhotoCommand)
    .mutation(({ ctx, input }) => putCasePhoto(withFiles(ctx.service), input)),
});
