import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "./change-password";
import { checkPassword } from "./check-password";
import { findSession } from "./find-session";
import { hashPassword } from "./hash-password";
import { redeemResetCode } from "./redeem-reset-code";
import { addUser, openStage, PASSWORD, type Stage } from "./session.fixture";
import { startSession } from "./start-session";

const CODE = "7KQ2M9XW4T";
const NEW = "sawah luas di hilir";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.end());

async function withCode(username: string): Promise<string> {
  const userId = await addUser(stage.everything, { username });
  await stage.everything.resetCode.create({
    data: {
      id: randomUUID(),
      userId,
      codeHash: await hashPassword(CODE),
      createdById: userId,
      createdAt: stage.ctx.now(),
      expiresAt: new Date(stage.ctx.now().getTime() + 3_600_000),
    },
  });
  return userId;
}

const redeem = (login: string, code = CODE, newPassword = NEW) =>
  redeemResetCode(stage.ctx, { login, code, newPassword });

describe("a one-time code", () => {
  it("sets a new password once and ends every session", async () => {
    const id = await withCode("siti");
    const secret = await startSession(stage.ctx, id, { userAgent: "" });
    await redeem("siti", "7kq2m-9xw4t");
    expect(await checkPassword(stage.ctx, "siti", NEW)).toBe(id);
    expect(await checkPassword(stage.ctx, "siti", PASSWORD)).toBeNull();
    expect(await findSession(stage.ctx, secret, true)).toBeNull();
    await expect(redeem("siti")).rejects.toMatchObject({ code: "RESET_CODE_INVALID" });
  });

  it("answers wrong codes, late codes and unknown accounts alike", async () => {
    await withCode("rusdi");
    const invalid = { kind: "invalid", code: "RESET_CODE_INVALID" };
    await expect(redeem("rusdi", "AAAAAAAAAA")).rejects.toMatchObject(invalid);
    await expect(redeem("rusdi", "short")).rejects.toMatchObject(invalid);
    await expect(redeem("nobody")).rejects.toMatchObject(invalid);
    stage.wait(61);
    await expect(redeem("rusdi")).rejects.toMatchObject(invalid);
  });

  it("keeps the code when the new password is too weak", async () => {
    await withCode("hasnah");
    await expect(redeem("hasnah", CODE, "pendek")).rejects.toMatchObject({ code: "PASSWORD_WEAK" });
    await redeem("hasnah");
  });

  it("works for one of two at the same time", async () => {
    await withCode("zaini");
    const both = await Promise.allSettled([redeem("zaini"), redeem("zaini")]);
    expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
  });
});

describe("changing one's password", () => {
  it("asks for the present one and ends the other sessions", async () => {
    const userId = await addUser(stage.everything, { username: "maulida" });
    const here = await startSession(stage.ctx, userId, { userAgent: "here" });
    const there = await startSession(stage.ctx, userId, { userAgent: "there" });
    const sessionId = (await findSession(stage.ctx, here, true))?.sessionId ?? "";
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(stage.ctx, { userId, sessionId, currentPassword, newPassword });
    await expect(change("salah", NEW)).rejects.toMatchObject({ code: "PASSWORD_WRONG" });
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ code: "PASSWORD_WEAK" });
    await change(PASSWORD, NEW);
    expect(await findSession(stage.ctx, here, true)).not.toBeNull();
    expect(await findSession(stage.ctx, there, true)).toBeNull();
  });
});
