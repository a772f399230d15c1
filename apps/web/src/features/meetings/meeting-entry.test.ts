import { expect, it } from "vitest";
import { type MeetingEntry, meetingProblems, newDecision, toCommand } from "./meeting-entry";

const entry: MeetingEntry = {
  ...{ subdistrictCode: "63.11.02", sectorCode: "KASI_KESSOS", programYear: "2026", decreeId: "" },
  ...{ subject: "Rapat bidang", heldOn: "2026-01-12", place: "Aula", chair: "Sekcam" },
  minutes: "Disepakati antar bantuan setiap bulan.",
  attendees: [{ key: "a", name: "Siti Contoh", position: "Kasi", element: "office" }],
  decisions: [{ key: "d", decision: "Menyiapkan SK", owner: "Kasi", dueOn: "" }],
};

it("sends blanks as nothing, and no keys", () => {
  const command = toCommand(entry, "id");
  expect(command).toMatchObject({ programYear: 2026, decreeId: null, clientActionId: "id" });
  expect(command.decisions).toEqual([{ decision: "Menyiapkan SK", owner: "Kasi", dueOn: null }]);
  expect(command.attendees[0]).not.toHaveProperty("key");
});

it("names each field that is missing once", () => {
  expect(meetingProblems(entry)).toEqual([]);
  const decisions = [newDecision(), newDecision()];
  expect(meetingProblems({ ...entry, place: "", decisions, attendees: [] })).toEqual([
    ...["place", "attendees", "decisions"],
  ]);
});
