import { localDate } from "@rembuk/domain/calendars/local-date";
import { instantAt } from "@rembuk/domain/calendars/working-days";
import type { Zone } from "@/lib/format";

/** What was typed, by the name of its field. */
export type Values = Readonly<Record<string, string>>;

/** Fields that lack letters. */
export const missingFields = (
  fields: readonly { readonly name: string; readonly least: number }[],
  values: Values,
): readonly string[] =>
  fields
    .filter(({ name, least }) => (values[name] ?? "").trim().length < least)
    .map(({ name }) => name);

/** One entry each line; blank ones are none. */
export const linesOf = (text = ""): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The instant of a day and a time of the clock ("2026-11-24", "09:30") on the office's wall. */
export const instantOf = (day: string, time: string, zone: Zone): Date => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return instantAt(localDate(day), hours * 60 + minutes, zone);
};

/** Ideas by their lines; one whose words stayed keeps its id, and with it what became of it. */
export const ideasOf = (
  text: string,
  before: readonly { readonly id: string; readonly text: string }[],
  newId: () => string,
): readonly { readonly id: string; readonly text: string }[] =>
  linesOf(text).map((line) => ({
    id: before.find((one) => one.text === line)?.id ?? newId(),
    text: line,
  }));
