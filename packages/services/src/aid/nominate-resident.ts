import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import { caseHears, takesNomination } from "@rembuk/domain/aid/case-nominations";
import type { NominateCommand } from "@rembuk/domain/aid/commands";
import { eligibilityOf, isBarred } from "@rembuk/domain/aid/enrolling";
import { aidEvent } from "@rembuk/domain/aid/events";
import { isStanding } from "@rembuk/domain/beneficiaries/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { findResident, hasFamilyCard } from "../beneficiaries/registry-store";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea, requirePermission } from "../kernel/require-permission";
import { insertEnrollment, isEnrolled, isNominatedCase } from "./enrollment-store";
import { getProgram } from "./program-store";

/** @throws not-found CASE_NOT_FOUND; invalid CASE_NOT_WELFARE; conflict CASE_NOMINATED */
const requireWelfareCase = async (
  tx: Transaction,
  ctx: ServiceContext,
  caseId: string,
  villageCode: string,
): Promise<void> => {
  const kase = await loadCase(tx, caseId);
  requirePermission(ctx, "case.read", kase);
  if (!takesNomination(kase, villageCode)) throw new DomainError("invalid", "CASE_NOT_WELFARE");
  if (await isNominatedCase(tx, caseId)) throw new DomainError("conflict", "CASE_NOMINATED");
};

/**
 * The village puts a member of a household forward for a program that its kecamatan works with.
 * From a request for welfare it carries the case, which then hears what becomes of it.
 * @throws not-found RESIDENT_NOT_FOUND, PROGRAM_NOT_FOUND, CASE_NOT_FOUND; forbidden to who does not speak for the
 * village; invalid CASE_NOT_WELFARE; conflict ENROLLMENT_BARRED with the rules that are not met, CASE_NOMINATED
 */
export const nominateResident = (
  ctx: ServiceContext,
  command: NominateCommand,
): Promise<{ readonly enrollmentId: string; readonly version: number }> =>
  once(ctx, command, async (tx) => {
    const resident = await findResident(tx, ctx, command.residentId);
    const isRead =
      resident && canInArea(ctx.actor, "resident.read", { areaCode: resident.villageCode });
    if (!isRead || !isStanding(resident)) throw new DomainError("not-found", "RESIDENT_NOT_FOUND");
    const { villageCode, householdId, nik } = resident;
    requireInArea(ctx, "enrollment.nominate", villageCode);
    const { caseId = null } = command;
    if (caseId) await requireWelfareCase(tx, ctx, caseId, villageCode);
    const subdistrictCode = villageCode.slice(0, 8);
    const program = await getProgram(tx, subdistrictCode, command.programCode);
    const rules = eligibilityOf(program, {
      hasNik: nik !== null,
      hasCard: await hasFamilyCard(tx, householdId),
      isEnrolledAlready: await isEnrolled(tx, householdId, program.code),
      documentsSeen: command.documentsSeen,
      musdesNumber: command.musdesNumber ?? null,
    });
    if (isBarred(rules)) {
      const unmet = rules.filter((one) => one.outcome === "unmet").map((one) => one.rule);
      throw new DomainError("conflict", "ENROLLMENT_BARRED", { rules: unmet });
    }
    const enrollmentId = await insertEnrollment(tx, ctx, command, { program, resident });
    const result = { enrollmentId, version: 0 };
    const payload = { programCode: program.code, villageCode };
    const subject = `enrollment/${enrollmentId}`;
    const event = aidEvent("enrollment.nominated", subject, subdistrictCode, payload);
    const of = { caseId, subdistrictCode, enrollmentId, programCode: program.code };
    const heard = caseHears(of, null, "candidate");
    await recordEvents(tx, ctx, [event, ...heard], command, result);
    return result;
  });
