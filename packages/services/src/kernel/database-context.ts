import type { PreparedRead, Transaction } from "@rembuk/db/client";
import { type Actor, hasRole } from "@rembuk/domain/access/actor";
import { partyKey } from "@rembuk/domain/access/party-key";
import { permissions } from "@rembuk/domain/access/permissions";
import { referralParty } from "@rembuk/domain/access/policy";
import { unitsOfActor } from "@rembuk/domain/access/reported-unit";
import type { Role } from "@rembuk/domain/access/roles";

const kecamatanRoles: readonly Role[] = [
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "section-head",
];
const villageRoles: readonly Role[] = ["village-officer", "village-head"];
const sectorRoles: readonly Role[] = ["sector-partner", "sector-lead", "inspectorate"];
const regencyRoles: readonly Role[] = ["auditor", "regency-officer"];

const innovationRoles = Object.keys(permissions["innovation.read"]) as Role[];

/** Keys of the row-level security fence, from the running assignments. */
const fenceKeys = (actor: Actor) => {
  const areas = (wanted: readonly Role[]) =>
    [...new Set(actor.assignments.filter((a) => wanted.includes(a.role)).map((a) => a.areaCode))]
      .filter((code) => code !== "")
      .join(",");
  const parties = actor.assignments
    .filter((a) => sectorRoles.includes(a.role) && a.sectorCode !== null)
    .map((a) => partyKey(a.areaCode, a.sectorCode ?? ""));
  const referred = actor.assignments.flatMap((a) => referralParty(actor.userId, a) ?? []);
  const audit = Object.keys(permissions["audit.read"]) as Role[];
  return {
    user: actor.userId,
    subdistricts: areas(kecamatanRoles),
    villages: areas(villageRoles),
    parties: parties.join(","),
    regencies: areas(regencyRoles),
    referred: referred.join(","),
    units: unitsOfActor(actor).join(","),
    // A village's people read those of its kecamatan.
    innovations: areas(innovationRoles)
      .split(",")
      .map((code) => code.split(".").slice(0, 3).join("."))
      .join(","),
    // An administrator sees every office; an auditor's reach beside it goes further in one kabupaten.
    audit: [...(hasRole(actor, "administrator") ? ["*"] : []), areas(audit)]
      .filter((key) => key !== "")
      .join(","),
  };
};

/** One statement that tells PostgreSQL who asks; local to the transaction. `caseId`: authorised already. */
export const contextStatement = (actor: Actor, caseId = "", personId = ""): PreparedRead => {
  const keys = fenceKeys(actor);
  return {
    name: "context",
    text: `SELECT set_config('rembuk.user', $1, true) AS me, set_config('rembuk.subdistricts', $2, true),
      set_config('rembuk.villages', $3, true), set_config('rembuk.parties', $4, true),
      set_config('rembuk.regencies', $5, true), set_config('rembuk.audit', $6, true),
      set_config('rembuk.case', $7, true), set_config('rembuk.person', $8, true),
      set_config('rembuk.referred', $9, true), set_config('rembuk.units', $10, true),
      set_config('rembuk.innovations', $11, true)`,
    values: [
      keys.user,
      keys.subdistricts,
      keys.villages,
      keys.parties,
      keys.regencies,
      keys.audit,
      caseId,
      personId,
      keys.referred,
      keys.units,
      keys.innovations,
    ],
  };
};

/**
 * The context of statements that are planned once for each connection, whatever is asked for: where planning,
 * with the policies of each table in it, costs more than the work, and where no value would change the
 * plan. PostgreSQL by itself plans each of them anew for the first five times.
 */
export const plannedOnce = ({ text, values }: PreparedRead): PreparedRead => ({
  name: "context_planned_once",
  text: `${text}, set_config('plan_cache_mode', 'force_generic_plan', true)`,
  values,
});

/**
 * The context of counts that stop at a cap: reading a table from its beginning until the cap is reached looks
 * cheap to PostgreSQL and is not, where what is counted lies at its end.
 */
export const byIndex = ({ text, values }: PreparedRead): PreparedRead => ({
  name: "context_by_index",
  text: `${text}, set_config('enable_seqscan', 'off', true)`,
  values,
});

export const setContext = async (
  tx: Transaction,
  actor: Actor,
  caseId = "",
  personId = "",
): Promise<void> => {
  const { text, values } = contextStatement(actor, caseId, personId);
  await tx.$queryRawUnsafe(text, ...values);
};

/** An act of this actor that was done before, as it was remembered. */
export interface RememberedAct {
  readonly body_hash: string;
  readonly result: unknown;
}

/**
 * The context, and under it what is remembered of an act: one round trip. The look-up hangs on the
 * context's own row, so that it can only come after it.
 */
export const setContextOfAct = async (
  tx: Transaction,
  actor: Actor,
  actionId: string,
  caseId = "",
  personId = "",
): Promise<RememberedAct | null> => {
  const { text, values } = plannedOnce(contextStatement(actor, caseId, personId));
  const [row] = await tx.$queryRawUnsafe<{ act: RememberedAct | null }[]>(
    `WITH told AS MATERIALIZED (${text})
     SELECT (SELECT jsonb_build_object('body_hash', encode(a.body_hash, 'hex'), 'result', a.result)
       FROM client_action a WHERE a.actor_id = told.me::uuid AND a.id = $${values.length + 1}::uuid) AS act
     FROM told`,
    ...values,
    actionId,
  );
  return row?.act ?? null;
};

/** Context of whoever holds a paper and checks its number: this one paper, nothing else. */
export const setPaperContext = async (tx: Transaction, number: string): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('rembuk.paper', ${number}, true)`;
};

/** Context of a public reader: one case by its code or number, nothing else. */
export const setTrackingContext = async (
  tx: Transaction,
  by: { readonly trackingHash: string } | { readonly number: string },
): Promise<void> => {
  const tracking = "trackingHash" in by ? by.trackingHash : "";
  const number = "number" in by ? by.number : "";
  await tx.$queryRaw`SELECT set_config('rembuk.tracking', ${tracking}, true), set_config('rembuk.number', ${number}, true)`;
};
