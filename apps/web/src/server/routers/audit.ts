import "server-only";
import { listAudit, listAuditInput, readSealSummary } from "@rembuk/services/audit/audit-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "audit.read" });

/** Who did what, without content; and how far the trail is sealed. */
export const auditRouter = router({
  list: reader.input(listAuditInput).query(({ ctx, input }) => listAudit(ctx.service, input)),
  seal: reader.query(({ ctx }) => readSealSummary(ctx.service)),
});
