import type { Transaction } from "@rembuk/db/client";
import { type Permission, permissions } from "@rembuk/domain/access/permissions";
import type { Role } from "@rembuk/domain/access/roles";
import { isWithin } from "@rembuk/domain/areas/area-code";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { linkActorId, systemActorId } from "../kernel/system-actor";

const auditPermission: Permission = "audit.read";

/** cases and staff: what was done; reads: confidential things that were opened. */
export const auditKinds = ["cases", "staff", "reads"] as const;
export type AuditKind = (typeof auditKinds)[number];

export const listAuditInput = z.object({
  subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
  kind: z.enum(auditKinds).nullish(),
  /** Id of the last entry of the page before. */
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

export interface AuditEntry {
  readonly id: string;
  readonly kind: AuditKind;
  /** An event's type ("case.routed") or the act of a read ("reveal-person"). */
  readonly type: string;
  readonly at: Date;
  /** citizen: a reporter, who is not named here. */
  readonly actorKind: "officer" | "citizen" | "system" | "link";
  /** Of officers alone. */
  readonly actorName: string | null;
  /** The office that was held for somebody absent, and the letter that says so; else null. */
  readonly acting: { kind: "plh" | "plt"; role: Role; letterNumber: string } | null;
  /** "PRS-2026-0391-K" of a case, the user name of an account, the code of a category; else null. */
  readonly subject: string | null;
  /** Stated by who opened something confidential. */
  readonly reason: string | null;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly nextCursor: string | null;
}

/**
 * The fence opens to the kecamatan that was authorised, until the transaction ends: administrators
 * hold no place in it, and numbers stand on cases whose content they may not read.
 */
const openFence = async (tx: Transaction, subdistrictCode: string): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('rembuk.audit', ${subdistrictCode}, true),
    set_config('rembuk.subdistricts', ${subdistrictCode}, true)`;
};

/** Supervisory complaints may be about those who read here: their trail is the auditor's alone. */
const readsSupervisory = (ctx: ServiceContext, subdistrictCode: string): boolean =>
  ctx.actor.assignments.some(
    (a) =>
      (permissions[auditPermission] as Record<string, string>)[a.role] === "audited" &&
      isWithin(subdistrictCode, a.areaCode),
  );

/**
 * A case about the reader's own unit lies outside the fence, and its trail with it. Ids are uuidv7, made when the
 * row is written: their order is the order of the trail.
 */
const readTrail = (
  tx: Transaction,
  input: ListAuditInput,
  withSupervisory: boolean,
): Promise<AuditEntry[]> => {
  const { subdistrictCode, limit } = input;
  const before = input.cursor ?? null;
  const kind = input.kind ?? null;
  return tx.$queryRaw<AuditEntry[]>`
    WITH trail AS (
      (SELECT e.id, CASE WHEN e.subject LIKE 'case/%' THEN 'cases' ELSE 'staff' END AS kind, e.type,
        e.subject, e.actor_id, NULL AS reason, e.occurred_at, e.payload->'actingAs' AS acting
      FROM domain_event e LEFT JOIN "case" c ON e.subject = 'case/' || c.id
      WHERE e.subdistrict_code = ${subdistrictCode} AND (${before}::uuid IS NULL OR e.id < ${before}::uuid)
        AND ${kind}::text IS DISTINCT FROM 'reads'
        AND (${kind}::text IS NULL OR (e.subject LIKE 'case/%') = (${kind}::text = 'cases'))
        AND (${withSupervisory} OR c.is_supervisory IS NOT TRUE)
        AND (e.subject NOT LIKE 'case/%' OR c.id IS NOT NULL)
      ORDER BY e.id DESC LIMIT ${limit + 1})
      UNION ALL
      (SELECT a.id, 'reads', a.act, a.subject, a.actor_id, a.reason, a.occurred_at, NULL::jsonb
      FROM access_log a LEFT JOIN "case" c ON a.subject = 'case/' || c.id
      WHERE a.subdistrict_code = ${subdistrictCode} AND (${before}::uuid IS NULL OR a.id < ${before}::uuid)
        AND (${kind}::text IS NULL OR ${kind}::text = 'reads')
        AND (${withSupervisory} OR c.is_supervisory IS NOT TRUE)
        AND (a.subject NOT LIKE 'case/%' OR c.id IS NOT NULL)
      ORDER BY a.id DESC LIMIT ${limit + 1})
    )
    SELECT t.id, t.kind, t.type, t.occurred_at AS at, who.kind AS "actorKind", t.reason,
      CASE WHEN who.kind = 'officer' THEN u.display_name END AS "actorName",
      CASE WHEN t.acting IS NOT NULL THEN jsonb_build_object('kind', t.acting->>'acting',
        'role', t.acting->>'role', 'letterNumber', coalesce(held.letter_number, '')) END AS acting,
      coalesce(c.number, about.username,
        CASE WHEN t.type LIKE 'rule.%' THEN substr(t.subject, 6) END) AS subject
    FROM trail t
    LEFT JOIN "user" u ON u.id = t.actor_id
    LEFT JOIN absence held ON held.id = (t.acting->>'absenceId')::uuid
    LEFT JOIN "case" c ON t.subject = 'case/' || c.id
    LEFT JOIN "user" about ON t.subject = 'user/' || about.id
    CROSS JOIN LATERAL (SELECT CASE
      WHEN t.actor_id = ${systemActorId}::uuid THEN 'system'
      WHEN t.actor_id = ${linkActorId}::uuid THEN 'link'
      WHEN EXISTS (SELECT 1 FROM assignment x WHERE x.user_id = t.actor_id
        AND x.role NOT IN ('reporter', 'volunteer')) THEN 'officer'
      ELSE 'citizen' END AS kind) who
    ORDER BY t.id DESC LIMIT ${limit + 1}`;
};

/**
 * Who did what and when in a kecamatan, newest first: no content of cases, no payload.
 * @throws forbidden outside the reader's area
 */
export const listAudit = async (ctx: ServiceContext, input: ListAuditInput): Promise<AuditPage> => {
  requireInArea(ctx, auditPermission, input.subdistrictCode);
  const withSupervisory = readsSupervisory(ctx, input.subdistrictCode);
  const rows = await inTransaction(ctx, async (tx) => {
    await openFence(tx, input.subdistrictCode);
    return readTrail(tx, input, withSupervisory);
  });
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last?.id ?? null };
};

export interface SealSummary {
  readonly blocks: number;
  /** Null while nothing was sealed. */
  readonly lastSealedAt: Date | null;
  /** First eight letters of the last seal, to be compared with one that was written down. */
  readonly lastSeal: string | null;
}

/** How far the chain of seals reaches. Whether it is whole, only a full check tells. */
export const readSealSummary = async (ctx: Pick<ServiceContext, "db">): Promise<SealSummary> => {
  const head = await ctx.db.auditBlock.findFirst({
    select: { number: true, sealedAt: true, hash: true },
    orderBy: { number: "desc" },
  });
  return {
    blocks: head?.number ?? 0,
    lastSealedAt: head?.sealedAt ?? null,
    lastSeal: head ? Buffer.from(head.hash).toString("hex").slice(0, 8) : null,
  };
};
