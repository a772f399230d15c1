import "server-only";
import {
  assignRoleCommand,
  disableUserCommand,
  endAssignmentCommand,
  inviteUserCommand,
  listDevicesInput,
  listUsersInput,
  resetPasswordCommand,
  revokeDeviceCommand,
} from "@rembuk/domain/staff/commands";
import { assignRole } from "@rembuk/services/staff/assign-role";
import { disableUser } from "@rembuk/services/staff/disable-user";
import { endAssignment } from "@rembuk/services/staff/end-assignment";
import { inviteUser } from "@rembuk/services/staff/invite-user";
import { resetPassword } from "@rembuk/services/staff/reset-password";
import { revokeDevice } from "@rembuk/services/staff/revoke-device";
import { listSectorOptions } from "@rembuk/services/staff/sector-queries";
import { listDevices, listUsers } from "@rembuk/services/staff/user-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

/** People of an area: who they are, what they may do, and since which SK. */
export const staffRouter = router({
  list: staffProcedure
    .meta({ permission: "user.read" })
    .input(listUsersInput)
    .query(({ ctx, input }) => listUsers(ctx.service, input)),
  sectors: staffProcedure
    .meta({ permission: "user.assign" })
    .query(({ ctx }) => listSectorOptions(ctx.service)),
  invite: staffProcedure
    .meta({ permission: "user.invite" })
    .input(inviteUserCommand)
    .mutation(({ ctx, input }) => inviteUser(ctx.service, input)),
  assign: staffProcedure
    .meta({ permission: "user.assign" })
    .input(assignRoleCommand)
    .mutation(({ ctx, input }) => assignRole(ctx.service, input)),
  endAssignment: staffProcedure
    .meta({ permission: "user.end" })
    .input(endAssignmentCommand)
    .mutation(({ ctx, input }) => endAssignment(ctx.service, input)),
  resetPassword: staffProcedure
    .meta({ permission: "user.reset" })
    .input(resetPasswordCommand)
    .mutation(({ ctx, input }) => resetPassword(ctx.service, input)),
  disable: staffProcedure
    .meta({ permission: "user.reset" })
    .input(disableUserCommand)
    .mutation(({ ctx, input }) => disableUser(ctx.service, input)),
  devices: staffProcedure
    .meta({ permission: "device.revoke" })
    .input(listDevicesInput)
    .query(({ ctx, input }) => listDevices(ctx.service, input)),
  revokeDevice: staffProcedure
    .meta({ permission: "device.revoke" })
    .input(revokeDeviceCommand)
    .mutation(({ ctx, input }) => revokeDevice(ctx.service, input)),
});
