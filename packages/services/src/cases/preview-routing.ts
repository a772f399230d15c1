import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import { z } from "zod";
import { findOffice, loadSectorNames } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { requireInArea } from "../kernel/require-permission";
import { stageClock } from "../kernel/stage-clock";
import { findOrganizationNames } from "../staff/organization-queries";
import { findResponsible } from "./responsible-queries";
import { categoryOf } from "./rule-queries";

export const previewRoutingInput = z.object({
  subdistrictCode: z.string().max(8),
  categoryCode: z.string().max(24),
});

export interface RoutingPreview {
  readonly target: string;
  readonly targetName: string;
  readonly supportingNames: readonly string[];
  readonly focalSectionName: string;
  readonly responsibleName: string | null;
  readonly verifyDays: number;
  readonly verifyBy: Date;
  readonly followUpDays: number;
  readonly followUpBy: Date;
  readonly resolutionDays: number;
  readonly resolveBy: Date;
  readonly isEstimate: boolean;
  readonly receivedOn: string;
}

/** Where a case of this category would go, and the three dates that the receipt will promise. */
export const previewRouting = async (
  ctx: ServiceContext,
  input: z.infer<typeof previewRoutingInput>,
): Promise<RoutingPreview> => {
  requireInArea(
    ctx,
    "case.open",
    ctx.actor.assignments.find((a) => a.areaCode.startsWith(input.subdistrictCode))?.areaCode ??
      input.subdistrictCode,
  );
  const category = await categoryOf(ctx, input.subdistrictCode, input.categoryCode);
  const [calendar, names, partners, responsibleId] = await Promise.all([
    officeCalendar(ctx.db, input.subdistrictCode),
    loadSectorNames(ctx.db, ""),
    findOrganizationNames(ctx.db, category.supportingSectorCodes),
    findResponsible(ctx.reads, `${input.subdistrictCode}:${category.focalSectionCode}`, ctx.now()),
    findOffice(ctx.db, input.subdistrictCode),
  ]);
  const responsible =
    responsibleId &&
    (await ctx.db.user.findUnique({ where: { id: responsibleId }, select: { displayName: true } }));
  const now = ctx.now();
  const { deadline } = stageClock(now, category, calendar);
  const target = defaultTarget(category);
  const total = deadline(now, category.resolutionDays);
  return {
    target,
    targetName: names.get(target) ?? target,
    supportingNames: category.supportingSectorCodes.map(
      (code) => names.get(code) ?? partners.get(code) ?? code,
    ),
    focalSectionName: names.get(category.focalSectionCode) ?? category.focalSectionCode,
    responsibleName: responsible ? responsible.displayName : null,
    verifyDays: category.verifyDays,
    verifyBy: deadline(now, category.verifyDays).dueAt,
    followUpDays: category.followUpDays,
    followUpBy: deadline(now, category.followUpDays).dueAt,
    resolutionDays: category.resolutionDays,
    resolveBy: total.dueAt,
    isEstimate: total.isEstimate,
    receivedOn: toLocalDate(now, calendar.zone),
  };
};
