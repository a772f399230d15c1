import type { SaveProgramCommand } from "@rembuk/domain/aid/commands";
import { aidEvent } from "@rembuk/domain/aid/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { insertVersion } from "./program-store";

/**
 * How a kecamatan words a program and whether it works with it: a new version; an enrolment keeps the one that
 * it was made under.
 * @throws forbidden outside the administrator's area; not-found PROGRAM_NOT_FOUND; conflict
 * PROGRAM_CHANGED_MEANWHILE
 */
export const saveProgram = async (
  ctx: ServiceContext,
  command: SaveProgramCommand,
): Promise<{ readonly version: number }> => {
  const { subdistrictCode, code: programCode, isActive, content } = command;
  requireInArea(ctx, "program.edit", subdistrictCode);
  return once(ctx, command, async (tx) => {
    const version = await insertVersion(tx, ctx, command);
    const { fundingLevel } = content;
    const payload = { programCode, version, isActive, fundingLevel };
    const event = aidEvent("program.saved", `program/${programCode}`, subdistrictCode, payload);
    await recordEvents(tx, ctx, [event], command, { version });
    return { version };
  });
};
