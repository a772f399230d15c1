import type { Permission } from "@rembuk/domain/access/permissions";
import { type CaseSubject, can, canInArea, holds } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

/** Use cases decide may. What the actor may not even read reads as not found. */
export const requirePermission = (
  ctx: ServiceContext,
  permission: Permission,
  subject: CaseSubject,
): void => {
  if (can(ctx.actor, permission, subject)) return;
  if (can(ctx.actor, "case.read", subject))
    throw new DomainError("forbidden", "FORBIDDEN", { permission });
  throw new DomainError("not-found", "CASE_NOT_FOUND");
};

export const requireInArea = (
  ctx: ServiceContext,
  permission: Permission,
  areaCode: string,
): void => {
  if (!canInArea(ctx.actor, permission, { areaCode }))
    throw new DomainError("forbidden", "FORBIDDEN", { permission });
};

export const requireHeld = (ctx: ServiceContext, permission: Permission): void => {
  if (!holds(ctx.actor, permission))
    throw new DomainError("forbidden", "FORBIDDEN", { permission });
};
