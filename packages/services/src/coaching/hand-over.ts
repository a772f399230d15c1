import { canOnEngagement } from "@rembuk/domain/coaching/access";
import type { HandOverCommand } from "@rembuk/domain/coaching/commands";
import { decideHandover } from "@rembuk/domain/coaching/engagement-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { officeToday } from "../staff/running-queries";
import { type ChangedCoaching, changeEngagement } from "./change-engagement";
import { findCommitments, updateCommitment } from "./commitment-store";
import { findPostHolders } from "./people-queries";

/**
 * The camat in office takes over from the one before, by name, with the open commitments and all that was said. By
 * the coach, or by the office itself. @throws invalid COACHING_OWNER_UNKNOWN for who is not its camat; conflict
 */
export const handOver = (ctx: ServiceContext, command: HandOverCommand): Promise<ChangedCoaching> =>
  changeEngagement(ctx, "coaching.read", command, async (before, tx) => {
    const may = (["coaching.coach", "coaching.agree"] as const).some((one) =>
      canOnEngagement(ctx.actor, one, before),
    );
    if (!may) throw new DomainError("forbidden", "FORBIDDEN", { permission: "coaching.agree" });
    const { subdistrictCode, id: engagementId } = before;
    const heads = await findPostHolders(tx, ["subdistrict-head"], [subdistrictCode], ctx.now());
    const head = heads.find(({ userId }) => userId === command.toUserId);
    if (!head) throw new DomainError("invalid", "COACHING_OWNER_UNKNOWN", { name: "camat" });
    const open = await findCommitments(tx, { engagementId });
    const { after, passed } = decideHandover(before, open, {
      ...{ userId: head.userId, name: head.name, note: command.note },
      since: officeToday(ctx.now()),
    });
    for (const one of passed) {
      const was = open.find(({ id }) => id === one.id);
      if (was) await updateCommitment(tx, was, one);
    }
    const payload = {
      fromUserId: before.leaders.at(-1)?.userId ?? null,
      ...{ toUserId: head.userId, commitments: passed.length },
    };
    return { after, events: [coachingEvent("coaching.handed-over", before, payload)] };
  });
