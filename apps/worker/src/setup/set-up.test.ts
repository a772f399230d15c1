import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect, connectReads } from "@rembuk/db/client";
import { type FreshDatabase, freshDatabase } from "@rembuk/db/testing/fresh-database";
import type { InstallationInput } from "@rembuk/domain/staff/installation";
import { openCase } from "@rembuk/services/cases/open-case";
import type { ServiceContext } from "@rembuk/services/context";
import { assignRole } from "@rembuk/services/staff/assign-role";
import { inviteUser } from "@rembuk/services/staff/invite-user";
import { redeemResetCode } from "@rembuk/services/staff/redeem-reset-code";
import { parseFieldKeys, setupContext } from "@rembuk/services/system-context";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keyFile } from "../testing/worker-fixture";
import { askPlan, offerLetters } from "./ask-plan";
import { readPlan, requireNewInstallation, setUp } from "./set-up";

const plan = (changes: Partial<InstallationInput> = {}): InstallationInput => ({
  publicUrl: "https://rembuk.contoh.go.id",
  subdistricts: [
    {
      code: "63.11.02",
      letters: "HLG",
      deskName: "Loket Kecamatan Halong",
      address: "Jalan Contoh Nomor 2, Halong",
      phone: "0860-0000-0102",
      openingHours: "Senin sampai Jumat, 08.00 sampai 16.30",
    },
  ],
  holidays: [{ date: "2026-12-08", areaCode: "63.11", name: "Hari jadi kabupaten" }],
  administrator: { username: "admin.balangan", displayName: "Rahmat (fiktif)" },
  ...changes,
});

let database: FreshDatabase;
let ctx: ServiceContext;
let directory: string;
let close: () => Promise<unknown>;
const open = async () => {
  database = await freshDatabase();
  const url = database.workerUrl;
  const db = connect({ url, poolSize: 3, name: "test" });
  const reads = connectReads({ url, poolSize: 1, name: "test" });
  ctx = setupContext({ db, reads, keys: parseFieldKeys(keyFile), demo: false });
  directory = mkdtempSync(join(tmpdir(), "rembuk-setup-"));
  close = () => Promise.allSettled([db.$disconnect(), reads.end()]);
};
const shut = async () => {
  await close();
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
};

const install = (input = plan()) => setUp(ctx, readPlan(input));
const counts = async () => ({
  offices: await ctx.db.office.count(),
  organizations: await ctx.db.organization.count(),
  users: await ctx.db.user.count(),
  assignments: await ctx.db.assignment.count(),
});

describe("a new installation", () => {
  beforeEach(open);
  afterEach(shut);

  it("has its kecamatan, the sectors' offices, its calendar and one administrator without a password", async () => {
    const done = await install();
    expect(done).toMatchObject({ subdistricts: 1, holidays: 1, username: "admin.balangan" });
    expect(done.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await ctx.db.office.findMany()).toMatchObject([
      { subdistrictCode: "63.11.02", name: "Kecamatan Halong", letters: "HLG" },
    ]);
    const dinas = await ctx.db.organization.findFirst({ where: { sectorCode: "DPMD" } });
    expect(dinas).toMatchObject({ areaCode: "63.11", hasAccount: false });
    const clinic = await ctx.db.organization.findFirst({ where: { sectorCode: "PUSKESMAS" } });
    expect(clinic).toMatchObject({ areaCode: "63.11.02" });
    const [user] = await ctx.db.user.findMany({ include: { assignments: true } });
    expect(user).toMatchObject({
      passwordHash: null,
      assignments: [{ role: "administrator", areaCode: "" }],
    });
    const events = await ctx.db.domainEvent.findMany({ orderBy: { id: "asc" } });
    expect(events.map((e) => e.type)).toEqual([
      "installation.set-up",
      "staff.user-invited",
      "staff.role-assigned",
    ]);
    expect(JSON.stringify(events)).not.toContain("Rahmat");
  });

  it("lets its administrator in by the code, who makes the desk, which takes the first case", async () => {
    const { code, username } = await install();
    await redeemResetCode(ctx, { login: username, code, newPassword: "kayu-titian-baru-77" });
    await expect(requireNewInstallation(ctx, database.workerUrl)).rejects.toThrow(
      "set up already; its administrator is admin.balangan",
    );
    const [admin] = await ctx.db.user.findMany({ include: { assignments: true } });
    if (!admin) throw new Error("no administrator");
    const as = { ...ctx, actor: { ...ctx.actor, userId: admin.id, name: "admin" } };
    const { userId } = await inviteUser(as, {
      ...{ clientActionId: uuidv7(), areaCode: "63.11.02" },
      ...{ username: "halong.triase", displayName: "Meja (fiktif)" },
    });
    const role = { role: "triage-officer", areaCode: "63.11.02" } as const;
    await assignRole(as, {
      ...{ clientActionId: uuidv7(), userId, clearance: false, startsOn: "2026-01-01" },
      ...role,
    });
    const seat = {
      id: uuidv7(),
      ...role,
      sectorCode: null,
      organizationId: null,
      clearance: false,
    };
    const desk = { ...ctx, actor: { userId, name: "Meja", assignments: [seat] } };
    const { number } = await openCase(desk, {
      clientActionId: uuidv7(),
      villageCode: "63.11.02.2014",
      categoryCode: "VIL-PROG",
      title: "Kasus pertama",
      description: "Kasus pertama sesudah pemasangan.",
      channel: "desk",
    });
    expect(number).toMatch(/^HLG-/);
  });

  it("begun again goes on where it was cut off, with a new code, and makes nothing twice", async () => {
    const first = await install();
    const before = await counts();
    await requireNewInstallation(ctx, database.workerUrl);
    const second = await install();
    expect(await counts()).toEqual(before);
    expect(second.code).not.toBe(first.code);
    const redeem = (code: string) =>
      redeemResetCode(ctx, { login: first.username, code, newPassword: "kayu-titian-baru-77" });
    await expect(redeem(first.code)).rejects.toThrow("RESET_CODE_INVALID");
    await redeem(second.code);
  });

  it("refuses another plan over the first one", async () => {
    await install();
    const other = plan({ holidays: [] });
    await expect(install(other)).rejects.toThrow("another plan was installed");
  });
});

describe("a plan that does not fit", () => {
  beforeAll(open);
  afterAll(shut);

  it.each([
    [
      "an unknown kecamatan",
      { subdistricts: [{ ...plan().subdistricts[0], code: "63.11.99" }] },
      "there is no area 63.11.99",
    ],
    [
      "one kecamatan twice",
      { subdistricts: [plan().subdistricts[0], plan().subdistricts[0]] },
      "stands twice",
    ],
    [
      "a village's code",
      { subdistricts: [{ ...plan().subdistricts[0], code: "63.11.02.2014" }] },
      "subdistricts.0.code",
    ],
    [
      "a holiday elsewhere",
      { holidays: [{ date: "2026-12-08", areaCode: "35.21", name: "Jauh" }] },
      "no kecamatan or kabupaten of yours",
    ],
    [
      "an unknown sector",
      { organizations: [{ sector: "NASA", areaCode: "63.11", name: "NASA Balangan" }] },
      "there is no sector NASA",
    ],
    [
      "a dinas in a kecamatan",
      { organizations: [{ sector: "DPMD", areaCode: "63.11.02", name: "DPMD" }] },
      "does not sit in 63.11.02",
    ],
    [
      "an address without https",
      { publicUrl: "http://rembuk.contoh.go.id" },
      "publicUrl: must be an https",
    ],
    ["an unknown field", { password: "rahasia" }, "password"],
  ])("%s leaves nothing behind", async (_name, changes, said) => {
    await expect(
      (async () => install({ ...plan(), ...changes } as InstallationInput))(),
    ).rejects.toThrow(said);
    expect(await counts()).toEqual({ offices: 0, organizations: 0, users: 0, assignments: 0 });
  });
});

describe("the command", () => {
  beforeAll(open);
  afterAll(shut);

  const run = (from: string) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "src/setup/set-up.ts", "--from", from, "--mark", join(directory, "mark")],
      {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        encoding: "utf8",
        env: {
          PATH: process.env.PATH,
          NODE_ENV: "production",
          DATABASE_URL: database.workerUrl,
          FIELD_KEYS_FILE: join(directory, "keys.json"),
          FILES_DIR: join(directory, "files"),
          AUTH_SECRET: randomBytes(32).toString("base64"),
          PUBLIC_URL: "https://rembuk.contoh.go.id",
        },
      },
    );

  it("prints the code once and leaves the mark; a database with demo data is refused", async () => {
    writeFileSync(join(directory, "keys.json"), keyFile);
    const file = join(directory, "setup.json");
    writeFileSync(file, JSON.stringify(plan()));
    const good = run(file);
    expect([good.stderr, good.status]).toEqual(["", 0]);
    expect(good.stdout).toMatch(/One-time code +[0-9A-Z]{5}-[0-9A-Z]{5}\n/);
    expect(JSON.parse(readFileSync(join(directory, "mark"), "utf8"))).toEqual({
      publicUrl: "https://rembuk.contoh.go.id",
    });
    const { idOf } = await import("../demo/chance");
    await ctx.db.clientAction.create({
      data: {
        ...{ actorId: ctx.actor.userId, id: idOf("milestone/begun") },
        ...{ bodyHash: new Uint8Array(32), result: {} },
      },
    });
    const bad = run(file);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain("holds demo data");
  });
});

describe("the questions on a terminal", () => {
  beforeAll(open);
  afterAll(shut);

  it("find places by name, offer letters, and ask again where an answer will not do", async () => {
    const answers = [
      ...["rembuk.contoh.go.id", "https://rembuk.contoh.go.id", "Balangan", "Halong", ""],
      ...["", "Jalan Contoh Nomor 2", "0860-0000-0102", "", "t"],
      ...["Admin Utama", "admin.balangan", "Rahmat (fiktif)", ""],
    ];
    const said: string[] = [];
    const input = await askPlan(
      ctx.db,
      async () => answers.shift() ?? "",
      (line) => void said.push(line),
    );
    expect(answers).toEqual([]);
    expect(input.subdistricts).toMatchObject([{ code: "63.11.02", letters: "HLN" }]);
    expect(said.join("\n")).toContain("alamat https://");
    expect((await install(input)).subdistricts).toBe(1);
  });

  it.each([
    ["Halong", "HLN"],
    ["Paringin Selatan", "PRS"],
    ["Oe", "O"],
  ])("letters of %s", (name, letters) => {
    expect(offerLetters(name).startsWith(letters)).toBe(true);
    expect(offerLetters(name)).toMatch(/^[A-Z]{2,5}$/);
  });
});
