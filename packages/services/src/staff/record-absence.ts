import { DomainError } from "@rembuk/domain/kernel/errors";
import {
  requireAbsencePeriod,
  requireAbsenceReach,
  standInPost,
} from "@rembuk/domain/staff/absence";
import type { RecordAbsenceCommand } from "@rembuk/domain/staff/absence-commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { getPost, hasOverlap, insertAbsence, listPostsOver } from "./absence-store";

/**
 * Says that an office has a substitute (Plh., Plt.) for a period. From the first day on the
 * substitute's next request has the role, and after the last day it has it no more: by the query of
 * running roles, not by a job. What the substitute does stands under their own name.
 * @throws forbidden ASSIGNMENT_OUT_OF_REACH; invalid SUBSTITUTE_NOT_FITTING, ABSENCE_TOO_LONG;
 * conflict ABSENCE_OVERLAPS; not-found ASSIGNMENT_NOT_FOUND
 */
export const recordAbsence = async (
  ctx: ServiceContext,
  command: RecordAbsenceCommand,
): Promise<{ readonly absenceId: string }> => {
  requireHeld(ctx, "absence.record");
  requireAbsencePeriod(command.startsOn, command.endsOn);
  return once(ctx, command, async (tx) => {
    const post = await getPost(tx, command.assignmentId);
    requireAbsenceReach(ctx.actor, post);
    const posts = await listPostsOver(tx, command.substituteId, command);
    const own = standInPost(posts, post);
    if (await hasOverlap(tx, command)) throw new DomainError("conflict", "ABSENCE_OVERLAPS");
    const absenceId = await insertAbsence(tx, ctx, command, own.id);
    const { assignmentId, substituteId, acting, startsOn, endsOn } = command;
    const payload = { absenceId, assignmentId, substituteId, acting, startsOn, endsOn };
    const event = staffEvent("staff.absence-recorded", post, payload);
    await recordEvents(tx, ctx, [event], command, { absenceId });
    return { absenceId };
  });
};
