import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Permission } from "@rembuk/domain/access/permissions";
import { can, canInArea, holds } from "@rembuk/domain/access/policy";
import { roles } from "@rembuk/domain/access/roles";
import { openCase } from "@rembuk/services/cases/open-case";
import { referCase } from "@rembuk/services/cases/refer-case";
import { routeCase } from "@rembuk/services/cases/route-case";
import { triageCase } from "@rembuk/services/cases/triage-case";
import type { ServiceContext } from "@rembuk/services/context";
import { act, openCommand } from "@rembuk/services/testing/case-journey";
import { openPartner } from "@rembuk/services/testing/partners";
import { storedCase } from "@rembuk/services/testing/stored-case";
import {
  createWorld,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  paron,
  type World,
} from "@rembuk/services/testing/world";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aboutCase, aboutPlace, gateOnly, overview, type Target } from "./testing/procedure-calls";
import { areaOf, outcomeOn, sectorOf } from "./testing/router-calls";

vi.mock("next/headers", () => ({
  cookies: async () => new Map(),
  headers: async () => new Headers(),
}));
vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1/none");
vi.stubEnv("AUTH_SECRET", randomUUID() + randomUUID());
vi.stubEnv("FIELD_KEYS_FILE", "none");
vi.stubEnv("PUBLIC_URL", "http://localhost");
vi.stubEnv("FILES_DIR", join(tmpdir(), `matrix-${randomUUID()}`));

const { appRouter } = await import("./root-router");
const outcomeOf = outcomeOn(appRouter);

interface Declared {
  readonly _def: { readonly meta?: { readonly permission: string }; readonly type: string };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Declared>);

let world: World;
const targets: Record<string, Target> = {};
const actors: [string, ServiceContext | null][] = [];
const seed = async (name: string, change: Parameters<typeof openCommand>[0], target?: string) => {
  const village = change?.villageCode ?? murungAbuin;
  const desk = await world.contextFor("triage-officer", village.slice(0, 8), {
    sectorCode: "SEED",
    clearance: true,
  });
  const { id, number } = await openCase(
    desk,
    openCommand({
      title: `KENARI ${name}`,
      description: `KENARI cerita ${name}`,
      reporter: { name: `KENARI${name}`, nik: "9999014101900001", phone: "086000000101" },
      ...change,
    }),
  );
  let version = 0;
  if (target) {
    version = (await triageCase(desk, act(id, 0))).version;
    version = (await routeCase(desk, { ...act(id, version), target, instruction: "x" })).version;
  }
  targets[name] = { id, version, number };
};

/** Asks an organisation for help on a seeded case: its people read that one, no other. */
const refer = async (name: string, target: string) => {
  const { id, version, number } = targets[name] as Target;
  const desk = await world.contextFor("triage-officer", liyu.slice(0, 8));
  const asked = { target, asked: `KENARI ${name}`, mandatory: false, limitDays: 3 };
  const changed = await referCase(desk, { ...act(id, version), referrals: [asked] });
  targets[name] = { id, version: changed.version, number };
};

beforeAll(async () => {
  world = await createWorld();
  await seed("ownVillage", {});
  await seed("otherVillage", { villageCode: lingsir });
  await seed("otherKecamatan", { villageCode: liyu });
  await seed("otherSector", { villageCode: liyu }, "DINKES");
  await seed("ownSector", { villageCode: liyu }, "DPMD");
  await seed("secret", { privacy: "SECRET" }, "DINKES");
  await seed("supervisory", { categoryCode: "SUP-FRAUD" });
  await seed("aboutVillage", { reportedParty: murungAbuin });
  await seed("aboutSector", { reportedParty: "63.11:DPMD" });
  await seed("aboutOffice", { reportedParty: paringinSelatan });
  const own = await openPartner(world, "63.11", "Yayasan sendiri");
  await refer("ownSector", own.party);
  await refer("otherSector", (await openPartner(world, "63.11", "Yayasan lain")).party);
  for (const role of roles) {
    const sectorCode = sectorOf[role] ?? null;
    const isPartner = role === "partner-organisation";
    const person = isPartner ? own.person : world.contextFor(role, areaOf(role), { sectorCode });
    actors.push([role, await person]);
  }
  actors.push(["anonymous", null]);
}, 60_000);
afterAll(() => world.drop());

/** Names of the seeded cases that this person may not read. */
const outOfReach = async (service: ServiceContext | null): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, { id }] of Object.entries(targets)) {
    const kase = await storedCase(world, id);
    if (service === null || !can(service.actor, "case.read", kase)) found.push(name);
  }
  return found;
};

/** Break-glass is the one call that opens what is out of reach: to whom and which, domain.md says. */
const breakers = ["triage-officer", "subdistrict-secretary", "subdistrict-head"];
const mayBreak = (service: ServiceContext | null, target: string): boolean =>
  target === "secret" &&
  (service?.actor.assignments.some((a) => breakers.includes(a.role)) ?? false);

const traces = async () => ({
  events: await world.everything.domainEvent.count(),
  notes: await world.everything.caseNote.count(),
  reads: await world.everything.accessLog.count(),
  files: await world.everything.attachment.count(),
  actions: await world.everything.clientAction.count(),
  versions: await world.everything.case.findMany({
    select: { id: true, version: true, status: true },
    orderBy: { id: "asc" },
  }),
});
const permissionOf = (path: string): Permission =>
  procedures.find(([known]) => known === path)?.[1]._def.meta?.permission as Permission;
const refusals = ["NOT_FOUND", "FORBIDDEN", "UNAUTHORIZED"];

describe("the authorisation matrix", () => {
  it("knows every procedure of the router, and none that is gone", () => {
    const known = [
      ...new Set([aboutCase, overview, aboutPlace].flatMap((table) => Object.keys(table))),
      ...gateOnly,
    ].sort();
    expect(known).toEqual(procedures.map(([path]) => path).sort());
  });

  it("holds a partner's people to what their own organisation was asked", async () => {
    const [, partner] = actors.find(([name]) => name === "partner-organisation") ?? [];
    const hidden = await outOfReach(partner ?? null);
    expect(Object.keys(targets).filter((name) => !hidden.includes(name))).toEqual(["ownSector"]);
  });

  it("is refused at the gate to whoever never holds the permission, and to nobody signed in", async () => {
    for (const [path, { _def }] of procedures) {
      const permission = _def.meta?.permission;
      if (permission === "public" || _def.type === "subscription") continue;
      for (const [name, service] of actors) {
        if (
          service &&
          (permission === "signed-in" || holds(service.actor, permission as Permission))
        )
          continue;
        const { code } = await outcomeOf(service, path, undefined);
        expect([path, name, code]).toEqual([path, name, service ? "FORBIDDEN" : "UNAUTHORIZED"]);
      }
    }
  });

  it("refuses every call about a case out of reach, and nothing changes", async () => {
    const before = await traces();
    let tried = 0;
    for (const [name, service] of actors) {
      for (const hidden of await outOfReach(service)) {
        const target = targets[hidden] as Target;
        await Promise.all(
          Object.entries(aboutCase).map(async ([path, inputOf]) => {
            if (path === "glass.break" && mayBreak(service, hidden)) return;
            const { code, text } = await outcomeOf(service, path, inputOf(target));
            tried += 1;
            expect(refusals, `${path} by ${name} on ${hidden}: ${code} ${text}`).toContain(code);
            expect(text).not.toContain("KENARI");
          }),
        );
      }
    }
    expect(await traces()).toEqual(before);
    expect(tried).toBeGreaterThan(5_000);
  }, 60_000);

  it("refuses a place out of reach", async () => {
    const before = await traces();
    for (const [name, service] of actors) {
      for (const [path, inputOf] of Object.entries(aboutPlace)) {
        const permission = permissionOf(path);
        if (service && canInArea(service.actor, permission, { areaCode: paron })) continue;
        const { code } = await outcomeOf(service, path, inputOf());
        expect(refusals, `${path} by ${name}: ${code}`).toContain(code);
      }
    }
    expect(await traces()).toEqual(before);
  });

  it("leaves nothing of it in any list, count, board, trail or search", async () => {
    const leaks: string[] = [];
    const answered = new Set<string>();
    for (const [name, service] of actors) {
      const hidden = await outOfReach(service);
      for (const [path, inputs] of Object.entries(overview)) {
        for (const input of inputs) {
          const { code, text } = await outcomeOf(service, path, input);
          if (code === "OK") answered.add(path);
          if (code === "BAD_REQUEST" || code === "THROWN")
            leaks.push(`${path} cannot be called: ${text}`);
          for (const one of hidden) {
            const { id, number } = targets[one] as Target;
            // The trail of an office names numbers, never more; of secret ones to nobody, and
            // supervisory ones are the auditor's.
            const shut = ["secret", "supervisory", "aboutOffice"];
            const isTrail = path === "audit.list" && !shut.includes(one);
            const words = [id, `KENARI ${one}`, `KENARI${one}`, ...(isTrail ? [] : [number])];
            if (words.some((word) => text.includes(word))) leaks.push(`${path} ${name} ${one}`);
          }
        }
      }
    }
    expect([...new Set(leaks)]).toEqual([]);
    expect([...answered].sort()).toEqual(Object.keys(overview).sort());
  }, 60_000);

  // Last: what it opens is named to who opened it.
  it("opens the secret case of the own office by break-glass, to its officers alone", async () => {
    const done: string[] = [];
    for (const [name, service] of actors) {
      const input = { ...aboutCase["glass.break"]?.(targets.secret as Target) };
      const { code } = await outcomeOf(service, "glass.break", input);
      if (code === "OK") done.push(name);
    }
    expect(done.sort()).toEqual([...breakers].sort());
  });
});
