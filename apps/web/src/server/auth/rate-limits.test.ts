import { type FreshDatabase, freshDatabase } from "@rembuk/db/testing/fresh-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let fresh: FreshDatabase;
let limits: typeof import("./rate-limits");

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
  process.env.AUTH_SECRET = "q8ZrT2nVb5XcL0pWm7YkD4sHf9JgA3eU";
  process.env.FIELD_KEYS_FILE = "unused";
  process.env.FILES_DIR = "unused";
  process.env.PUBLIC_URL = "http://127.0.0.1:3000";
  limits = await import("./rate-limits");
}, 60_000);

afterAll(async () => {
  const { closeConnections } = await import("@/server/database");
  await closeConnections();
  await fresh.drop();
});

describe("guesses at a password", () => {
  it("are five from one place, then a wait that ends by itself", async () => {
    const left = [];
    for (let i = 0; i < 5; i += 1)
      left.push((await limits.countGuess("Siti", "1.1.1.1")).attemptsLeft);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    const sixth = await limits.countGuess("siti ", "1.1.1.1");
    expect(sixth.allowed).toBe(false);
    expect(sixth.retryAfterSeconds).toBeGreaterThan(0);
    expect(sixth.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  });

  it("from one place do not keep the person out elsewhere", async () => {
    for (let i = 0; i < 50; i += 1) await limits.countGuess("rusdi", "2.2.2.2");
    expect((await limits.countGuess("rusdi", "3.3.3.3")).allowed).toBe(true);
  });

  it("at one account are at most 100 a day from however many places", async () => {
    let allowed = 0;
    for (let i = 0; i < 130; i += 1) {
      if ((await limits.countGuess("hasnah", `10.0.0.${i}`)).allowed) allowed += 1;
    }
    expect(allowed).toBe(100);
  });

  it("from one place at many accounts end too", async () => {
    let allowed = 0;
    for (let i = 0; i < 120; i += 1) {
      if ((await limits.countGuess(`orang-${i}`, "4.4.4.4")).allowed) allowed += 1;
    }
    expect(allowed).toBe(100);
  });

  it("in parallel do not slip through", async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, () => limits.countGuess("zaini", "5.5.5.5")),
    );
    expect(all.filter((a) => a.allowed)).toHaveLength(5);
  });

  it("are given back by the right password", async () => {
    for (let i = 0; i < 4; i += 1) await limits.countGuess("yulian", "6.6.6.6");
    await limits.forgiveGuess("yulian", "6.6.6.6");
    expect((await limits.countGuess("yulian", "6.6.6.6")).attemptsLeft).toBe(4);
  });

  it("leave neither names nor addresses readable in the table", async () => {
    const { pool } = await import("@/server/database");
    const { rows } = await pool().query("SELECT key FROM rate_limit");
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/siti|hasnah|1\.1\.1\.1/);
  });
});
