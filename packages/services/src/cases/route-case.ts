import { can } from "@rembuk/domain/access/policy";
import type { RouteCaseCommand } from "@rembuk/domain/cases/commands";
import { decideRouteOrPropose } from "@rembuk/domain/cases/dispositions";
import type { Case, SectorLevel } from "@rembuk/domain/cases/model";
import type { StageClock } from "@rembuk/domain/cases/stages";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { stageClock } from "../kernel/stage-clock";
import { loadSectors } from "./category-queries";
import { type Changed, changeCase, type Decide } from "./change-case";
import { dispositionRuleOf, findOfficeSetting } from "./office-setting-store";
import { ruleOfCase } from "./rule-queries";
import type { NewNote } from "./store";

/** The sector that is aimed at, and the clock of a case that goes there. */
export const routeTo = async (
  ctx: ServiceContext,
  kase: Case,
  target: string,
): Promise<{ readonly sector: SectorLevel | null; readonly clock: StageClock }> => {
  // The receiver counts by its own office's days: a Puskesmas works on Saturdays.
  const [sectors, category, calendar, stageCalendar] = await Promise.all([
    loadSectors(ctx.db, ""),
    ruleOfCase(ctx, kase),
    officeCalendar(ctx.db, kase.subdistrictCode),
    officeCalendar(ctx.db, `${kase.subdistrictCode}:${target}`),
  ]);
  const clock = stageClock(ctx.now(), category, calendar, stageCalendar);
  return { sector: sectors.get(target) ?? null, clock };
};

/** How routing is decided, for the act and for its preview. */
export const routeDecision =
  (ctx: ServiceContext, command: Pick<RouteCaseCommand, "target" | "instruction">): Decide =>
  async ({ kase, tx }) => {
    const { sector, clock } = await routeTo(ctx, kase, command.target);
    const noteId = ctx.newId();
    const office = {
      rule: dispositionRuleOf(await findOfficeSetting(tx, kase.subdistrictCode)),
      byLeader: can(ctx.actor, "case.dispose", kase),
    };
    const { target } = command;
    const decision = decideRouteOrPropose(kase, { target, noteId }, sector, clock, office);
    const isProposal = decision.after.holder.kind === "leaders";
    const note: NewNote = {
      id: noteId,
      audience: isProposal ? "internal" : "partner",
      purpose: isProposal ? "proposal" : "instruction",
      body: command.instruction,
    };
    return { ...decision, notes: [note] };
  };

/**
 * Sends a verified case to the lead sector or a section, with an instruction (disposisi). Where the
 * office wants the camat's disposisi first, the desk's act only proposes, and its words stay inside.
 */
export const routeCase = (ctx: ServiceContext, command: RouteCaseCommand): Promise<Changed> =>
  changeCase(ctx, "route", command, routeDecision(ctx, command));
