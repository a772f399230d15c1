import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import pg from "pg";

const seed = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../seed/${name}`, import.meta.url)), "utf8");
const rowsOf = (text: string) =>
  parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[];

interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parent: string | null;
  readonly zone: string;
}

/** All areas of idn-area-data 4.0.1: 38 provinces, 514 regencies, 7,285 subdistricts, 83,762 villages. */
const readAreas = (): readonly AreaRow[] => {
  const data = join(
    dirname(createRequire(import.meta.url).resolve("idn-area-data/package.json")),
    "data",
  );
  const zones = JSON.parse(seed("zones.json")) as Record<string, string[]>;
  const zoneOf = (code: string): string => {
    const zone = ["WIB", "WITA", "WIT"].find((z) => zones[z]?.includes(code.slice(0, 2)));
    if (!zone) throw new Error(`no time zone for province ${code.slice(0, 2)}`);
    return zone;
  };
  const read = (file: string, level: number, parent: string | null) =>
    rowsOf(readFileSync(join(data, file), "utf8")).map((r) => ({
      code: r.code ?? "",
      name: r.name ?? "",
      level,
      parent: parent ? (r[parent] ?? null) : null,
      zone: zoneOf(r.code ?? ""),
    }));
  return [
    ...read("provinces.csv", 1, null),
    ...read("regencies.csv", 2, "province_code"),
    ...read("districts.csv", 3, "regency_code"),
    ...read("villages.csv", 4, "district_code"),
  ];
};

const loadAreas = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM area");
  const known = rows[0]?.n ?? 0;
  const areas = readAreas();
  if (known === areas.length) return 0;
  // The trigram index is dearer to maintain row by row than to build once.
  await client.query("DROP INDEX IF EXISTS area_search_name_idx");
  for (let at = 0; at < areas.length; at += 20_000) {
    const part = areas.slice(at, at + 20_000);
    await client.query(
      `INSERT INTO area (code, name, level, parent_code, zone, search_name)
       SELECT code, name, level, parent, zone, lower(name)
       FROM unnest($1::text[], $2::text[], $3::int2[], $4::text[], $5::text[]) AS t(code, name, level, parent, zone)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, search_name = excluded.search_name, zone = excluded.zone`,
      [
        part.map((a) => a.code),
        part.map((a) => a.name),
        part.map((a) => a.level),
        part.map((a) => a.parent),
        part.map((a) => a.zone),
      ],
    );
  }
  await client.query(
    "CREATE INDEX area_search_name_idx ON area USING gin (search_name gin_trgm_ops)",
  );
  await client.query("ANALYZE area");
  return areas.length;
};

const sections: readonly [string, string][] = [
  ["KASI_PEMERINTAHAN", "Kasi Pemerintahan"],
  ["KASI_PMD", "Kasi Pemberdayaan Masyarakat dan Desa"],
  ["KASI_KESSOS", "Kasi Kesejahteraan Sosial"],
  ["KASI_TRANTIB", "Kasi Ketenteraman dan Ketertiban"],
  ["KASI_PELAYANAN", "Kasi Pelayanan"],
  ["SEKCAM", "Sekretaris Camat"],
];

const loadSectors = async (client: pg.Client) => {
  for (const r of rowsOf(seed("sectors.csv"))) {
    await client.query(
      "INSERT INTO sector (code, name, level) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
      [r.code, r.name_id, r.level],
    );
  }
  for (const [code, name] of sections) {
    await client.query(
      "INSERT INTO sector (code, name, level) VALUES ($1, $2, 'section') ON CONFLICT (code) DO NOTHING",
      [code, name],
    );
  }
};

const whole = (value: string | undefined): number | null =>
  value ? Number.parseInt(value, 10) : null;

/** Verify and forward within 3 working days (sla.json#stage_limits), never later than the case's own deadline. */
const verifyLimitDays = 3;

/** Problem 8 is unpreparedness; a disaster event, which cites it too, is no line of the desk's list. */
const deskOrder = (r: Record<string, string>): number | null =>
  r.default_classification === "EMERGENCY"
    ? null
    : whole(/001 masalah (\d+)/.exec(r.seed_ref ?? "")?.[1]);

const loadCategories = async (client: pg.Client) => {
  for (const r of rowsOf(seed("routing.csv"))) {
    const resolution = whole(r.resolution_wd) ?? 14;
    await client.query(
      `INSERT INTO case_category (code, name, description, classification, kind, lead_sector_code,
         supporting_sector_codes, support_note, focal_section_code, priority, verify_days, follow_up_days,
         resolution_days, emergency_hours, emergency_when, privacy, offline_intake, required_evidence, confidence, desk_order,
         escalate_to)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)
       ON CONFLICT (code) DO UPDATE SET escalate_to = excluded.escalate_to
       WHERE case_category.escalate_to = ''`,
      [
        r.code,
        r.category_id,
        r.description_id,
        r.default_classification,
        r.kind,
        r.lead_sector,
        (r.supporting_sectors ?? "").split(";").filter(Boolean),
        r.support_note ?? "",
        r.kecamatan_focal_role,
        r.default_priority,
        Math.min(verifyLimitDays, resolution),
        whole(r.first_follow_up_wd) ?? 5,
        resolution,
        whole(r.emergency_response_hours),
        r.emergency_when ?? "",
        r.default_privacy,
        r.offline_intake === "Y",
        r.required_evidence ?? "",
        r.confidence_note ?? "",
        deskOrder(r),
        r.escalate_to ?? "",
      ],
    );
  }
};

/** Only for a category that has none yet: what an area changes is a version of its rule. */
const loadTaskTemplates = async (client: pg.Client) => {
  const { rows } = await client.query<{ code: string }>(
    "SELECT DISTINCT category_code AS code FROM task_template",
  );
  const known = new Set(rows.map((row) => row.code));
  for (const r of rowsOf(seed("task-templates.csv"))) {
    if (known.has(r.category_code ?? "")) continue;
    await client.query(
      `INSERT INTO task_template (category_code, position, title, doer, limit_days, is_mandatory)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        ...[r.category_code, whole(r.position), r.title, r.doer],
        ...[whole(r.limit_days), r.mandatory === "Y"],
      ],
    );
  }
};

const loadHolidays = async (client: pg.Client) => {
  const { holidays, decrees } = JSON.parse(seed("holidays.json")) as {
    holidays: { date: string; name: string; type: string }[];
    decrees: Record<string, string>;
  };
  for (const h of holidays) {
    await client.query(
      `INSERT INTO holiday AS known (date, area_code, name, type, decree_number) VALUES ($1, '', $2, $3, $4)
       ON CONFLICT (date, area_code) DO UPDATE SET decree_number = excluded.decree_number
       WHERE known.decree_number IS NULL AND known.recorded_by_id IS NULL`,
      [h.date, h.name, h.type, decrees[h.date.slice(0, 4)] ?? null],
    );
  }
};

interface ReplyRow {
  readonly id: string;
  readonly use: string;
  readonly name: string;
  readonly categoryCode: string | null;
  readonly statuses: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly target?: string;
  readonly outcome?: string;
}

const loadCannedReplies = async (client: pg.Client) => {
  for (const r of JSON.parse(seed("canned-replies.json")) as ReplyRow[]) {
    await client.query(
      `INSERT INTO canned_reply (id, use, name, category_code, statuses, texts, target, outcome)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
      [
        r.id,
        r.use,
        r.name,
        r.categoryCode,
        r.statuses,
        r.texts,
        r.target ?? null,
        r.outcome ?? null,
      ],
    );
  }
};

const aidTypes: Readonly<Record<string, string>> = {
  ASURANSI_SOSIAL: "social_insurance",
  PENGAMANAN_SOSIAL: "social_safeguard",
  PERUMAHAN: "housing",
  PANGAN: "food",
};

/** Only a program that is not there yet: how a kecamatan words it is a version of its own. */
const loadPrograms = async (client: pg.Client) => {
  for (const [position, r] of rowsOf(seed("welfare-programs.csv")).entries()) {
    // How sure the collector was stands between brackets and is nothing for a screen.
    const plain = (text: string | undefined) =>
      text === undefined || text === "-"
        ? ""
        : text.replace(/\s*\((memory|read|model read)[^)]*\)/g, "").replaceAll("->", "→");
    const content = {
      ...{ name: r.name_id, short: r.short, manager: r.manager, fundingLevel: r.funding_level },
      ...{ aidType: aidTypes[r.seed_type ?? ""], benefit: plain(r.benefit_kind) },
      ...{ amount: plain(r.amount_note_id), cadence: plain(r.cadence), target: plain(r.target_id) },
      route: plain(r.proposal_route),
      documents: plain(r.required_documents)
        .split(";")
        .map((one) => one.trim())
        .filter(Boolean),
      ...{ verification: plain(r.verification_steps), evidence: plain(r.handover_evidence) },
      legalBasis: plain(r.legal_basis),
    };
    await client.query(
      "INSERT INTO aid_program (code, content, position) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
      [r.code, content, position],
    );
  }
};

/** Areas, sectors, categories, welfare programs, prepared replies, calendar. Idempotent: what an administrator changed stays. */
export const loadMasterData = async (url: string): Promise<{ areas: number }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    const areas = await loadAreas(client);
    await loadSectors(client);
    await loadCategories(client);
    await loadCannedReplies(client);
    await loadTaskTemplates(client);
    await loadHolidays(client);
    await loadPrograms(client);
    await client.query("COMMIT");
    return { areas };
  } finally {
    await client.end();
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.MIGRATION_DATABASE_URL;
  if (!url) throw new Error("MIGRATION_DATABASE_URL is not set");
  const { areas } = await loadMasterData(url);
  process.stdout.write(areas ? `loaded ${areas} areas\n` : "areas already loaded\n");
}
