import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type {
  ChangeImportCommand,
  PlanImportCommand,
  StartImportCommand,
} from "@rembuk/domain/onboarding/commands";
import { type OnboardingEventPayloads, onboardingEvent } from "@rembuk/domain/onboarding/events";
import { mayBeUndone } from "@rembuk/domain/onboarding/model";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { importArea, importPermission } from "./import-rights";
import {
  findImport,
  hasWorking,
  missingOf,
  moveImport,
  type StoredImport,
  sealPlan,
} from "./import-store";

type Answer = { readonly importId: string };

const loadImport = async (
  tx: Transaction,
  ctx: ServiceContext,
  importId: string,
): Promise<StoredImport> => {
  const row = await findImport(tx, importId);
  if (!row) throw new DomainError("not-found", "IMPORT_NOT_FOUND");
  requireInArea(ctx, importPermission[row.kind], importArea(row));
  return row;
};

const notNow = () => new DomainError("conflict", "IMPORT_NOT_NOW");

const record = async <T extends keyof OnboardingEventPayloads>(
  tx: Transaction,
  ctx: ServiceContext,
  row: StoredImport,
  command: { readonly clientActionId: string },
  event: readonly [T, OnboardingEventPayloads[T]] | null,
): Promise<Answer> => {
  const answer = { importId: row.id };
  const about = { subject: `import/${row.id}`, subdistrictCode: row.subdistrictCode };
  const events = event ? [onboardingEvent(event[0], about, event[1])] : [];
  await recordEvents(tx, ctx, events, command, answer);
  return answer;
};

const requireAlone = async (tx: Transaction, row: StoredImport): Promise<void> => {
  if (await hasWorking(tx, row)) throw new DomainError("conflict", "IMPORT_RUNNING");
};

/** Says which column and which word means what; the worker reads the file again. @throws conflict IMPORT_NOT_NOW */
export const planImport = (ctx: ServiceContext, command: PlanImportCommand): Promise<Answer> => {
  return once(ctx, command, async (tx) => {
    const row = await loadImport(tx, ctx, command.importId);
    if (row.made > 0 || row.fileWipedAt !== null) throw notNow();
    const change = { status: "checking" as const, planSealed: sealPlan(ctx, row.id, command.plan) };
    const moved = await moveImport(tx, row.id, ["checked", "failed"], { ...change, tries: 0 });
    if (!moved) throw notNow();
    return record(tx, ctx, row, command, null);
  });
};

/**
 * Lets the worker carry it out, or go on where it stopped.
 * @throws conflict IMPORT_NOT_NOW, IMPORT_RUNNING, IMPORT_COLUMNS_MISSING
 */
export const startImport = (ctx: ServiceContext, command: StartImportCommand): Promise<Answer> => {
  return once(ctx, command, async (tx) => {
    const row = await loadImport(tx, ctx, command.importId);
    const missing = missingOf(ctx, row);
    if (missing === null || row.fileWipedAt !== null) throw notNow();
    if (missing.length > 0 || row.rowsTotal === 0)
      throw new DomainError("conflict", "IMPORT_COLUMNS_MISSING");
    await requireAlone(tx, row);
    const started = { startedById: ctx.actor.userId, startedAt: ctx.now(), finishedAt: null };
    const moved = await moveImport(tx, row.id, ["checked", "cancelled", "failed"], {
      ...{ status: "running", takesSimilar: command.takesSimilar, tries: 0, failure: null },
      ...started,
    });
    if (!moved) throw notNow();
    return record(tx, ctx, row, command, ["import.started", { rows: row.rowsTotal }]);
  });
};

/** Stops before the next batch; what was taken over stays until it is undone. @throws conflict IMPORT_NOT_NOW */
export const cancelImport = (
  ctx: ServiceContext,
  command: ChangeImportCommand,
): Promise<Answer> => {
  return once(ctx, command, async (tx) => {
    const row = await loadImport(tx, ctx, command.importId);
    const finishedAt = ctx.now();
    const from = ["checking", "checked", "running"] as const;
    if (!(await moveImport(tx, row.id, from, { status: "cancelled", finishedAt }))) throw notNow();
    return record(tx, ctx, row, command, ["import.cancelled", { made: row.made }]);
  });
};

/**
 * Asks the worker to take all of it back. It does so only while nobody went on with any part of it.
 * @throws conflict IMPORT_NOT_NOW, IMPORT_RUNNING
 */
export const undoImport = (ctx: ServiceContext, command: ChangeImportCommand): Promise<Answer> => {
  return once(ctx, command, async (tx) => {
    const row = await loadImport(tx, ctx, command.importId);
    if (!mayBeUndone(row.status) || row.made === 0) throw notNow();
    await requireAlone(tx, row);
    const asked = { startedById: ctx.actor.userId, failure: null, tries: 0 };
    if (!(await moveImport(tx, row.id, [row.status], { status: "undoing", ...asked })))
      throw notNow();
    return record(tx, ctx, row, command, ["import.undo-asked", { made: row.made }]);
  });
};
