import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPassword } from "./check-password";
import { endSession } from "./end-session";
import { findSession } from "./find-session";
import { addUser, openStage, PASSWORD, type Stage } from "./session.fixture";
import { startSession } from "./start-session";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.end());

const open = async (username: string, role?: string) => {
  const userId = await addUser(stage.everything, { username, role });
  return { userId, secret: await startSession(stage.ctx, userId, { userAgent: "test" }) };
};

describe("a session", () => {
  it("answers the person with running assignments in words", async () => {
    const { userId, secret } = await open("siti");
    const session = await findSession(stage.ctx, secret, true);
    expect(session?.actor).toMatchObject({ userId, assignments: [{ role: "triage-officer" }] });
    expect(session?.places[0]).toMatchObject({ areaName: "Paringin Selatan", zone: "WITA" });
    expect(session?.idleMinutes).toBe(30);
  });

  it("keeps its secret out of the table", async () => {
    const { userId, secret } = await open("sulaiman");
    const row = await stage.everything.session.findFirstOrThrow({ where: { userId } });
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it("is nobody's after sign-out, from the next request on", async () => {
    const { secret } = await open("rusdi");
    await endSession(stage.ctx, secret);
    expect(await findSession(stage.ctx, secret, true)).toBeNull();
  });

  it("ends after 30 idle minutes at a desk; what a page does by itself is no activity", async () => {
    const { secret } = await open("hasnah");
    stage.wait(20);
    expect(await findSession(stage.ctx, secret, true)).not.toBeNull();
    stage.wait(20);
    expect(await findSession(stage.ctx, secret, false)).not.toBeNull();
    stage.wait(20);
    expect(await findSession(stage.ctx, secret, true)).toBeNull();
  });

  it("lasts 12 idle hours in the field", async () => {
    const { secret } = await open("zaini", "field-officer");
    stage.wait(11 * 60);
    expect(await findSession(stage.ctx, secret, true)).not.toBeNull();
    stage.wait(12 * 60 + 1);
    expect(await findSession(stage.ctx, secret, true)).toBeNull();
  });

  it("ends with the account", async () => {
    const { userId, secret } = await open("yulian");
    await stage.everything.user.update({
      where: { id: userId },
      data: { disabledAt: stage.ctx.now() },
    });
    expect(await findSession(stage.ctx, secret, true)).toBeNull();
  });

  it("loses a role the day after its assignment ended", async () => {
    const { userId, secret } = await open("darma");
    const yesterday = new Date(stage.ctx.now().getTime() - 48 * 3_600_000);
    await stage.everything.assignment.updateMany({
      where: { userId },
      data: { endsOn: yesterday },
    });
    expect((await findSession(stage.ctx, secret, true))?.actor.assignments).toEqual([]);
  });

  it("is not opened by a guess", async () => {
    expect(await findSession(stage.ctx, "nothing", true)).toBeNull();
    expect(await findSession(stage.ctx, "", true)).toBeNull();
  });
});

describe("a password", () => {
  it("opens by user name or e-mail in any case, and by nothing else", async () => {
    const id = await addUser(stage.everything, { username: "maulida" });
    expect(await checkPassword(stage.ctx, " Maulida ", PASSWORD)).toBe(id);
    expect(await checkPassword(stage.ctx, "maulida@kantor.example", PASSWORD)).toBe(id);
    expect(await checkPassword(stage.ctx, "maulida", "salah sama sekali")).toBeNull();
    expect(await checkPassword(stage.ctx, "bukan siapa-siapa", PASSWORD)).toBeNull();
  });

  it("does not open an ended account", async () => {
    const id = await addUser(stage.everything, { username: "lama" });
    await stage.everything.user.update({ where: { id }, data: { disabledAt: stage.ctx.now() } });
    expect(await checkPassword(stage.ctx, "lama", PASSWORD)).toBeNull();
  });
});
