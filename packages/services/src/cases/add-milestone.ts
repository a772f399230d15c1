import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { AddMilestoneCommand } from "@rembuk/domain/cases/referral-commands";
import { decideMilestone } from "@rembuk/domain/cases/referrals";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import type { Changed } from "./change-case";
import { changeReferral, newEntry } from "./change-referral";

/** A step that the referring side sees: what, and on which day. Not in the future. */
export const addMilestone = (ctx: ServiceContext, command: AddMilestoneCommand): Promise<Changed> =>
  changeReferral(ctx, "milestone", command, async ({ kase, referral }) => {
    const { zone } = await officeCalendar(ctx.db, kase.subdistrictCode);
    if (command.happenedOn > toLocalDate(ctx.now(), zone))
      throw new DomainError("invalid", "INPUT_INVALID", { field: "happenedOn" });
    const step = newEntry(ctx, "milestone", command.words, command.happenedOn);
    return { ...decideMilestone(kase, referral, step.id), entries: [step] };
  });
