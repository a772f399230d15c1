import { canInArea } from "@rembuk/domain/access/policy";
import type { NominateCommand } from "@rembuk/domain/aid/commands";
import { eligibilityOf, isBarred } from "@rembuk/domain/aid/enrolling";
import { aidEvent } from "@rembuk/domain/aid/events";
import { isStanding } from "@rembuk/domain/beneficiaries/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { findResident, hasFamilyCard } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { insertEnrollment, isEnrolled } from "./enrollment-store";
import { getProgram } from "./program-store";

/**
 * The village puts a member of a household forward for a program that its kecamatan works with.
 * @throws not-found RESIDENT_NOT_FOUND, PROGRAM_NOT_FOUND; forbidden to who does not speak for the village;
 * conflict ENROLLMENT_BARRED with the rules that are not met
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
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
