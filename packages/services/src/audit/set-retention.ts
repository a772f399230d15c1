import type { SetRetentionCommand } from "@rembuk/domain/cases/retention";
import { retentionEvent } from "@rembuk/domain/cases/retention-events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { insertRule, listRules } from "./retention-store";

/**
 * How many months an office, or an inspectorate, keeps the content of ended cases of a class, as a new
 * version. What was
 * proposed before keeps its own terms.
 * @throws forbidden outside the administrator's area
 */
export const setRetention = async (
  ctx: ServiceContext,
  command: SetRetentionCommand,
): Promise<{ readonly version: number }> => {
  const { subdistrictCode, classification, months } = command;
  requireInArea(ctx, "retention.propose", subdistrictCode);
  return once(ctx, command, async (tx) => {
    const own = (await listRules(tx, subdistrictCode)).filter(
      (r) => r.areaCode === subdistrictCode && r.classification === classification,
    );
    const version = 1 + Math.max(0, ...own.map((r) => r.version));
    const rule = { areaCode: subdistrictCode, classification, version, months };
    await insertRule(tx, rule, { createdById: ctx.actor.userId, createdAt: ctx.now() });
    const told = { classification, months, version };
    const event = retentionEvent("retention.rule-set", subdistrictCode, told);
    await recordEvents(tx, ctx, [event], command, { version });
    return { version };
  });
};
