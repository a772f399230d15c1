import { describe, expect, it } from "vitest";
import { usualLook } from "./queue-look";
import { groupOf, groupRows } from "./row-groups";

const row = (id: string, villageCode: string, leadSectorCode: string | null = null) => ({
  ...{ id, villageCode, leadSectorCode, dueAt: new Date("2026-11-30T00:00:00Z") },
  status: "received",
});
const counted = [
  { code: "b", name: "Anjir", count: 40, late: 3 },
  { code: "a", name: "Bata", count: 2, late: 0 },
];
const now = new Date("2026-11-22T00:00:00Z");
const grouping = { order: "due", now, zone: "WITA", counted, hasMore: false } as const;

describe("rows under headings", () => {
  it("stand under deadlines only where that is their order", () => {
    expect(groupOf(usualLook, "due")).toBe("due");
    expect(groupOf(usualLook, "number")).toBe("none");
    expect(groupOf({ ...usualLook, group: "village" }, "number")).toBe("village");
  });

  it("stand under their village, with the count of all of it and not of what is loaded", () => {
    const rows = [row("1", "b"), row("2", "a"), row("3", "b")];
    const groups = groupRows(rows, { ...grouping, by: "village" });
    expect(groups.map(({ key, rows: members }) => [key, members.map(({ id }) => id)])).toEqual([
      ["b", ["1", "3"]],
      ["a", ["2"]],
    ]);
    expect(groups[0]?.heading).toMatchObject({ count: 40, late: 3, name: "Anjir" });
  });

  it("count under a deadline what is loaded only when that is all; else what the server counted, or nothing", () => {
    const rows = [row("1", "a"), row("2", "b")];
    const due = { ...grouping, by: "due" } as const;
    const count = (more: Partial<Parameters<typeof groupRows>[1]>) =>
      groupRows(rows, { ...due, ...more }).map(({ heading }) => heading);
    expect(count({})).toEqual([{ by: "due", due: "later", count: 2 }]);
    const known = [{ code: "later", name: "later", count: 931, late: 0 }];
    expect(count({ hasMore: true, counted: known })).toMatchObject([{ count: 931 }]);
    expect(count({ hasMore: true, counted: [] })).toMatchObject([{ count: 0 }]);
  });

  it("stand under no sector until one leads them, and are never lost", () => {
    const rows = [row("1", "a"), row("2", "a", "DPMD")];
    const groups = groupRows(rows, { ...grouping, by: "sector", counted: [] });
    expect(groups.map(({ key }) => key)).toEqual(["", "DPMD"]);
  });
});
