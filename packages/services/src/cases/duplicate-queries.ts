import type { Transaction } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import type { ReportTraits } from "@rembuk/domain/cases/duplicates";
import type { Case } from "@rembuk/domain/cases/model";
import { mintReadScope } from "../kernel/read-scope";
import { type Row, toCase } from "./row-store";

interface Wanted {
  readonly report: ReportTraits;
  readonly persons: readonly string[];
  readonly since: Date;
}

/** Of each way to be alike at most so many, the newest first: what is compared stays small. */
const mostOfAWay = 200;

/** The story is compared, not shown whole. */
const columns = `c.id, c.number, c.regency_code, c.subdistrict_code, c.village_code, c.section_code,
  c.category_code, c.title, left(c.description, 1500) AS description, c.status, c.privacy, c.is_secret,
  c.is_supervisory, c.holder_kind, c.holder_code, c.holder_user_id, c.lead_party, c.lead_sector_code,
  c.responsible_id, c.created_by_id, c.reporter_user_id, c.reporter_person_id, c.received_at,
  c.escalation_level, c.holds`;

/** A report that left the desk unworked carries no other one. */
const isComparable = `NOT c.is_supervisory
  AND c.status NOT IN ('draft', 'duplicate', 'cancelled', 'archived', 'redirected', 'lapsed', 'anonymised')`;

/** The statement and its parameters: each way has an index of its own. */
export const candidateStatement = (actor: Actor, { report, persons, since }: Wanted) => {
  const scope = mintReadScope(actor);
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const fits = `${scope.predicate(1)} AND ${isComparable}`;
  const from = bind(since, "timestamptz");
  const village = bind(report.villageCode, "text");
  const office = bind(report.villageCode.slice(0, 8), "text");
  const newest = `ORDER BY c.received_at DESC, c.id DESC LIMIT ${mostOfAWay}`;
  const ways = [
    `c.village_code = ${village} AND c.received_at > ${from} AND ${fits} ${newest}`,
    `c.village_code = ${village} AND c.is_open AND ${fits} ORDER BY c.due_at, c.id LIMIT ${mostOfAWay}`,
    `c.subdistrict_code = ${office} AND c.category_code = ${bind(report.categoryCode, "text")}
      AND c.received_at > ${from} AND ${fits} ${newest}`,
    `c.reporter_person_id = ANY(${bind(persons, "uuid[]")}) AND c.subdistrict_code = ${office}
      AND (c.is_open OR c.received_at > ${from}) AND ${fits} LIMIT ${mostOfAWay}`,
  ];
  const text = `SELECT ${columns} FROM "case" c WHERE c.id IN (${ways
    .map((way) => `(SELECT c.id FROM "case" c WHERE ${way})`)
    .join(" UNION ")})`;
  return { text, values };
};

/** Cases that the actor may open and that could be the same matter: place, category or person. */
export const listCandidates = async (
  tx: Transaction,
  actor: Actor,
  wanted: Wanted,
): Promise<readonly Case[]> => {
  const { text, values } = candidateStatement(actor, wanted);
  const rows = await tx.$queryRawUnsafe<Row[]>(text, ...values);
  return rows.map(toCase);
};
