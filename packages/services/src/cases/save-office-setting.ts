import type { SaveOfficeSettingCommand } from "@rembuk/domain/cases/office-commands";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { writeOfficeSetting } from "./office-setting-store";
import { openRuleFence } from "./rule-store";

/**
 * Sets whether the camat's disposisi comes before a case leaves. What waits already goes on waiting
 * for its answer. @throws forbidden outside the area; conflict RULE_CHANGED_MEANWHILE
 */
export const saveOfficeSetting = async (
  ctx: ServiceContext,
  command: SaveOfficeSettingCommand,
): Promise<{ readonly version: number }> => {
  const { subdistrictCode, version, dispositionFirst, dispositionDays } = command;
  requireInArea(ctx, "rules.edit", subdistrictCode);
  return once(ctx, command, async (tx) => {
    await openRuleFence(tx, subdistrictCode);
    const setting = { subdistrictCode, version, dispositionFirst, dispositionDays };
    if (!(await writeOfficeSetting(tx, ctx, setting)))
      throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
    const result = { version: version + 1 };
    const about = { code: subdistrictCode, areaCode: subdistrictCode };
    const payload = { areaCode: subdistrictCode, dispositionFirst, ...result };
    await recordEvents(tx, ctx, [ruleEvent("rule.office-saved", about, payload)], command, result);
    return result;
  });
};
