import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SaveOrganizationCommand } from "@rembuk/domain/staff/organization-commands";
import { organizationEvent } from "@rembuk/domain/staff/organization-events";
import { requireOrganizationArea, requireSamePlace } from "@rembuk/domain/staff/organizations";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { getPartner, insertPartner, openPartnerFence, updatePartner } from "./organization-store";
import { isArea } from "./user-queries";

export interface SavedOrganization {
  readonly organizationId: string;
  readonly version: number;
}

const written = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveOrganizationCommand,
): Promise<SavedOrganization> => {
  if (!command.organizationId) {
    const organizationId = ctx.newId();
    await insertPartner(tx, ctx, organizationId, command);
    return { organizationId, version: 0 };
  }
  const before = await getPartner(tx, command.organizationId);
  requireSamePlace(before, command);
  await updatePartner(tx, before, command);
  return { organizationId: before.id, version: before.version + 1 };
};

/**
 * A partner organisation, new or changed, with whom to call there.
 * @throws forbidden outside the administrator's area; not-found ORGANIZATION_NOT_FOUND; conflict
 * ORGANIZATION_CHANGED_MEANWHILE, ORGANIZATION_NAME_TAKEN; invalid INPUT_INVALID with the field
 */
export const saveOrganization = async (
  ctx: ServiceContext,
  command: SaveOrganizationCommand,
): Promise<SavedOrganization> => {
  const { areaCode, kind, endsOn } = command;
  requireInArea(ctx, "organization.edit", areaCode);
  requireOrganizationArea(areaCode);
  if (!(await isArea(ctx, areaCode)))
    throw new DomainError("invalid", "INPUT_INVALID", { field: "areaCode" });
  return once(ctx, command, async (tx) => {
    await openPartnerFence(tx, [areaCode]);
    const saved = await written(tx, ctx, command);
    const type = command.organizationId ? "organization.changed" : "organization.added";
    const payload = { areaCode, kind, endsOn, version: saved.version };
    const event = organizationEvent(type, saved.organizationId, payload);
    await recordEvents(tx, ctx, [event], command, saved);
    return saved;
  });
};
