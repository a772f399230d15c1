import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "./hash-password";
import { addUser, openStage, type Stage } from "./session.fixture";
import { startSession } from "./start-session";

let stage: Stage;
let userId: string;
beforeAll(async () => {
  stage = await openStage();
  userId = await addUser(stage.everything, { username: "siti" });
  await startSession(stage.ctx, userId, { userAgent: "" });
  const [codeHash, createdAt] = [await hashPassword("7KQ2M9XW4T"), stage.ctx.now()];
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  await stage.everything.resetCode.create({
    data: { id: randomUUID(), userId, codeHash, createdById: userId, createdAt, expiresAt },
  });
});
afterAll(() => stage.end());

/** As the web's role, which signs people in. */
const asWeb = <Row>(sql: string): Promise<Row[]> => stage.ctx.db.$queryRawUnsafe<Row[]>(sql);
const denied = /permission denied/;

describe("the web's role", () => {
  it.each([
    `SELECT password_hash FROM "user"`,
    `SELECT * FROM "user"`,
    `SELECT count(*) FROM "user" WHERE password_hash LIKE '$argon2id$%'`,
    `SELECT u::text FROM "user" u`,
    `SELECT secret_hash FROM "session"`,
    `SELECT 1 FROM "session" ORDER BY secret_hash LIMIT 1`,
    `SELECT code_hash FROM reset_code`,
    `UPDATE "user" SET display_name = display_name RETURNING password_hash`,
    `UPDATE "session" SET ended_at = ended_at RETURNING secret_hash`,
    `UPDATE "user" SET display_name = password_hash`,
  ])("cannot read a secret of staff: %s", async (sql) => {
    await expect(asWeb(sql)).rejects.toThrow(denied);
  });

  it("reads everything else of them by name", async () => {
    expect(await asWeb(`SELECT id, username, disabled_at FROM "user"`)).toHaveLength(1);
    expect(await asWeb(`SELECT id, user_id, last_seen_at FROM "session"`)).toHaveLength(1);
    expect(await asWeb(`SELECT id, expires_at FROM reset_code`)).toHaveLength(1);
  });

  it("finds a session only by its secret's hash, a used code and a disabled account not at all", async () => {
    expect(await asWeb(`SELECT session_of('unknown') AS id`)).toEqual([{ id: null }]);
    const account = `SELECT password_hash_of('${userId}') AS hash`;
    expect(await asWeb(account)).toMatchObject([{ hash: expect.stringMatching(/^\$argon2id\$/) }]);
    const code = `SELECT reset_code_hash_of(id, '2027-01-01') AS hash FROM reset_code`;
    expect(await asWeb(code), "expired").toEqual([{ hash: null }]);
    await stage.everything.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await asWeb(account)).toEqual([{ hash: null }]);
  });

  it("looks a session up by index, through the fence", async () => {
    const plan = await asWeb<{ "QUERY PLAN": string }>(
      `EXPLAIN (COSTS OFF) SELECT s.id FROM "session" s JOIN "user" u ON u.id = s.user_id
       WHERE s.id = (SELECT session_of('x'))`,
    );
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("session_pkey");
  });
});
