import { spreadsheetText } from "@rembuk/domain/reports/spreadsheet-text";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Cell, Row } from "write-excel-file/node";
import { momentName, printed, roleName } from "./paper-words";

/** What somebody wrote: no formula, long numbers blacked out. */
export const tableText = (value: string | null): Cell =>
  value ? { type: String, value: spreadsheetText(printed(value, 1_000)) } : null;

/** A heading; columns that are to be filled in have a colour of their own. */
export const headCell = (value: string, backgroundColor = "#0F5E70") => ({
  ...{ value, fontWeight: "bold" as const, textColor: "#FFFFFF", backgroundColor },
});

/** Lines of a sheet that explains: a name, and what it is. */
export const namedRows = (lines: readonly (readonly [string, string])[]): Row[] =>
  lines.map(([value, what]) => [{ value, fontWeight: "bold" as const }, tableText(what)]);

/** Where a table comes from: its number, place, time and who had it made; then what it says of itself. */
export const sourceRows = (
  head: PaperHead,
  notes: readonly (readonly [string, string])[],
): Row[] => {
  const role = roleName(head.madeBy.role);
  const { name } = head.madeBy;
  return namedRows([
    ["Nomor", head.number],
    ["Wilayah", head.placeName],
    ["Dibuat", momentName(head.madeAt, head.zone)],
    ["Untuk", role ? `${name}, ${role.toLowerCase()}` : name],
    ...notes,
  ]);
};
