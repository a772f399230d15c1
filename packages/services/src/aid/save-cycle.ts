import type { SaveCycleCommand } from "@rembuk/domain/aid/commands";
import { aidEvent } from "@rembuk/domain/aid/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { getProgram, writeCycle } from "./program-store";

/**
 * A cycle of a program, new or changed: its period, its quota and what one entitlement is.
 * @throws forbidden outside the administrator's area; not-found PROGRAM_NOT_FOUND, CYCLE_NOT_FOUND; conflict
 * PROGRAM_CHANGED_MEANWHILE
 */
export const saveCycle = async (
  ctx: ServiceContext,
  command: SaveCycleCommand,
): Promise<{ readonly cycleId: string; readonly version: number }> => {
  const { subdistrictCode, code: programCode, startsOn, endsOn } = command;
  requireInArea(ctx, "program.edit", subdistrictCode);
  return once(ctx, command, async (tx) => {
    await getProgram(tx, subdistrictCode, programCode);
    const saved = await writeCycle(tx, ctx, command);
    const period = { startsOn, endsOn, quota: command.quota ?? null };
    const payload = { programCode, version: saved.version, ...period };
    const subject = `program/${programCode}`;
    const event = aidEvent("program.cycle-saved", subject, subdistrictCode, payload);
    await recordEvents(tx, ctx, [event], command, saved);
    return saved;
  });
};
