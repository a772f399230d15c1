import { areasOf, canInArea } from "@rembuk/domain/access/policy";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import { maskName } from "@rembuk/domain/beneficiaries/masking";
import type { Zone } from "@rembuk/domain/calendars/zone";
import type { ReceiptsInput } from "@rembuk/domain/reports/impact";
import { programNames } from "../aid/program-store";
import { listVillages } from "../areas/queries";
import { villageNames } from "../beneficiaries/registry-queries";
import { openResident, residentFields } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { openPeople } from "../handovers/handover-store";
import { contextStatement } from "../kernel/database-context";
import { inTransaction } from "../kernel/in-transaction";
import { named } from "../kernel/named-statement";
import { requireHeld } from "../kernel/require-permission";

/** Where somebody reads reach: whole kecamatan, and single villages. */
export interface ReachPlaces {
  readonly subdistricts: readonly string[];
  readonly villages: readonly string[];
}

export const reachPlaces = (ctx: ServiceContext): ReachPlaces => {
  const areas = areasOf(ctx.actor, "impact.read");
  const at = (level: string) => areas.filter((code) => areaLevelOf(code) === level);
  return { subdistricts: at("subdistrict"), villages: at("village") };
};

const zones: Readonly<Record<Zone, string>> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

/** In whose days and months the reader counts. */
export const zoneOfPlaces = async (ctx: ServiceContext, places: ReachPlaces): Promise<string> => {
  const [first = ""] = [...places.subdistricts, ...places.villages];
  const [village] = await listVillages(ctx.db, first.slice(0, 8));
  return zones[(village?.zone ?? "WIB") as Zone];
};

/**
 * Receipts: handovers that count and in which something was handed over, with whom they reached. One person is
 * one, under whichever record: by NIK where one is known, else by the record that is kept.
 * $1 kecamatan, $2 villages, $3 and $4 from when until when.
 */
export const receiptsSql = `
  SELECT h.id, h.trip_id, h.village_code, h.happened_at AS at, h.line_id, h.quantity,
    CASE WHEN l.id IS NULL THEN '' ELSE l.program_code END AS program_code,
    l.resident_id, e.household_id, e.enrollment_id, e.case_id,
    CASE WHEN l.id IS NULL THEN coalesce(encode(h.nik_index, 'hex'), h.id::text)
      ELSE coalesce(encode(k.nik_index, 'hex'), k.id::text, r.merged_into_id::text, l.resident_id::text)
    END AS person
  FROM handover h
  LEFT JOIN trip_manifest_line l ON l.id = h.line_id
  LEFT JOIN entitlement e ON e.id = l.entitlement_id
  LEFT JOIN resident r ON r.id = l.resident_id
  LEFT JOIN resident k ON k.id = CASE WHEN r.merged_into_id IS NULL THEN r.id ELSE r.merged_into_id END
  WHERE (h.subdistrict_code = ANY ($1::text[]) OR h.village_code = ANY ($2::text[]))
    AND h.happened_at >= $3::timestamptz AND h.happened_at < $4::timestamptz
    AND h.outcome IN ('delivered', 'partial')
    AND coalesce((SELECT g.state FROM handover_ruling g WHERE g.handover_id = h.id
      ORDER BY g.seq DESC LIMIT 1), h.arrival) IN ('synced', 'verified', 'disputed')`;

/** One receipt, with the name as far as the reader knows the people of its village. */
export interface ReceiptItem {
  readonly id: string;
  readonly tripId: string;
  readonly at: Date;
  readonly villageName: string;
  /** Short: "BPNT"; null: they stood on no list. */
  readonly programName: string | null;
  readonly personName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly goods: string;
}

export interface ReceiptPage {
  readonly items: readonly ReceiptItem[];
  readonly nextCursor: string | null;
}

const pageSize = 50;

interface ReceiptRow {
  readonly id: string;
}

/** First day of the month, or of the year, and of the one after it, "2026-03-01". */
const periodOf = ({ year, month }: ReceiptsInput): readonly [string, string] => {
  const day = (y: number, m: number) => new Date(Date.UTC(y, m, 1)).toISOString().slice(0, 10);
  return month ? [day(year, month - 1), day(year, month)] : [day(year, 0), day(year + 1, 0)];
};

const pageSql = `
  SELECT id FROM (${receiptsSql.replace("$3::timestamptz", "($3::date::timestamp AT TIME ZONE $5)").replace("$4::timestamptz", "($4::date::timestamp AT TIME ZONE $5)")}) got
  WHERE ($6::text IS NULL OR village_code = $6) AND ($7::text IS NULL OR program_code = $7)
    AND ($8::timestamptz IS NULL OR (at, id) < ($8, $9::uuid))
  ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}`;

const readIds = async (ctx: ServiceContext, input: ReceiptsInput): Promise<readonly string[]> => {
  const places = reachPlaces(ctx);
  const [from, until] = periodOf(input);
  const [at = null, id = null] = input.cursor?.split(" ") ?? [];
  const rows = await ctx.reads.read<ReceiptRow>(
    contextStatement(ctx.actor),
    named(pageSql, [
      ...[places.subdistricts, places.villages, from, until, await zoneOfPlaces(ctx, places)],
      ...[input.villageCode ?? null, input.programCode ?? null, at, id],
    ]),
  );
  return rows.map((row) => row.id);
};

const readReceipts = async (
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<readonly ReceiptItem[]> =>
  inTransaction(ctx, async (tx) => {
    const rows = await tx.handover.findMany({
      where: { id: { in: [...ids] } },
      orderBy: [{ happenedAt: "desc" }, { id: "desc" }],
    });
    const lines = await tx.tripManifestLine.findMany({
      where: { id: { in: rows.flatMap(({ lineId }) => lineId ?? []) } },
      select: { id: true, programCode: true, resident: { select: residentFields } },
    });
    const goods = await tx.tripGoods.findMany({
      where: { id: { in: rows.flatMap(({ goodsId }) => goodsId ?? []) } },
      select: { id: true, name: true, unit: true },
    });
    const codes = lines.map(({ programCode }) => programCode);
    const [programs, villages] = [
      await programNames(tx, codes),
      await villageNames(
        tx,
        rows.map(({ villageCode }) => villageCode),
      ),
    ];
    return rows.map((row): ReceiptItem => {
      const line = lines.find(({ id }) => id === row.lineId);
      const item = goods.find(({ id }) => id === row.goodsId);
      const name = line
        ? openResident(ctx, line.resident).name
        : (openPeople(ctx, row).person?.name ?? "");
      const knows = canInArea(ctx.actor, "resident.read", { areaCode: row.villageCode });
      return {
        ...{ id: row.id, tripId: row.tripId, at: row.happenedAt, quantity: row.quantity },
        villageName: villages.get(row.villageCode) ?? row.villageCode,
        programName: line ? (programs.get(line.programCode) ?? line.programCode) : null,
        personName: knows ? name : maskName(name),
        ...{ unit: item?.unit ?? "", goods: item?.name ?? "" },
      };
    });
  });

/**
 * The receipts that a figure of reach counts, newest first; names are whole for who reads the registry of the village.
 * @throws forbidden
 */
export const listReceipts = async (
  ctx: ServiceContext,
  input: ReceiptsInput,
): Promise<ReceiptPage> => {
  requireHeld(ctx, "impact.read");
  const ids = await readIds(ctx, input);
  const items = await readReceipts(ctx, ids.slice(0, pageSize));
  const last = items.at(-1);
  return {
    items,
    nextCursor: ids.length > pageSize && last ? `${last.at.toISOString()} ${last.id}` : null,
  };
};
