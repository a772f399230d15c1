import { describe, expect, it } from "vitest";
import { keepEqual } from "./keep-equal";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const row = (id: string, minute = 0) => ({ id, dueAt: at(minute), clock: { daysLeft: 3 } });
const page = (...items: readonly object[]) => ({ items, nextCursor: null });

describe("an answer that came again", () => {
  it("is the same one when it says the same, times included", () => {
    const known = page(row("a"), row("b"));
    expect(keepEqual(known, page(row("a"), row("b")))).toBe(known);
  });

  it("keeps the rows that did not change, wherever they stand now", () => {
    const known = page(row("a"), row("b"));
    const kept = keepEqual(known, page(row("new"), row("a"), row("b", 5))) as typeof known;
    expect(kept.items[1]).toBe(known.items[0]);
    expect(kept).toEqual(page(row("new"), row("a"), row("b", 5)));
    expect(kept.items[2]).not.toBe(known.items[1]);
  });

  it("is fresh in all that changed: what went, what came, what became null or a list", () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [{ a: 1, b: 2 }, { a: 1 }],
      [{ a: 1 }, { a: 1, b: undefined }],
      [
        { a: undefined, c: 1 },
        { b: undefined, c: 1 },
      ],
      [{ a: at(1) }, { a: at(2) }],
      [{ a: at(1) }, { a: null }],
      [{ a: [] }, { a: {} }],
      [[1, 2], [1]],
      [undefined, page(row("a"))],
      [new Map([["a", 1]]), new Map([["a", 1]])],
    ];
    for (const [known, fresh] of pairs) {
      const kept = keepEqual(known, fresh);
      expect(kept).toStrictEqual(fresh);
      expect(kept).not.toBe(known);
    }
  });

  it("tells rows without an id by their place", () => {
    const known = [{ n: 1 }, { n: 2 }];
    const kept = keepEqual(known, [{ n: 1 }, { n: 3 }]) as typeof known;
    expect(kept[0]).toBe(known[0]);
    expect(kept[1]).toEqual({ n: 3 });
  });
});
