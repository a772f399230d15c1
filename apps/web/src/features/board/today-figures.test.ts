import { describe, expect, it } from "vitest";
import type { Board } from "./board-data";
import type { BoardKind } from "./board-kind";
import { todayFigures } from "./today-figures";

const statuses = ["received", "triaged", "declined", "reopened", "assigned", "in_progress"];
const holders = ["desk", "leaders", "section", "sector"];
const count = (open: number) => ({ open, near: 0, late: 0 });

/** Every state in every kind of hands, each with another number. */
const states = statuses.flatMap((status, at) =>
  holders.map((holderKind, place) => ({ status, holderKind, ...count(10 ** place + at) })),
);
const board = {
  ...{ states, turn: 71, late: 72, dueToday: 73, dueThisWeek: 74 },
  ...{ receivedToday: 75, settledToday: 76 },
  holders: holders.map((kind) => ({
    kind,
    code: null,
    name: null,
    ...count(states.filter((s) => s.holderKind === kind).reduce((n, s) => n + s.open, 0)),
  })),
} as unknown as Board;

/** What the address of a door asks the queue for, counted by hand. */
const behind = (href: string): number | null => {
  const query = new URL(href, "http://x").searchParams;
  const [status, holder] = [query.get("status")?.split(","), query.get("pemegang")];
  if (!status && !holder) return null;
  return states
    .filter((s) => (!status || status.includes(s.status)) && (!holder || s.holderKind === holder))
    .reduce((n, s) => n + s.open, 0);
};

describe("the numbers of the day", () => {
  it.each<BoardKind>(["desk", "section", "sector", "village", "leaders", "regency"])(
    "count what their door asks for: %s",
    (kind) => {
      for (const { count: told, href } of todayFigures(board, kind)) {
        const asked = behind(href);
        if (asked !== null) expect([href, told]).toEqual([href, asked]);
      }
    },
  );

  it("lead to the lists of the day", () => {
    const hrefs = todayFigures(board, "section").map((one) => [one.count, one.href]);
    expect(hrefs).toContainEqual([71, "/antrean?tampilan=giliran"]);
    expect(hrefs).toContainEqual([73, "/antrean?tampilan=terbuka&tenggat=today"]);
    expect(hrefs).toContainEqual([75, "/papan/kasus?gerak=received&sejak=today"]);
  });
});
