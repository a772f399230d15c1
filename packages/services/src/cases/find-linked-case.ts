import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { loadCase } from "./change-case";
import { findCaseId } from "./store";

/**
 * The case that something else of the kecamatan is linked with, by the number that stands on it: one that the actor
 * reads. A supervisory case belongs to the inspectorate, and stands beside nothing.
 * @throws not-found LINKED_CASE_UNKNOWN, alike for one that there is not and one that may not be known
 */
export const findLinkedCase = async (
  tx: Transaction,
  ctx: ServiceContext,
  number: string,
  subdistrictCode: string,
): Promise<Case> => {
  const unknown = () => new DomainError("not-found", "LINKED_CASE_UNKNOWN");
  const caseId = await findCaseId(tx, number.toUpperCase());
  if (caseId === null) throw unknown();
  const kase = await loadCase(tx, caseId);
  const isFitting = !kase.isSupervisory && kase.subdistrictCode === subdistrictCode;
  if (!isFitting || !can(ctx.actor, "case.read", kase)) throw unknown();
  return kase;
};
