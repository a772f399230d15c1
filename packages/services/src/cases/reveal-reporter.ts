import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import { openPerson } from "../beneficiaries/store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";

export const revealReporterCommand = z.object({
  caseId: z.uuid(),
  reason: z.string().trim().min(5).max(300),
});

/** Name, phone and NIK of the reporter, for a stated purpose; the reading is logged first. */
export const revealReporter = (
  ctx: ServiceContext,
  command: z.infer<typeof revealReporterCommand>,
) =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "person.reveal", kase);
    if (kase.reporterPersonId === null) throw new DomainError("not-found", "PERSON_NOT_FOUND");
    await logAccess(tx, ctx, { kase, act: "reveal-person", reason: command.reason });
    await tx.$queryRaw`SELECT set_config('rembuk.person', ${kase.reporterPersonId}, true)`;
    const row = await tx.person.findUnique({ where: { id: kase.reporterPersonId } });
    if (!row) throw new DomainError("not-found", "PERSON_NOT_FOUND");
    const { name, phone, nik, capacity } = openPerson(ctx, row);
    return { name, phone, nik, capacity };
  });
