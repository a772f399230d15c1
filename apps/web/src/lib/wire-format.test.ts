import { expect, it } from "vitest";
import { flatAnswer, flatPage, wireFormat } from "./wire-format";

interface Row {
  readonly number: string;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly total: { readonly dueAt: Date; readonly usedDays: number };
  readonly waiting: { readonly dueAt: Date } | null;
}
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 3, minute, 7, 89));
const row = (changes: Partial<Row> = {}): Row => ({
  number: "BLG-2026-000114",
  receivedAt: at(1),
  closedAt: null,
  total: { dueAt: at(2), usedDays: 3 },
  waiting: null,
  ...changes,
});
const times = {
  receivedAt: true,
  closedAt: true,
  "total.dueAt": true,
  "waiting.dueAt": true,
} as const;
const travelled = (value: unknown) =>
  wireFormat.deserialize(JSON.parse(JSON.stringify(wireFormat.serialize(value))));

it("gives the reader of a flat page what was sent", () => {
  const page = {
    items: [row(), row({ closedAt: at(4), waiting: { dueAt: at(5) } })],
    nextCursor: { key: at(2).toISOString(), id: "x" },
  };
  const expected = structuredClone(page);
  expect(travelled(flatPage(page, times))).toEqual(expected);
  expect(travelled(flatPage({ items: [] as Row[], nextCursor: null }, times))).toEqual({
    items: [],
    nextCursor: null,
  });
});

it("leaves text that only looks like a time as it is", () => {
  const page = flatPage({ items: [row({ number: "2026-11-22T03:01:07.089Z" })] }, times);
  const [{ number, receivedAt }] = (travelled(page) as typeof page).items as [Row];
  expect(number).toBe("2026-11-22T03:01:07.089Z");
  expect(receivedAt).toEqual(at(1));
});

it("sends everything else as superjson does, times inside included", () => {
  const value = { when: at(3), set: new Set(["a"]), nothing: undefined };
  expect(travelled(value)).toEqual(value);
});

it("does not let a time be forgotten", () => {
  const { receivedAt: _, ...forgotten } = times;
  // @ts-expect-error receivedAt is missing
  flatPage({ items: [row()] }, forgotten);
});

interface Whole {
  readonly title: string;
  readonly receivedAt: Date;
  readonly office: { readonly name: string } | null;
  readonly notes: readonly { readonly body: string; readonly createdAt: Date }[];
  readonly carriedBy: { readonly opens: { readonly receivedAt: Date } | null } | null;
  readonly steps: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
}
const wholeTimes = {
  receivedAt: true,
  "notes[].createdAt": true,
  "carriedBy.opens.receivedAt": true,
} as const;

it("gives the reader of one flat answer what was sent, times in its lists included", () => {
  const whole: Whole = {
    title: "2026-11-22T03:01:07.089Z",
    receivedAt: at(1),
    office: { name: "x" },
    notes: [
      { body: "a", createdAt: at(2) },
      { body: "b", createdAt: at(3) },
    ],
    carriedBy: { opens: { receivedAt: at(4) } },
    steps: ["note"],
    payload: { at: at(5).toISOString() },
  };
  for (const value of [whole, { ...whole, notes: [], carriedBy: null, office: null }]) {
    expect(travelled(flatAnswer<Whole>(value, wholeTimes))).toEqual(structuredClone(value));
  }
});

it("does not let a time of a list be forgotten", () => {
  const { "notes[].createdAt": _, ...forgotten } = wholeTimes;
  // @ts-expect-error notes[].createdAt is missing
  flatAnswer<Whole>({} as Whole, forgotten);
});
