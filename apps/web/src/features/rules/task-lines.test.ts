import { taskStepsInput } from "@rembuk/domain/cases/rule-commands";
import { movedLine } from "@rembuk/domain/cases/task-steps";
import { describe, expect, it } from "vitest";
import {
  daysOf,
  freshLine,
  isSoundLine,
  linesOf,
  stepsOf,
  type TaskLine,
  unsoundControl,
} from "./task-lines";

const steps = [
  { title: "Foto dari desa", doer: "village", limitDays: 2, isMandatory: true },
  { title: "Tinjau lapangan", doer: "responsible", limitDays: 4, isMandatory: false },
] as const;
const line = (change: Partial<TaskLine> = {}): TaskLine => ({
  ...{ key: "a", title: "Foto", doer: "holder", limitDays: "3", isMandatory: false },
  ...change,
});

describe("the lines of a checklist", () => {
  it("come back as they were", () => {
    const sent = stepsOf(linesOf(steps));
    expect(sent).toEqual(steps);
    expect(taskStepsInput.safeParse(sent).success).toBe(true);
  });

  it.each([
    ["a title of blanks", { title: "  " }],
    ["no days", { limitDays: "" }],
    ["half a day", { limitDays: "1,5" }],
    ["no day at all", { limitDays: "0" }],
    ["more than a quarter of a year", { limitDays: "91" }],
  ])("are not sound with %s", (_, change) => {
    expect(isSoundLine(line(change))).toBe(false);
  });

  it("lead from the error to the control that is wrong", () => {
    expect(unsoundControl([line(), line({ key: "b", title: "" })])).toBe("langkah-judul-b");
    expect(unsoundControl([line({ key: "c", limitDays: "x" })])).toBe("langkah-hari-c");
    expect(unsoundControl([line()])).toBeNull();
  });

  it("take blanks round a number, and a new one follows the last", () => {
    expect(daysOf(line({ limitDays: " 7 " }))).toBe(7);
    expect(freshLine(linesOf(steps))).toMatchObject({ limitDays: "4", title: "" });
    expect(freshLine([]).limitDays).toBe("5");
  });

  it("change places, and only within the list", () => {
    expect(movedLine(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(movedLine(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
    expect(movedLine(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(movedLine(["a", "b"], 1, 2)).toEqual(["a", "b"]);
  });
});
