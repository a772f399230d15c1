import type { Actor } from "@rembuk/domain/access/actor";
import { holds } from "@rembuk/domain/access/policy";

/** Which of the administrator's pages somebody may open; each page asks again for itself. */
export interface TabRights {
  readonly maySeePeople: boolean;
  readonly maySeeOrganizations: boolean;
  readonly mayRevokeDevices: boolean;
  readonly maySeeDuty: boolean;
}

export const tabRightsOf = (actor: Actor): TabRights => ({
  maySeePeople: holds(actor, "user.read"),
  maySeeOrganizations: holds(actor, "organization.read"),
  mayRevokeDevices: holds(actor, "device.revoke"),
  maySeeDuty: holds(actor, "duty.read"),
});
