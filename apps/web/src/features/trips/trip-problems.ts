import type { SummaryError } from "@rembuk/ui/error-summary";

/** Field and the key of its words under `trips.problems`. */
export type TripProblems = ReadonlyMap<string, string>;

/** Id of a control of these forms; the error summary links to it. */
export const tripField = (field: string): string => `kunjungan-${field.replaceAll(".", "-")}`;

/** The same for the summary, in the order of the form. */
export const summaryOf = (
  problems: TripProblems,
  word: (key: string) => string,
): readonly SummaryError[] =>
  [...problems].map(([field, key]) => ({ fieldId: tripField(field), message: word(key) }));
