import { describe, expect, it } from "vitest";
import { steadyRows } from "./steady-rows";

const row = (id: string, title = id) => ({ id, title });
const list = (ids: string, pages = 1) => ({ rows: [...ids].map((id) => row(id)), pages });

const idsOf = (rows: readonly { id: string; gone: boolean }[]) =>
  rows.map((one) => (one.gone ? `(${one.id})` : one.id)).join("");

describe("a list that is being read", () => {
  it("counts what is new and moves nothing", () => {
    const steady = steadyRows(list("abc"), list("xabyc"));
    expect(idsOf(steady.rows)).toBe("abc");
    expect(steady.arrived).toBe(2);
  });

  it("keeps what is gone where it stood", () => {
    const steady = steadyRows(list("abc"), list("ac"));
    expect(idsOf(steady.rows)).toBe("a(b)c");
    expect(steady.left).toBe(1);
  });

  it("shows new words of a known row in its place", () => {
    const fresh = { rows: [row("b"), row("a", "baru")], pages: 1 };
    expect(steadyRows(list("ab"), fresh).rows[0]?.title).toBe("baru");
  });

  it("appends the page that was asked for", () => {
    const steady = steadyRows(list("abc"), list("xabcde", 2));
    expect(idsOf(steady.rows)).toBe("abcde");
    expect(steady.arrived).toBe(1);
  });
});
