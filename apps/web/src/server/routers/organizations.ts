import "server-only";
import {
  closeOrganizationCommand,
  listOrganizationsInput,
  saveOrganizationCommand,
} from "@rembuk/domain/staff/organization-commands";
import { closeOrganization } from "@rembuk/services/staff/close-organization";
import { listOrganizations } from "@rembuk/services/staff/organization-queries";
import { saveOrganization } from "@rembuk/services/staff/save-organization";
import { router, staffProcedure } from "@/server/trpc/procedures";

const editor = staffProcedure.meta({ permission: "organization.edit" });

/** Partner organisations of a place: what they are, whom to call, and until when they work with it. */
export const organizationsRouter = router({
  list: staffProcedure
    .meta({ permission: "organization.read" })
    .input(listOrganizationsInput)
    .query(({ ctx, input }) => listOrganizations(ctx.service, input)),
  save: editor
    .input(saveOrganizationCommand)
    .mutation(({ ctx, input }) => saveOrganization(ctx.service, input)),
  close: editor
    .input(closeOrganizationCommand)
    .mutation(({ ctx, input }) => closeOrganization(ctx.service, input)),
});
