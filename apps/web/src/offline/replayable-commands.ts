import { openCaseCommand, openTripCaseCommand } from "@rembuk/domain/cases/commands";
import { phoneActBodies } from "@rembuk/domain/cases/phone-acts";
import { toldPhotos } from "@rembuk/domain/cases/phone-photos";
import type { SealedCommand } from "@rembuk/domain/staff/sealing";
import type { z } from "zod";

const setByServer = { clientActionId: true, capturedAt: true, channel: true } as const;

/**
 * Every command that a phone may seal and send later, with what is sealed of it. Id, time and
 * channel stand outside the seal or are set by the server. What is not listed here needs a network.
 */
export const replayableCommands = {
  "cases.open": openCaseCommand.omit(setByServer).extend({ photos: toldPhotos }),
  "trips.open-case": openTripCaseCommand.omit(setByServer).extend({ photos: toldPhotos }),
  ...phoneActBodies,
} as const satisfies Record<SealedCommand, z.ZodType>;

/** What is sealed of one command. */
export type SealedBody<Command extends SealedCommand> = z.output<
  (typeof replayableCommands)[Command]
>;
