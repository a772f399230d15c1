import { type SaveTemplateCommand, soundTemplate } from "@rembuk/domain/cases/message-templates";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { requireRuleArea } from "./rule-base-queries";
import { openRuleFence } from "./rule-store";
import { loadTemplates } from "./template-queries";
import { insertTemplate } from "./template-store";

export interface SavedTemplate {
  readonly version: number;
}

/**
 * Saves a kabupaten's or kecamatan's wording of a message as its next version; without a text it goes
 * back to what ships. Versions are kept.
 * @throws forbidden outside the area; conflict RULE_CHANGED_MEANWHILE; invalid
 * TEMPLATE_PLACEHOLDER_UNKNOWN, TEMPLATE_PLACEHOLDER_MISSING, or with the field
 */
export const saveTemplate = async (
  ctx: ServiceContext,
  command: SaveTemplateCommand,
): Promise<SavedTemplate> => {
  const { areaCode, key, language } = command;
  requireInArea(ctx, "rules.edit", areaCode);
  await requireRuleArea(ctx, areaCode);
  const text = command.text === null ? null : soundTemplate(key, command.text);
  const saved = await once(ctx, command, async (tx) => {
    const version = command.version + 1;
    await openRuleFence(tx, areaCode);
    await insertTemplate(tx, ctx, { areaCode, key, language, version, text });
    const result = { version };
    const payload = { areaCode, key, language, version, isDefault: text === null };
    const event = ruleEvent("template.saved", { code: key, areaCode }, payload);
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
  loadTemplates.forget(ctx.db);
  return saved;
};
