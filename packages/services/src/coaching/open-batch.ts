import type { Transaction } from "@rembuk/db/client";
import { canOnBatch } from "@rembuk/domain/coaching/access";
import { samePerson } from "@rembuk/domain/coaching/attendance";
import type { OpenBatchCommand, SaveTeamCommand } from "@rembuk/domain/coaching/commands";
import { batchEvent, coachingEvent } from "@rembuk/domain/coaching/events";
import type { CoachingEngagement, TeamMember } from "@rembuk/domain/coaching/model";
import { publishedStatuses } from "@rembuk/domain/innovations/access";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { findCoaches, findPostHolders } from "./people-queries";
import { coachIdsOf, insertBatch, insertEngagement } from "./store";

export const requireOnBatch = (ctx: ServiceContext, provinceCode: string): void => {
  if (!canOnBatch(ctx.actor, "coaching.open", provinceCode))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "coaching.open" });
};

/** The team with its accounts. @throws invalid COACHING_SAME_PERSON, COACHING_OWNER_UNKNOWN for an account that is no coach's */
export const resolveTeam = async (
  tx: Transaction,
  provinceCode: string,
  team: SaveTeamCommand["team"],
  now: Date,
): Promise<readonly TeamMember[]> => {
  const twins = samePerson(team);
  if (twins) throw new DomainError("invalid", "COACHING_SAME_PERSON", { names: twins.join(", ") });
  const usernames = team.flatMap(({ username }) => username ?? []);
  const coaches = await findCoaches(tx, provinceCode, usernames, now);
  return team.map(({ username, ...member }) => {
    const userId = username === null ? null : (coaches.get(username) ?? null);
    if (username !== null && userId === null)
      throw new DomainError("invalid", "COACHING_OWNER_UNKNOWN", { name: username });
    return { ...member, userId };
  });
};

/** The innovations by kecamatan. @throws invalid COACHING_NOT_READY for one that is not endorsed, or elsewhere */
const winnersOf = async (tx: Transaction, { provinceCode, innovationIds }: OpenBatchCommand) => {
  const rows = await tx.innovation.findMany({
    where: { id: { in: [...innovationIds] }, provinceCode, status: { in: [...publishedStatuses] } },
    select: { id: true, subdistrictCode: true, createdById: true },
  });
  if (rows.length !== new Set(innovationIds).size)
    throw new DomainError("invalid", "COACHING_NOT_READY", { field: "innovationIds" });
  const byPlace = new Map<string, typeof rows>();
  for (const row of rows)
    byPlace.set(row.subdistrictCode, [...(byPlace.get(row.subdistrictCode) ?? []), row]);
  return byPlace;
};

/**
 * A batch with one engagement for each kecamatan whose innovations won.
 * @throws forbidden; invalid COACHING_NOT_READY, COACHING_SAME_PERSON, COACHING_OWNER_UNKNOWN
 */
export const openBatch = (
  ctx: ServiceContext,
  command: OpenBatchCommand,
): Promise<{ readonly batchId: string }> =>
  once(ctx, command, async (tx) => {
    const { provinceCode, award, title, startsOn, endsOn, institutions } = command;
    requireOnBatch(ctx, provinceCode);
    const now = ctx.now();
    const team = await resolveTeam(tx, provinceCode, command.team, now);
    const winners = await winnersOf(tx, command);
    const heads = await findPostHolders(tx, ["subdistrict-head"], [...winners.keys()], now);
    const batchId = ctx.newId();
    const engagements = [...winners].map(([subdistrictCode, rows]): CoachingEngagement => {
      const head = heads.find(({ areaCode }) => areaCode === subdistrictCode);
      return {
        ...{ id: ctx.newId(), batchId, subdistrictCode, status: "planned", version: 0 },
        ...{ coachIds: coachIdsOf(team), plan: null, endReason: null },
        innovationIds: rows.map(({ id }) => id),
        managerIds: rows.map(({ createdById }) => createdById),
        leaders: head
          ? [{ userId: head.userId, name: head.name, since: head.since, note: "" }]
          : [],
      };
    });
    const opened = [
      batchEvent("coaching.batch-opened", { id: batchId }, { engagements: engagements.length }),
      ...engagements.map((one) =>
        coachingEvent("coaching.engagement-opened", one, {
          ...{ batchId, innovations: one.innovationIds.length },
        }),
      ),
    ];
    await recordEvents(tx, ctx, opened, command, { batchId });
    const batch = {
      ...{ id: batchId, provinceCode, title, startsOn, endsOn, institutions, team, version: 0 },
      ...{ award: { id: ctx.newId(), ...award }, createdById: ctx.actor.userId },
    };
    await insertBatch(tx, batch, now);
    for (const one of engagements) await insertEngagement(tx, one);
    return { batchId };
  });
