import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { deadlineAfter } from "@rembuk/domain/cases/sla";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { findOffice } from "@rembuk/services/areas/queries";
import type { CaseDetail } from "@rembuk/services/cases/detail-queries";
import { showCase } from "@rembuk/services/cases/show-case";
import { templateTexts } from "@rembuk/services/cases/template-queries";
import type { ServiceContext } from "@rembuk/services/context";
import { serviceContext } from "@/server/service-context";

/** The three promises, by the case's own rule and from the receipt itself: a reprint promises nothing new. */
function promises(detail: CaseDetail) {
  const { category: days, calendar, receivedAt } = detail;
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
      ...promises(detail),
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

/** The case for its receipt, the office that gives it out, and that office's words on it. */
export async function receiptData(actor: Actor, caseId: string) {
  const context = serviceContext(actor);
  const assignment = actor.assignments.find((a) => a.areaCode.length >= 8);
  const subdistrictCode = assignment?.areaCode.slice(0, 8) ?? "";
  const [found, office, texts] = await Promise.all([
    findReceiptCase(context, caseId),
    findOffice(context.db, subdistrictCode),
    templateTexts(context.db, subdistrictCode, "receipt"),
  ]);
  return { found, office, texts };
}
