import { DomainError } from "@rembuk/domain/kernel/errors";
import { requireAppointing, requireFittingAppointment } from "@rembuk/domain/staff/appointment";
import type { AssignRoleCommand } from "@rembuk/domain/staff/commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findServingPartner } from "./organization-queries";
import { getAccount, hasSameAssignment, insertAssignment, type NewAssignment } from "./store";
import { findSectorRow, isArea } from "./user-queries";

const invalid = (field: string) => new DomainError("invalid", "INPUT_INVALID", { field });

const toAssignment = (ctx: ServiceContext, command: AssignRoleCommand): NewAssignment => ({
  id: ctx.newId(),
  userId: command.userId,
  role: command.role,
  areaCode: command.areaCode,
  sectorCode: command.sectorCode ?? null,
  clearance: command.clearance,
  organizationId: command.organizationId ?? null,
  startsOn: command.startsOn,
  endsOn: command.endsOn ?? null,
  decreeNumber: command.decreeNumber ?? null,
});

/**
 * Gives a person a role at a place for a period; one may hold several.
 * @throws forbidden OWN_ACCOUNT, ASSIGNMENT_OUT_OF_REACH; not-found USER_NOT_FOUND; invalid with the field
 */
export const assignRole = (
  ctx: ServiceContext,
  command: AssignRoleCommand,
): Promise<{ readonly assignmentId: string }> => {
  requireInArea(ctx, "user.assign", command.areaCode);
  const assignment = toAssignment(ctx, command);
  requireAppointing(ctx.actor, "user.assign", assignment);
  return once(ctx, command, async (tx) => {
    const { id: assignmentId, role, areaCode, sectorCode, clearance } = assignment;
    const sector = sectorCode === null ? null : await findSectorRow(ctx, sectorCode);
    const { organizationId } = assignment;
    const isPartner = role === "partner-organisation" && organizationId !== null;
    const partner = isPartner ? await findServingPartner(tx, organizationId, ctx.now()) : null;
    requireFittingAppointment(assignment, sector, partner);
    if (areaCode !== "" && !(await isArea(ctx, areaCode))) throw invalid("areaCode");
    const { userId } = await getAccount(tx, ctx, command.userId);
    if (await hasSameAssignment(tx, assignment)) throw invalid("role");
    await insertAssignment(tx, ctx, assignment);
    const payload = { assignmentId, role, areaCode, sectorCode, clearance };
    const event = staffEvent("staff.role-assigned", { userId, areaCode }, payload);
    const answer = { assignmentId };
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
};
