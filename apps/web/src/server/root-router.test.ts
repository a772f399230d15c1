import { permissions } from "@rembuk/domain/access/permissions";
import { describe, expect, it, vi } from "vitest";

vi.mock("next/headers", () => ({
  cookies: async () => new Map(),
  headers: async () => new Headers(),
}));

const { appRouter } = await import("./root-router");

interface Declared {
  readonly _def: { readonly meta?: { readonly permission?: string }; readonly type: string };
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Declared>);

const allowed = new Set<string>([...Object.keys(permissions), "public", "signed-in"]);

/** Reviewed by hand: what anybody may call without signing in. */
const PUBLIC = new Set(["session.redeemResetCode"]);

describe("the router", () => {
  it("is not empty", () => {
    expect(procedures.length).toBeGreaterThan(3);
  });

  it.each(procedures)("%s declares a permission of the table", (_path, procedure) => {
    expect(allowed).toContain(procedure._def.meta?.permission);
  });

  it("opens to everybody only what is listed", () => {
    const open = procedures.filter(([, p]) => p._def.meta?.permission === "public");
    expect(open.map(([path]) => path).filter((path) => !PUBLIC.has(path))).toEqual([]);
  });
});
