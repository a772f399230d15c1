import type { CloseOrganizationCommand } from "@rembuk/domain/staff/organization-commands";
import { organizationEvent } from "@rembuk/domain/staff/organization-events";
import { requireSamePlace } from "@rembuk/domain/staff/organizations";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { getPartner, openPartnerFence, setPartnerClosed } from "./organization-store";
import type { SavedOrganization } from "./save-organization";

/**
 * Closes a partner, or opens it again: from the next request on its people hold nothing, and nothing
 * more is referred to it. What it was asked stays with the referring side to answer for, or to revoke.
 * @throws forbidden outside the administrator's area; not-found ORGANIZATION_NOT_FOUND; conflict
 * ORGANIZATION_CHANGED_MEANWHILE
 */
export const closeOrganization = (
  ctx: ServiceContext,
  command: CloseOrganizationCommand,
): Promise<SavedOrganization> =>
  once(ctx, command, async (tx) => {
    const before = await getPartner(tx, command.organizationId);
    const { areaCode } = before;
    requireInArea(ctx, "organization.edit", areaCode);
    requireSamePlace(before, { ...command, areaCode });
    await openPartnerFence(tx, [areaCode]);
    await setPartnerClosed(tx, before, command.isActive ? null : ctx.now());
    const saved = { organizationId: before.id, version: before.version + 1 };
    const type = command.isActive ? "organization.opened" : "organization.closed";
    const payload = { areaCode, version: saved.version };
    await recordEvents(tx, ctx, [organizationEvent(type, before.id, payload)], command, saved);
    return saved;
  });
