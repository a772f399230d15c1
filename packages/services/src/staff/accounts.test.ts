import { randomUUID } from "node:crypto";
import type { Role } from "@rembuk/domain/access/roles";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import type { AssignRoleCommand, InviteUserCommand } from "@rembuk/domain/staff/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import {
  at,
  createWorld,
  halong,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { assignRole } from "./assign-role";
import { checkPassword } from "./check-password";
import { disableUser } from "./disable-user";
import { endAssignment } from "./end-assignment";
import { findSession } from "./find-session";
import { inviteUser } from "./invite-user";
import { redeemResetCode } from "./redeem-reset-code";
import { resetPassword } from "./reset-password";
import { revokeDevice } from "./revoke-device";
import { startSession } from "./start-session";
import { listDevices, listUsers } from "./user-queries";

let world: World;
let admin: ServiceContext;
let system: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  system = await world.contextFor("administrator", "");
});
afterAll(() => world.drop());

let serial = 0;
const invitation = (change: Partial<InviteUserCommand> = {}): InviteUserCommand => {
  serial += 1;
  return {
    clientActionId: randomUUID(),
    areaCode: murungAbuin,
    username: `parsel.orang-${serial}`,
    displayName: `Orang ${String(serial).padStart(3, "0")} (fiktif)`,
    ...change,
  };
};
const appointment = (
  userId: string,
  change: Partial<AssignRoleCommand> = {},
): AssignRoleCommand => ({
  clientActionId: randomUUID(),
  userId,
  role: "village-officer",
  areaCode: murungAbuin,
  clearance: false,
  startsOn: "2026-11-01",
  decreeNumber: "SK 141/12/2026",
  ...change,
});
const on = (userId: string) => ({ clientActionId: randomUUID(), userId });

const password = "titian bambu lapuk";
/** An invited person with a password and one role; answers who, the session and the assignment. */
const working = async (change: Partial<AssignRoleCommand> = {}, by = admin) => {
  const command = invitation();
  const { userId, code } = await inviteUser(by, command);
  const { assignmentId } = await assignRole(by, appointment(userId, change));
  await redeemResetCode(world.contextOf(by.actor), {
    login: command.username,
    code: code ?? "",
    newPassword: password,
  });
  const session = await startSession(by, userId, { userAgent: "test" });
  return { userId, assignmentId, session, username: command.username };
};
const eventsOf = (userId: string) =>
  world.everything.domainEvent.findMany({
    where: { subject: `user/${userId}` },
    orderBy: { id: "asc" },
  });
const outcomeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return "done";
  } catch (error) {
    return isDomainError(error) ? error.code : `fault: ${String(error)}`;
  }
};

describe("inviting", () => {
  it("makes an account that only its one-time code opens", async () => {
    const command = invitation({ phone: "0812-3456-7890", email: "orang@kantor.example" });
    const { userId, code } = await inviteUser(admin, command);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    const user = await world.everything.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user).toMatchObject({
      passwordHash: null,
      mustChangePassword: true,
      phone: "+6281234567890",
      createdById: admin.actor.userId,
    });
    const codes = await world.everything.resetCode.findMany({ where: { userId } });
    expect(codes).toHaveLength(1);
    expect(codes[0]?.codeHash).toMatch(/^\$argon2id\$/);
    expect(codes[0]?.expiresAt).toEqual(new Date(world.clock.now.getTime() + 72 * 3_600_000));
    await redeemResetCode(admin, {
      login: command.username,
      code: code ?? "",
      newPassword: password,
    });
    expect(await checkPassword(admin, command.username, password)).toBe(userId);
  });

  it("is recorded without a name, a number or the code", async () => {
    const command = invitation({ displayName: "Kenari Kuning", phone: "0860-0000-0123" });
    const { userId, code } = await inviteUser(admin, command);
    const events = await eventsOf(userId);
    expect(events).toEqual([
      expect.objectContaining({
        type: "staff.user-invited",
        actorId: admin.actor.userId,
        subdistrictCode: paringinSelatan,
        payload: { areaCode: murungAbuin },
      }),
    ]);
    const kept = await world.everything.clientAction.findMany({
      where: { id: command.clientActionId },
    });
    const text = JSON.stringify([events, kept.map((k) => k.result)]);
    for (const word of ["Kenari", "8600000123", code ?? "", (code ?? "").replace("-", "")]) {
      expect(text).not.toContain(word);
    }
  });

  it("again with the same act makes one account and shows the code once", async () => {
    const command = invitation();
    const answers = await Promise.all(Array.from({ length: 8 }, () => inviteUser(admin, command)));
    expect(new Set(answers.map((a) => a.userId)).size).toBe(1);
    expect(answers.filter((a) => a.code !== null)).toHaveLength(1);
    const username = command.username;
    expect(await world.everything.user.count({ where: { username } })).toBe(1);
  });

  it("refuses a name, a phone or an e-mail that somebody has", async () => {
    const first = invitation({ phone: "0812-1111-2222", email: "sama@kantor.example" });
    await inviteUser(admin, first);
    const again = (change: Partial<InviteUserCommand>) => inviteUser(admin, invitation(change));
    const taken = (field: string) => ({
      code: "USERNAME_TAKEN",
      kind: "conflict",
      details: { field },
    });
    await expect(again({ username: first.username })).rejects.toMatchObject(taken("username"));
    await expect(again({ phone: "+6281211112222" })).rejects.toMatchObject(taken("phone"));
    await expect(again({ email: "sama@kantor.example" })).rejects.toMatchObject(taken("email"));
    const race = await Promise.allSettled([
      again({ username: "parsel.balapan" }),
      again({ username: "parsel.balapan" }),
    ]);
    const lost = race.find((r) => r.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "USERNAME_TAKEN" });
  });
});

describe("assigning a role", () => {
  it("takes effect on the next request, and ending it too", async () => {
    const { userId, session, assignmentId } = await working();
    const rolesNow = async () =>
      (await findSession(admin, session, true))?.actor.assignments.map(
        (a) => `${a.role} ${a.areaCode}`,
      );
    expect(await rolesNow()).toEqual([`village-officer ${murungAbuin}`]);
    const second = { role: "triage-officer" as const, areaCode: paringinSelatan, clearance: true };
    await assignRole(admin, appointment(userId, second));
    expect(await rolesNow()).toHaveLength(2);
    await endAssignment(admin, { clientActionId: randomUUID(), assignmentId });
    expect(await rolesNow()).toEqual([`triage-officer ${paringinSelatan}`]);
    expect((await eventsOf(userId)).map((e) => e.type)).toEqual([
      "staff.user-invited",
      "staff.role-assigned",
      "staff.role-assigned",
      "staff.assignment-ended",
    ]);
    const again = () => endAssignment(admin, { clientActionId: randomUUID(), assignmentId });
    expect(await outcomeOf(again)).toBe("ASSIGNMENT_NOT_FOUND");
  });

  it("of a period begins and ends with it", async () => {
    const { session } = await working({ startsOn: "2026-11-23", endsOn: "2026-11-30" });
    const count = async (time: string) => {
      const ctx = { db: world.db, reads: world.reads, now: () => at(time) };
      await world.everything.session.updateMany({
        data: { lastSeenAt: at(time), expiresAt: at("2027-01-01 00:00") },
      });
      return (await findSession(ctx, session, false))?.actor.assignments.length;
    };
    expect(await count("2026-11-22 23:59")).toBe(0);
    expect(await count("2026-11-23 00:00")).toBe(1);
    expect(await count("2026-11-30 23:59")).toBe(1);
    expect(await count("2026-12-01 00:00")).toBe(0);
  });

  it("refuses what makes no sense", async () => {
    const { userId } = await inviteUser(admin, invitation());
    const attempt = (change: Partial<AssignRoleCommand>, by = admin) =>
      outcomeOf(() => assignRole(by, appointment(userId, change)));
    expect(await attempt({ areaCode: "63.11.07.2999" })).toBe("INPUT_INVALID");
    expect(await attempt({ role: "section-head", areaCode: paringinSelatan })).toBe(
      "INPUT_INVALID",
    );
    const nowhere = {
      role: "section-head",
      areaCode: paringinSelatan,
      sectorCode: "NOPE",
    } as const;
    expect(await attempt(nowhere)).toBe("INPUT_INVALID");
    expect(await attempt({ clearance: true })).toBe("INPUT_INVALID");
    expect(await attempt({})).toBe("done");
    expect(await attempt({})).toBe("INPUT_INVALID");
    const stranger = outcomeOf(() => assignRole(admin, appointment(randomUUID())));
    expect(await stranger).toBe("USER_NOT_FOUND");
  });
});

describe("a reset", () => {
  it("voids the password and every session at once; only the newest code opens", async () => {
    const { userId, session, username } = await working();
    const first = await resetPassword(admin, on(userId));
    expect(await findSession(admin, session, true)).toBeNull();
    expect(await checkPassword(admin, username, password)).toBeNull();
    const command = on(userId);
    const second = await resetPassword(admin, command);
    expect(await resetPassword(admin, command)).toEqual({ userId, code: null });
    const redeem = (code: string | null) =>
      outcomeOf(() =>
        redeemResetCode(admin, {
          login: username,
          code: code ?? "",
          newPassword: "sawah luas di hilir",
        }),
      );
    expect(await redeem(first.code)).toBe("RESET_CODE_INVALID");
    expect(await redeem(second.code)).toBe("done");
    const last = (await eventsOf(userId)).filter((e) => e.type === "staff.password-reset");
    expect(last.map((e) => e.payload)).toEqual([{ sessionsEnded: 1 }, { sessionsEnded: 0 }]);
  });

  it("the code ends after 72 hours", async () => {
    const command = invitation();
    const { code } = await inviteUser(admin, command);
    const later = {
      db: world.db,
      now: () => new Date(world.clock.now.getTime() + 72 * 3_600_000 + 1),
    };
    const late = () =>
      redeemResetCode(later, { login: command.username, code: code ?? "", newPassword: password });
    expect(await outcomeOf(late)).toBe("RESET_CODE_INVALID");
  });
});

describe("disabling", () => {
  it("ends sign-in, sessions, devices and what is left to redeem", async () => {
    const { userId, session, username } = await working();
    const deviceId = randomUUID();
    await world.everything.device.create({
      data: {
        id: deviceId,
        userId,
        areaCode: murungAbuin,
        label: "HP",
        lastSeenAt: world.clock.now,
      },
    });
    await disableUser(admin, on(userId));
    expect(await findSession(admin, session, true)).toBeNull();
    expect(await checkPassword(admin, username, password)).toBeNull();
    const device = await world.everything.device.findUniqueOrThrow({ where: { id: deviceId } });
    expect(device).toMatchObject({ revokedAt: world.clock.now, revokedById: admin.actor.userId });
    for (const again of [
      () => disableUser(admin, on(userId)),
      () => resetPassword(admin, on(userId)),
      () => assignRole(admin, appointment(userId, { areaCode: "63.11.07.2015" })),
    ]) {
      expect(await outcomeOf(again)).toBe("USER_NOT_FOUND");
    }
  });
});

describe("who may not", () => {
  const roleAt: readonly [Role, string, string | null][] = [
    ["triage-officer", paringinSelatan, null],
    ["village-head", murungAbuin, null],
    ["section-head", paringinSelatan, "KASI_PMD"],
    ["sector-lead", "63.11", "DPMD"],
    ["inspectorate", "63.11", "INSPEKTORAT"],
    ["auditor", "63.11", null],
    ["regency-officer", "63.11", null],
    ["regional-coach", "63", null],
    ["reporter", murungAbuin, null],
    ["subdistrict-admin", halong, null],
  ];
  const acts = (
    ctx: ServiceContext,
    target: { userId: string; assignmentId: string },
    deviceId: string,
  ) => [
    () => inviteUser(ctx, invitation()),
    () => assignRole(ctx, appointment(target.userId, { areaCode: "63.11.07.2015" })),
    () => endAssignment(ctx, { clientActionId: randomUUID(), assignmentId: target.assignmentId }),
    () => resetPassword(ctx, on(target.userId)),
    () => disableUser(ctx, on(target.userId)),
    () => revokeDevice(ctx, { clientActionId: randomUUID(), deviceId, reason: "Ponsel hilang" }),
    () => listDevices(ctx, { areaCode: paringinSelatan }),
  ];
  const imprint = async () =>
    JSON.stringify(
      await Promise.all([
        world.everything.user.findMany({
          where: { username: { startsWith: "parsel." } },
          orderBy: { id: "asc" },
        }),
        world.everything.resetCode.count(),
        world.everything.session.count({ where: { endedAt: null } }),
        world.everything.device.count({ where: { revokedAt: null } }),
        world.everything.domainEvent.count(),
      ]),
    );

  it("every other role, and the administrator of another kecamatan, changes nothing", async () => {
    const target = await working();
    const deviceId = randomUUID();
    await world.everything.device.create({
      data: {
        id: deviceId,
        userId: target.userId,
        areaCode: murungAbuin,
        label: "HP",
        lastSeenAt: world.clock.now,
      },
    });
    const contexts = await Promise.all(
      roleAt.map(([role, area, sectorCode]) =>
        world.contextFor(role, area, { sectorCode, clearance: true }),
      ),
    );
    const before = await imprint();
    for (const ctx of contexts) {
      const outcomes = await Promise.all(acts(ctx, target, deviceId).map(outcomeOf));
      const refusals = ["FORBIDDEN", "USER_NOT_FOUND", "ASSIGNMENT_NOT_FOUND", "DEVICE_NOT_FOUND"];
      expect(
        outcomes.filter((o) => !refusals.includes(o)),
        ctx.actor.name,
      ).toEqual([]);
    }
    expect(await imprint()).toBe(before);
  });

  it("the camat invites and reads, and gives no role", async () => {
    const camat = await world.contextFor("subdistrict-head", paringinSelatan);
    const { userId } = await inviteUser(camat, invitation());
    expect(await outcomeOf(() => assignRole(camat, appointment(userId)))).toBe("FORBIDDEN");
    expect(await outcomeOf(() => resetPassword(camat, on(userId)))).toBe("FORBIDDEN");
    expect(await outcomeOf(() => assignRole(admin, appointment(userId)))).toBe("done");
  });

  it("nobody acts on the own account", async () => {
    for (const ctx of [admin, system]) {
      const me = ctx.actor.userId;
      const assignmentId = ctx.actor.assignments[0]?.id ?? "";
      const outcomes = [
        await outcomeOf(() => assignRole(ctx, appointment(me))),
        await outcomeOf(() => resetPassword(ctx, on(me))),
        await outcomeOf(() => disableUser(ctx, on(me))),
        await outcomeOf(() => endAssignment(ctx, { clientActionId: randomUUID(), assignmentId })),
      ];
      expect(outcomes).toEqual(["OWN_ACCOUNT", "OWN_ACCOUNT", "OWN_ACCOUNT", "OWN_ACCOUNT"]);
    }
  });

  it("a kecamatan's administrator makes nobody of a higher or the own kind, nor elsewhere", async () => {
    const { userId } = await inviteUser(admin, invitation());
    const attempt = (role: Role, areaCode: string) =>
      outcomeOf(() => assignRole(admin, appointment(userId, { role, areaCode })));
    expect(await attempt("subdistrict-admin", paringinSelatan)).toBe("ASSIGNMENT_OUT_OF_REACH");
    for (const [role, area] of [
      ["administrator", ""],
      ["regional-coach", "63"],
      ["inspectorate", "63.11"],
      ["regency-officer", "63.11"],
      ["auditor", "63.11"],
      ["village-officer", liyu],
      ["triage-officer", halong],
    ] as const) {
      expect(await attempt(role, area)).toBe("FORBIDDEN");
    }
  });

  it("resets nobody who also works beyond the kecamatan: it would be that person's power", async () => {
    const target = await working();
    await assignRole(
      system,
      appointment(target.userId, { role: "regency-officer", areaCode: "63.11" }),
    );
    expect(await outcomeOf(() => resetPassword(admin, on(target.userId)))).toBe("USER_NOT_FOUND");
    expect(await outcomeOf(() => disableUser(admin, on(target.userId)))).toBe("USER_NOT_FOUND");
    expect(await outcomeOf(() => resetPassword(system, on(target.userId)))).toBe("done");
  });
});

describe("the people of an area", () => {
  const all = async (ctx: ServiceContext, areaCode: string, limit = 100) => {
    const items: Awaited<ReturnType<typeof listUsers>>["items"][number][] = [];
    let cursor: { name: string; id: string } | null = null;
    do {
      const page: Awaited<ReturnType<typeof listUsers>> = await listUsers(ctx, {
        areaCode,
        limit,
        cursor,
      });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  };

  it("are those with a role there or invited to it, each once, whatever the page", async () => {
    const { userId: invited } = await inviteUser(admin, invitation());
    const { userId: elsewhere } = await inviteUser(system, invitation({ areaCode: liyu }));
    await assignRole(system, appointment(elsewhere, { areaCode: liyu }));
    const whole = await all(admin, paringinSelatan);
    const ids = whole.map((u) => u.id);
    expect(ids).toContain(invited);
    expect(ids).not.toContain(elsewhere);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await all(admin, paringinSelatan, 3)).map((u) => u.id)).toEqual(ids);
    expect((await all(system, "")).map((u) => u.id)).toContain(elsewhere);
  });

  it("do not tell of roles elsewhere, of passwords, nor of phones to readers without that task", async () => {
    const target = await working();
    await assignRole(system, appointment(target.userId, { role: "auditor", areaCode: "63.11" }));
    const found = (await all(admin, paringinSelatan)).find((u) => u.id === target.userId);
    expect(found?.assignments.map((a) => [a.role, a.state, a.mayEnd])).toEqual([
      ["village-officer", "running", true],
    ]);
    expect(JSON.stringify(await all(system, ""))).not.toContain("$argon2id$");
    await inviteUser(admin, invitation({ phone: "0812-9999-8888" }));
    const camat = await world.contextFor("subdistrict-head", paringinSelatan);
    expect(JSON.stringify(await all(admin, paringinSelatan))).toContain("81299998888");
    expect(JSON.stringify(await all(camat, paringinSelatan))).not.toContain("81299998888");
  });

  it("are closed to another kecamatan and to those who work on cases", async () => {
    const strangers = await Promise.all([
      world.contextFor("subdistrict-admin", halong),
      world.contextFor("triage-officer", paringinSelatan),
      world.contextFor("village-officer", murungAbuin),
    ]);
    for (const ctx of strangers) {
      expect(await outcomeOf(() => listUsers(ctx, { areaCode: paringinSelatan, limit: 10 }))).toBe(
        "FORBIDDEN",
      );
    }
    expect(await outcomeOf(() => listUsers(admin, { areaCode: "63.11", limit: 10 }))).toBe(
      "FORBIDDEN",
    );
    expect(await outcomeOf(() => listUsers(admin, { areaCode: "", limit: 10 }))).toBe("FORBIDDEN");
  });

  it("a device of the area is listed and revoked once", async () => {
    const { userId } = await working();
    const deviceId = randomUUID();
    await world.everything.device.create({
      data: {
        id: deviceId,
        userId,
        areaCode: murungAbuin,
        label: "HP lapangan",
        lastSeenAt: world.clock.now,
      },
    });
    const mine = async () =>
      (await listDevices(admin, { areaCode: paringinSelatan })).find((d) => d.id === deviceId);
    expect(await mine()).toMatchObject({ label: "HP lapangan", revokedAt: null, unsynced: 0 });
    await revokeDevice(admin, { clientActionId: randomUUID(), deviceId, reason: "Ponsel hilang" });
    expect((await mine())?.revokedAt).toEqual(world.clock.now);
    const again = () =>
      revokeDevice(admin, { clientActionId: randomUUID(), deviceId, reason: "Ponsel hilang" });
    expect(await outcomeOf(again)).toBe("DEVICE_NOT_FOUND");
  });
});
