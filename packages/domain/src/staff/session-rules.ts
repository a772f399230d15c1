import type { Role } from "../access/roles";

/** Roles whose work happens where there is no desk and often no network. */
const FIELD_ROLES: ReadonlySet<Role> = new Set(["field-officer", "trip-lead"]);

export interface SessionLimits {
  /** Minutes without activity after which the session ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends whatever happens. */
  readonly lifeHours: number;
}

/** 30 minutes at a desk, 12 hours in the field; a desk's session ends with the working day. */
export function sessionLimits(roles: readonly Role[]): SessionLimits {
  const isField = roles.some((role) => FIELD_ROLES.has(role));
  return isField ? { idleMinutes: 720, lifeHours: 168 } : { idleMinutes: 30, lifeHours: 12 };
}
