import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { deadlineAfter } from "@rembuk/domain/cases/sla";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { findOffice } from "@rembuk/services/areas/queries";
import type { CaseDetail } from "@rembuk/services/cases/detail-queries";
import { previewRouting } from "@rembuk/services/cases/preview-routing";
import { showCase } from "@rembuk/services/cases/show-case";
import type { ServiceContext } from "@rembuk/services/context";
import { serviceContext } from "@/server/service-context";

/** The three promises, counted from the receipt itself: a reprint promises nothing new. */
async function promises(ctx: ServiceContext, detail: CaseDetail) {
  const { category, village, calendar, receivedAt } = detail;
  const days = await previewRouting(ctx, {
    subdistrictCode: village.code.slice(0, 8),
    categoryCode: category.code,
  });
  const after = (workingDays: number) =>
    deadlineAfter({ receivedAt, workingDays, calendar, holds: [] });
  const resolve = after(days.resolutionDays);
  return {
    checkBy: after(days.verifyDays).dueAt,
    followUpBy: after(days.followUpDays).dueAt,
    resolveBy: resolve.dueAt,
    isEstimate: resolve.isEstimate,
  };
}

/**
 * The case for its receipt; null when this reader may not read it. Who enters a supervisory
 * complaint is one of them: the sheet then carries its number alone.
 */
async function findReceiptCase(ctx: ServiceContext, caseId: string) {
  try {
    const detail = await showCase(ctx, { caseId });
    const { reporter } = detail;
    const facts = {
      ...(await promises(ctx, detail)),
      receivedAt: detail.receivedAt,
      reporter: reporter ? (reporter.name ?? reporter.maskedName) : null,
      capacity: reporter?.capacity ?? null,
      village: `${detail.village.name}, ${detail.village.within}`,
      category: detail.category.name,
      story: detail.description,
      enteredBy: detail.enteredByName,
      responseBy: detail.responseDueAt,
      mayReprint: detail.mayReprint,
    };
    return { number: detail.number, facts };
  } catch (error) {
    if (isDomainError(error) && (error.kind === "not-found" || error.kind === "forbidden")) {
      return null;
    }
    throw error;
  }
}

/** The case for its receipt and the office that gives it out. */
export async function receiptData(actor: Actor, caseId: string) {
  const context = serviceContext(actor);
  const assignment = actor.assignments.find((a) => a.areaCode.length >= 8);
  const [found, office] = await Promise.all([
    findReceiptCase(context, caseId),
    findOffice(context.db, assignment?.areaCode.slice(0, 8) ?? ""),
  ]);
  return { found, office };
}
