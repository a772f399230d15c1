import type { PreparedRead, Transaction } from "@rembuk/db/client";
import { uuidv7 } from "uuidv7";
import type { ServiceContext } from "../context";

export type AccessAct =
  | "read-secret"
  | "reveal-person"
  | "audited-read"
  | "link-read"
  | "read-file"
  | "break-glass"
  | "glass-read"
  | "find-person"
  | "export-cases"
  | "export-families";

interface AccessEntry {
  readonly kase: { readonly id: string; readonly subdistrictCode: string };
  readonly act: AccessAct;
  readonly reason?: string;
}

/** The statement of one entry, for who reads by statements of their own. No RETURNING: the reader may write the log and not read it. */
export const accessStatement = (
  ctx: Pick<ServiceContext, "actor" | "now">,
  { kase, act, reason }: AccessEntry,
): PreparedRead => ({
  name: "access_log",
  text: `INSERT INTO access_log (id, actor_id, subject, subdistrict_code, act, reason, occurred_at)
    VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz)`,
  values: [
    uuidv7(),
    ctx.actor.userId,
    `case/${kase.id}`,
    kase.subdistrictCode,
    act,
    reason ?? null,
    ctx.now(),
  ],
});

/** Reads of confidential things: who, what, why, when. Insert-only, in the reader's own transaction. */
export const logAccess = async (
  tx: Transaction,
  ctx: ServiceContext,
  entry: AccessEntry,
): Promise<void> => {
  const { text, values } = accessStatement(ctx, entry);
  await tx.$executeRawUnsafe(text, ...values);
};

/** A reading of the registry of families: `household/<id>` or `resident/<id>`. */
export const logRegistryReading = async (
  tx: Transaction,
  ctx: ServiceContext,
  entry: {
    readonly subject: `${"household" | "resident" | "handover"}/${string}`;
    readonly villageCode: string;
    readonly act: AccessAct;
    readonly reason?: string;
  },
): Promise<void> => {
  await tx.$executeRaw`INSERT INTO access_log (id, actor_id, subject, subdistrict_code, act, reason, occurred_at)
    VALUES (${uuidv7()}::uuid, ${ctx.actor.userId}::uuid, ${entry.subject}, ${entry.villageCode.slice(0, 8)},
      ${entry.act}, ${entry.reason ?? null}, ${ctx.now()})`;
};

/** A reading of many at once, taken along as a table: one line, with the reason that was given. */
export const logExport = async (
  tx: Transaction,
  ctx: ServiceContext,
  paper: {
    readonly id: string;
    readonly areaCode: string;
    readonly reason: string;
    readonly act: Extract<AccessAct, `export-${string}`>;
  },
): Promise<void> => {
  await tx.$executeRaw`INSERT INTO access_log (id, actor_id, subject, subdistrict_code, act, reason, occurred_at)
    VALUES (${uuidv7()}::uuid, ${ctx.actor.userId}::uuid, ${`paper/${paper.id}`}, ${paper.areaCode.slice(0, 8)},
      ${paper.act}, ${paper.reason}, ${ctx.now()})`;
};
