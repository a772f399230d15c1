import "server-only";
import {
  listAbsencesInput,
  listSubstitutesInput,
  recordAbsenceCommand,
  withdrawAbsenceCommand,
} from "@rembuk/domain/staff/absence-commands";
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
import {
  listDutyInput,
  listDutyPeopleInput,
  rosterDutyCommand,
  withdrawShiftCommand,
} from "@rembuk/domain/staff/duty-commands";
import { listAbsences, listSubstitutes } from "@rembuk/services/staff/absence-queries";
import { assignRole } from "@rembuk/services/staff/assign-role";
import { disableUser } from "@rembuk/services/staff/disable-user";
import { listDuty, listDutyPeople } from "@rembuk/services/staff/duty-queries";
import { endAssignment } from "@rembuk/services/staff/end-assignment";
import { inviteUser } from "@rembuk/services/staff/invite-user";
import { recordAbsence } from "@rembuk/services/staff/record-absence";
import { resetPassword } from "@rembuk/services/staff/reset-password";
import { revokeDevice } from "@rembuk/services/staff/revoke-device";
import { scheduleDuty } from "@rembuk/services/staff/schedule-duty";
import { listSectorOptions } from "@rembuk/services/staff/sector-queries";
import { listDevices, listUsers } from "@rembuk/services/staff/user-queries";
import { withdrawAbsence } from "@rembuk/services/staff/withdraw-absence";
import { withdrawShift } from "@rembuk/services/staff/withdraw-shift";
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
  absences: staffProcedure
    .meta({ permission: "user.read" })
    .input(listAbsencesInput)
    .query(({ ctx, input }) => listAbsences(ctx.service, input)),
  substitutes: staffProcedure
    .meta({ permission: "absence.record" })
    .input(listSubstitutesInput)
    .query(({ ctx, input }) => listSubstitutes(ctx.service, input)),
  recordAbsence: staffProcedure
    .meta({ permission: "absence.record" })
    .input(recordAbsenceCommand)
    .mutation(({ ctx, input }) => recordAbsence(ctx.service, input)),
  withdrawAbsence: staffProcedure
    .meta({ permission: "absence.record" })
    .input(withdrawAbsenceCommand)
    .mutation(({ ctx, input }) => withdrawAbsence(ctx.service, input)),
  duty: staffProcedure
    .meta({ permission: "duty.read" })
    .input(listDutyInput)
    .query(({ ctx, input }) => listDuty(ctx.service, input)),
  dutyPeople: staffProcedure
    .meta({ permission: "duty.edit" })
    .input(listDutyPeopleInput)
    .query(({ ctx, input }) => listDutyPeople(ctx.service, input)),
  scheduleDuty: staffProcedure
    .meta({ permission: "duty.edit" })
    .input(rosterDutyCommand)
    .mutation(({ ctx, input }) => scheduleDuty(ctx.service, input)),
  withdrawShift: staffProcedure
    .meta({ permission: "duty.edit" })
    .input(withdrawShiftCommand)
    .mutation(({ ctx, input }) => withdrawShift(ctx.service, input)),
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
