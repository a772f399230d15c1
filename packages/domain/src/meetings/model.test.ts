import { expect, it } from "vitest";
import { recordMeetingCommand } from "./commands";
import { actionState } from "./model";

it("says of a decision whether it is done, open, or past its day", () => {
  const state = (dueOn: string | null, doneOn: string | null = null) =>
    actionState({ dueOn, doneOn }, "2026-11-23");
  expect(state(null)).toBe("open");
  expect(state("2026-11-23")).toBe("open");
  expect(state("2026-11-22")).toBe("late");
  expect(state("2026-11-22", "2026-11-23")).toBe("done");
});

it("takes no meeting without minutes, people and a field", () => {
  const told = {
    ...{ clientActionId: "00000000-0000-4000-8000-000000000000", subdistrictCode: "63.11.02" },
    ...{ sectorCode: "KASI_KESSOS", programYear: 2026, subject: "Penentuan inovasi bidang kessos" },
    ...{ heldOn: "2026-01-12", place: "Aula kecamatan", chair: "Sekretaris camat" },
    attendees: [{ name: "Siti Contoh", position: "Kasi", element: "office" }],
    ...{ minutes: "Disepakati antar bantuan ke desa setiap bulan.", decisions: [] },
  };
  expect(recordMeetingCommand.safeParse(told).success).toBe(true);
  for (const part of ["attendees", "minutes", "sectorCode"] as const)
    expect(
      recordMeetingCommand.safeParse({ ...told, [part]: part === "attendees" ? [] : "" }).success,
    ).toBe(false);
});
