import { createHash } from "node:crypto";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SendFamiliesCommand, SendImportCommand } from "@rembuk/domain/onboarding/commands";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import type { ImportKind } from "@rembuk/domain/onboarding/model";
import type { FileContext } from "../integrations/file-parts";
import { workbookBytes } from "../integrations/workbook";
import { sealFile } from "../kernel/file-sealing";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { importPermission, importPlace } from "./import-rights";
import { hasWorking, importKey, importSeal, insertImport } from "./import-store";
import { findOfficeRow } from "./store";

const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

const send = async (
  ctx: FileContext,
  kind: ImportKind,
  command: SendImportCommand,
): Promise<{ readonly importId: string }> => {
  const { areaCode, content } = command;
  requireInArea(ctx, importPermission[kind], areaCode);
  const place = importPlace(kind, areaCode);
  const { subdistrictCode } = place;
  const bytes = workbookBytes(content);
  if (!isZip(bytes)) throw new DomainError("invalid", "WORKBOOK_NOT_XLSX");
  const id = ctx.newId();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const remembered = { clientActionId: command.clientActionId, areaCode, sha256 };
  await ctx.files.store.put(importKey(id), sealFile(ctx.keys, importSeal(id), bytes));
  try {
    const answer = await once(ctx, remembered, async (tx) => {
      if (!(await findOfficeRow(tx, subdistrictCode)))
        throw new DomainError("conflict", "OFFICE_MISSING");
      if (await hasWorking(tx, place)) throw new DomainError("conflict", "IMPORT_RUNNING");
      await insertImport(tx, ctx, { id, ...place, size: bytes.length, sha256 });
      const about = { subject: `import/${id}`, subdistrictCode };
      const event = onboardingEvent("import.sent", about, { size: bytes.length });
      const result = { importId: id };
      await recordEvents(tx, ctx, [event], remembered, result);
      return result;
    });
    if (answer.importId !== id) await ctx.files.store.remove(importKey(id));
    return answer;
  } catch (error) {
    await ctx.files.store.remove(importKey(id));
    throw error;
  }
};

/**
 * Takes an office's register, sealed; the worker reads it. Nothing becomes a case by this.
 * @throws forbidden; invalid WORKBOOK_*; conflict OFFICE_MISSING, IMPORT_RUNNING
 */
export const sendImport = (ctx: FileContext, command: SendImportCommand) =>
  send(ctx, "register", command);

/** A list of families, likewise. @throws as sendImport */
export const sendFamilies = (ctx: FileContext, command: SendFamiliesCommand) =>
  send(ctx, "families", command);
