import { z } from "zod";
import { roles } from "../access/roles";

/** Made by the client once per intended act, so that a retry is answered and not repeated. */
const clientAction = { clientActionId: z.uuid() };

/** Begins with a letter and holds no "@", so that it is never read as a phone number or an e-mail. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{3,40}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*$/);

const areaCode = z.string().regex(/^$|^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/);
/** "2026-11-23", a day of the office. */
const day = z.iso.date();

export const inviteUserCommand = z.object({
  ...clientAction,
  /** Where the person will work; it decides who may invite. */
  areaCode,
  username: usernameSchema,
  displayName: z.string().trim().min(2).max(120),
  phone: z.string().trim().max(24).nullish(),
  email: z.email().trim().toLowerCase().max(200).nullish(),
});
export type InviteUserCommand = z.infer<typeof inviteUserCommand>;

export const assignRoleCommand = z
  .object({
    ...clientAction,
    userId: z.uuid(),
    role: z.enum(roles),
    areaCode,
    sectorCode: z.string().min(2).max(40).nullish(),
    organizationId: z.uuid().nullish(),
    /** May read secret cases within reach. */
    clearance: z.boolean().default(false),
    startsOn: day,
    endsOn: day.nullish(),
    /** Number of the SK. */
    decreeNumber: z.string().trim().min(1).max(120).nullish(),
  })
  .refine((c) => !c.endsOn || c.endsOn >= c.startsOn, { path: ["endsOn"] });
export type AssignRoleCommand = z.infer<typeof assignRoleCommand>;

export const endAssignmentCommand = z.object({ ...clientAction, assignmentId: z.uuid() });
export type EndAssignmentCommand = z.infer<typeof endAssignmentCommand>;

export const resetPasswordCommand = z.object({ ...clientAction, userId: z.uuid() });
export type ResetPasswordCommand = z.infer<typeof resetPasswordCommand>;

export const disableUserCommand = z.object({ ...clientAction, userId: z.uuid() });
export type DisableUserCommand = z.infer<typeof disableUserCommand>;

export const revokeDeviceCommand = z.object({
  ...clientAction,
  deviceId: z.uuid(),
  /** Lost, handed in, its person left. */
  reason: z.string().trim().min(5).max(500),
});
export type RevokeDeviceCommand = z.infer<typeof revokeDeviceCommand>;

export const listUsersInput = z.object({
  areaCode,
  text: z.string().trim().max(120).optional(),
  cursor: z.object({ name: z.string().max(120), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListUsersInput = z.infer<typeof listUsersInput>;

export const listDevicesInput = z.object({ areaCode });
export type ListDevicesInput = z.infer<typeof listDevicesInput>;
