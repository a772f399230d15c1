import type { Transaction } from "@rembuk/db/client";
import {
  type CannedReply,
  type SaveReplyCommand,
  soundTexts,
} from "@rembuk/domain/cases/canned-replies";
import { sections } from "@rembuk/domain/cases/routing";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { loadSectors } from "./category-queries";
import { loadReplies } from "./reply-queries";
import { findReply, writeReply } from "./reply-store";
import { requireRuleArea } from "./rule-base-queries";
import { rulesIn } from "./rule-queries";
import { openRuleFence } from "./rule-store";

export interface SavedReply {
  readonly replyId: string;
  readonly version: number;
}

const invalid = (field: string) => new DomainError("invalid", "INPUT_INVALID", { field });

/** Categories and targets that exist; a target only where there is something to route. */
const requireKnownPlaces = async (ctx: ServiceContext, command: SaveReplyCommand) => {
  const { categoryCode, target, use, areaCode } = command;
  if (categoryCode && !(await rulesIn(ctx, areaCode)).has(categoryCode)) {
    throw invalid("categoryCode");
  }
  if (!target) return;
  const isSection = (sections as readonly string[]).includes(target);
  if (use !== "route" || (!isSection && !(await loadSectors(ctx.db, "")).has(target))) {
    throw invalid("target");
  }
};

/** The row to write: a new one, the next version of the area's own, or its copy of a wider one. */
const nextReply = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveReplyCommand,
): Promise<CannedReply> => {
  const before = command.replyId ? await findReply(tx, command.replyId) : null;
  if (command.replyId && !before) throw new DomainError("not-found", "REPLY_NOT_FOUND");
  const isOwn = before?.areaCode === command.areaCode;
  if (isOwn && before.version !== command.version) {
    throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
  }
  return {
    id: isOwn ? before.id : ctx.newId(),
    baseId: isOwn ? before.baseId : before && (before.baseId ?? before.id),
    version: isOwn ? before.version + 1 : 1,
    areaCode: command.areaCode,
    // What it is for does not change under the same name.
    use: before?.use ?? command.use,
    name: command.name,
    categoryCode: command.categoryCode ?? null,
    statuses: command.statuses,
    texts: soundTexts(before?.use ?? command.use, command.texts),
    target: command.target ?? null,
    outcome: command.outcome ?? null,
    isActive: command.isActive,
  };
};

/**
 * Saves a prepared reply of a kabupaten or kecamatan; a shipped one stays, and the area's copy takes
 * its place there.
 * @throws forbidden outside the area; not-found REPLY_NOT_FOUND; conflict RULE_CHANGED_MEANWHILE;
 * invalid REPLY_PLACEHOLDER_UNKNOWN or with the field
 */
export const saveReply = async (
  ctx: ServiceContext,
  command: SaveReplyCommand,
): Promise<SavedReply> => {
  requireInArea(ctx, "rules.edit", command.areaCode);
  await requireRuleArea(ctx, command.areaCode);
  await requireKnownPlaces(ctx, command);
  const saved = await once(ctx, command, async (tx) => {
    const reply = await nextReply(tx, ctx, command);
    await openRuleFence(tx, command.areaCode);
    await writeReply(tx, ctx, reply);
    const { id: replyId, areaCode, version, isActive } = reply;
    const answer = { replyId, version };
    const payload = { ...answer, areaCode, isActive };
    const event = ruleEvent("reply.saved", { code: replyId, areaCode }, payload);
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
  loadReplies.forget(ctx.db);
  return saved;
};
