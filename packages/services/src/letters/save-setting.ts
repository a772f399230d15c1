import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SaveLetterSettingCommand } from "@rembuk/domain/letters/commands";
import { letterSettingEvent } from "@rembuk/domain/letters/events";
import { requireNumberFormat } from "@rembuk/domain/letters/numbering";
import { openRuleFence } from "../cases/rule-store";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { writeSetting } from "./setting-store";

/**
 * Sets how an office numbers its letters and what stands on each. Numbers that were given stay as they
 * were written. @throws forbidden; invalid LETTER_FORMAT_INVALID; conflict LETTER_CHANGED_MEANWHILE
 */
export const saveSetting = async (
  ctx: ServiceContext,
  command: SaveLetterSettingCommand,
): Promise<{ readonly version: number }> => {
  const { subdistrictCode, version, letterhead, copies } = command;
  requireInArea(ctx, "rules.edit", subdistrictCode);
  const numberFormat = requireNumberFormat(command.numberFormat);
  return once(ctx, command, async (tx) => {
    await openRuleFence(tx, subdistrictCode);
    const setting = { subdistrictCode, version, numberFormat, letterhead, copies };
    if (!(await writeSetting(tx, ctx, setting)))
      throw new DomainError("conflict", "LETTER_CHANGED_MEANWHILE");
    const result = { version: version + 1 };
    const event = letterSettingEvent({ subdistrictCode, ...result });
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
};
