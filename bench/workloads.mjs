/** What is asked of the product and, beside it, of the floor of the stack. */
import { randomUUID } from "node:crypto";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { people, signIn } from "./installation.mjs";
import { knownNik } from "./reporters.mjs";

const json = (input) => JSON.stringify({ json: input });

const callsOf = (base, cookie) => {
  const headers = {
    cookie,
    origin: base,
    "content-type": "application/json",
    "x-idle-seconds": "0",
  };
  const path = (name) => `${base}/api/trpc/${name}`;
  return {
    page: (at) => fetch(`${base}${at}`, { headers: { cookie } }),
    ask: (name, input) =>
      fetch(`${path(name)}?input=${encodeURIComponent(json(input))}`, { headers }),
    send: (name, input) => fetch(path(name), { method: "POST", headers, body: json(input) }),
  };
};

const floorCalls = (base, secretHash) => {
  const headers = { "x-secret-hash": secretHash, "content-type": "application/json" };
  return {
    ask: (name, input) =>
      fetch(`${base}/${name}?input=${encodeURIComponent(json(input))}`, { headers }),
    send: (name, input) => fetch(`${base}/${name}`, { method: "POST", headers, body: json(input) }),
  };
};

/** Takes the next of a list with every call, round and round. */
const inTurn = (list) => {
  let at = 0;
  return () => list[at++ % list.length];
};

const idsOf = async (admin, where, values) => {
  const { rows } = await admin.query(`SELECT id, version FROM "case" WHERE ${where}`, values);
  return rows;
};

const copies = 12_000;

/** Cases that wait for a desk to verify them: each is changed once. */
const casesToChange = async (admin) => {
  const { rows } = await admin.query(
    `INSERT INTO "case" SELECT n.* FROM (SELECT * FROM "case" WHERE subdistrict_code = $1 AND status = 'received'
        AND NOT is_supervisory LIMIT 1) c, generate_series(1, $2::int) i,
      LATERAL jsonb_populate_record(NULL::"case", to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(), 'version', 0,
        'number', 'CHG-' || $3::text || '-' || i, 'tracking_hash', '\\x' || md5($3::text || i))) n RETURNING id, version`,
    [people.changer.area, copies, String(Date.now())],
  );
  return rows;
};

/** In the office where cases are changed: thousands a minute would make the queue and the board that are measured another's. */
const newCase = {
  villageCode: "63.11.02.2009",
  categoryCode: "VIL-FIN",
  title: "SPJ tahap II ditolak Siskeudes",
  description: "Kode rekening berubah; minta pendampingan sebelum batas kirim.",
  channel: "desk",
  reporter: { name: "Warga (fiktif)", phone: "0860-0000-0101" },
};

/** Every class of term, see docs/adr/0016. */
export const terms = {
  rare: "ketonggeng",
  absent: "tidakadadimanapun",
  common: "RT",
  "two words": "aparatur pelayanan",
  phrase: '"di RT 7"',
  "name fragment": "Salas",
  "name with a typo": "Rusmaiti",
  number: "BCH-2026-1177",
  NIK: knownNik,
};

/**
 * @returns {Promise<Record<string, {ours: () => Promise<Response>, floor?: () => Promise<Response>}>>}
 *   by name; what has no floor stands alone
 */
export const workloadsOn = async ({ database, base, floorBase, secretHash }) => {
  const as = Object.fromEntries(
    await Promise.all(
      Object.keys(people).map(async (who) => [who, callsOf(base, await signIn(base, who))]),
    ),
  );
  const floor = floorCalls(floorBase, secretHash);
  const { mine, toChange, like } = await withConnection(database.admin, async (admin) => {
    await admin.query("SET statement_timeout = 0");
    const openIn = (area, most) =>
      idsOf(admin, `subdistrict_code = $1 AND is_open AND NOT is_supervisory LIMIT ${most}`, [
        area,
      ]);
    const [like] = await openIn(people.changer.area, 1);
    const mine = await openIn(people.desk.area, 500);
    return { mine, toChange: await casesToChange(admin), like: like.id };
  });
  const nextShown = inTurn(mine);
  let changed = 0;
  const nextToChange = () => {
    if (changed === toChange.length) throw new Error("no case is left to change: fewer seconds");
    return toChange[changed++];
  };
  let serial = 0;
  const searches = Object.fromEntries(
    Object.entries(terms).map(([name, text]) => [
      `search ${name}`,
      { ours: () => as.desk.send("cases.search", { text, limit: 20 }) },
    ]),
  );
  return {
    list: {
      ours: () => as.desk.ask("cases.list", { limit: 50 }),
      floor: () => floor.ask("list", { subdistrictCode: people.desk.area }),
    },
    "list several": {
      ours: () =>
        as.sector.ask("cases.list", { limit: 50, statuses: ["assigned", "in_progress", "closed"] }),
    },
    show: {
      ours: () => as.desk.ask("cases.show", { caseId: nextShown().id }),
      floor: () => floor.ask("show", { id: nextShown().id }),
    },
    create: {
      ours: () => as.changer.send("cases.open", { clientActionId: randomUUID(), ...newCase }),
      floor: () => floor.send("create", { like, number: `FLR-${Date.now()}-${serial++}` }),
    },
    change: {
      ours: () => {
        const { id, version } = nextToChange();
        const act = { clientActionId: randomUUID(), caseId: id, version, note: "Berkas lengkap." };
        return as.changer.send("cases.triage", act);
      },
      floor: () => floor.send("change", { id: nextShown().id }),
    },
    ...searches,
    "queue page": { ours: () => as.desk.page("/antrean") },
    board: { ours: () => as.desk.ask("reports.board", null) },
  };
};
