import { canInArea } from "@rembuk/domain/access/policy";
import { caseHears } from "@rembuk/domain/aid/case-nominations";
import type { ActOnEnrollmentCommand } from "@rembuk/domain/aid/commands";
import { decideAct, type EnrollmentStatus } from "@rembuk/domain/aid/enrolling";
import { mayActOn, permissionOfAct } from "@rembuk/domain/aid/enrolling-rights";
import { aidEvent } from "@rembuk/domain/aid/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { findEnrollment, toEnrollment, writeStep } from "./enrollment-store";

/**
 * One act on an enrolment: verified in the field, refused, recommended, approved from one's own funds, decided
 * elsewhere and recorded, or stopped.
 * @throws not-found ENROLLMENT_NOT_FOUND; forbidden ENROLLMENT_OWN and to who may not; conflict
 * ENROLLMENT_ACT_NOT_NOW, ENROLLMENT_CHANGED_MEANWHILE
 */
export const settleEnrollment = (
  ctx: ServiceContext,
  command: ActOnEnrollmentCommand,
): Promise<{ readonly status: EnrollmentStatus; readonly version: number }> =>
  once(ctx, command, async (tx) => {
    const row = await findEnrollment(tx, command.enrollmentId);
    const { act, version } = command;
    if (!row || !canInArea(ctx.actor, "enrollment.read", { areaCode: row.villageCode }))
      throw new DomainError("not-found", "ENROLLMENT_NOT_FOUND");
    const enrollment = toEnrollment(row);
    const { fundingLevel } = enrollment;
    const { villageCode, programCode, subdistrictCode } = row;
    if (!mayActOn(ctx.actor, act, { villageCode, fundingLevel }))
      throw new DomainError("forbidden", "FORBIDDEN", { permission: permissionOfAct[act] });
    const status = decideAct(act, enrollment, { actorId: ctx.actor.userId, version });
    await writeStep(tx, ctx, row, { command, status });
    const result = { status, version: version + 1 };
    const payload = { programCode, villageCode, act, status };
    const subject = `enrollment/${row.id}`;
    const event = aidEvent("enrollment.acted", subject, subdistrictCode, payload);
    const of = { caseId: row.caseId, subdistrictCode, enrollmentId: row.id, programCode };
    const heard = caseHears(of, enrollment.status, status);
    await recordEvents(tx, ctx, [event, ...heard], command, result);
    return result;
  });
