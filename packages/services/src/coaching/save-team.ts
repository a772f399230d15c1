import type { SaveTeamCommand } from "@rembuk/domain/coaching/commands";
import { batchEvent } from "@rembuk/domain/coaching/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireOnBatch, resolveTeam } from "./open-batch";
import { changedMeanwhile, getBatch, updateTeam } from "./store";

/**
 * The team of a batch, with the ways in which each name is written. Who left stays named in what they attended.
 * @throws not-found, forbidden; invalid COACHING_SAME_PERSON; conflict COACHING_CHANGED_MEANWHILE
 */
export const saveTeam = (
  ctx: ServiceContext,
  command: SaveTeamCommand,
): Promise<{ readonly batchId: string; readonly version: number }> =>
  once(ctx, command, async (tx) => {
    const batch = await getBatch(tx, command.batchId);
    requireOnBatch(ctx, batch.provinceCode);
    if (batch.version !== command.version) throw changedMeanwhile();
    if (command.team.some(({ institution }) => !batch.institutions.includes(institution)))
      throw new DomainError("invalid", "INPUT_INVALID", { field: "institution" });
    const team = await resolveTeam(tx, batch.provinceCode, command.team, ctx.now());
    const left = batch.team.filter(({ id }) => !team.some((one) => one.id === id));
    if (left.length > 0) throw new DomainError("invalid", "INPUT_INVALID", { field: "team" });
    const result = { batchId: batch.id, version: batch.version + 1 };
    const saved = batchEvent("coaching.team-changed", batch, { members: team.length });
    await recordEvents(tx, ctx, [saved], command, result);
    await updateTeam(tx, batch, team);
    return result;
  });
