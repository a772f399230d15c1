import { z } from "zod";
import { bulkActSchema } from "./bulk-commands";
import { clientAction } from "./commands";
import type { NoteAudience, Outcome } from "./model";

/** Rows of one file at most: each becomes an act of its own that somebody has looked at. */
export const replySheetLimit = 200;

/** Headings of the columns of an exported view that a reply is read from. Files speak Indonesian. */
export const replyColumns = {
  number: "Nomor",
  version: "Versi",
  act: "Tindakan",
  audience: "Kabar untuk",
  message: "Isi kabar",
  outcome: "Hasil",
  response: "Tanggapan",
  solution: "Solusi",
  followUp: "Tindak lanjut",
} as const;
export type ReplyColumn = keyof typeof replyColumns;

export const replyActWords = { accept: "terima", note: "kabar", resolve: "jawab" } as const;
export const replyAudienceWords = { partner: "mitra", reporter: "pelapor" } as const;
export const replyOutcomeWords: Readonly<Record<Outcome, string>> = {
  handled: "ditangani",
  answered: "dijawab",
  planned: "masuk perencanaan",
  forwarded: "diteruskan ke kewenangan lain",
  not_possible: "tidak dapat dipenuhi",
};

const act = bulkActSchema.refine(({ act: name }) => name in replyActWords);

export const replyRow = z.object({
  /** Line of the sheet, the heading is 1. */
  line: z.int().min(2).max(1_048_576),
  number: z.string().trim().min(3).max(40),
  /** The version that the file was made with. */
  version: z.int().nonnegative(),
  act,
});
export type ReplyRow = z.infer<typeof replyRow>;

export const previewSheetInput = z.object({ rows: z.array(replyRow).min(1).max(replySheetLimit) });
export type PreviewSheetInput = z.infer<typeof previewSheetInput>;
export const submitSheetCommand = previewSheetInput.extend(clientAction);
export type SubmitSheetCommand = z.infer<typeof submitSheetCommand>;

/** Why a row cannot be read, with the column that it is about. */
export interface SheetProblem {
  readonly line: number;
  readonly number: string;
  readonly column: ReplyColumn;
  readonly problem: "missing" | "unknown" | "too-long" | "twice";
}

export type ReadSheet =
  | { readonly kind: "not-a-sheet" }
  | { readonly kind: "too-many"; readonly rows: number }
  | {
      readonly kind: "read";
      readonly rows: readonly ReplyRow[];
      readonly problems: readonly SheetProblem[];
      /** Lines without an act: left as they are. */
      readonly empty: number;
    };

const textOf = (cell: unknown): string => String(cell ?? "").trim();
const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ");
const keyOf = <Key extends string>(words: Readonly<Record<Key, string>>, text: string) =>
  (Object.keys(words) as Key[]).find((key) => words[key] === plain(text));

type Cells = Readonly<Record<ReplyColumn, string>>;
type Given = ReplyRow | Pick<SheetProblem, "column" | "problem">;

const problem = (column: ReplyColumn, cells: Cells): Pick<SheetProblem, "column" | "problem"> => ({
  column,
  problem: cells[column] === "" ? "missing" : "unknown",
});

const inputOf = (cells: Cells): object | ReplyColumn => {
  const name = keyOf(replyActWords, cells.act);
  if (name === undefined) return "act";
  if (name === "accept") return { act: name };
  if (name === "note") {
    const audience: NoteAudience | undefined =
      cells.audience === "" ? "partner" : keyOf(replyAudienceWords, cells.audience);
    return audience ? { act: name, audience, body: cells.message } : "audience";
  }
  const outcome = keyOf(replyOutcomeWords, cells.outcome);
  const { response, solution, followUp } = cells;
  return outcome ? { act: name, outcome, response, solution, followUp } : "outcome";
};

const columnOfPath: Readonly<Record<string, ReplyColumn>> = { body: "message" };

const readRow = (line: number, cells: Cells): Given => {
  const version = /^\d{1,9}$/.test(cells.version) ? Number(cells.version) : null;
  if (version === null) return problem("version", cells);
  const input = inputOf(cells);
  if (typeof input === "string") return problem(input, cells);
  const row = replyRow.safeParse({ line, number: cells.number, version, act: input });
  if (row.success) return row.data;
  const field = String(row.error.issues[0]?.path.at(-1) ?? "number");
  const column = columnOfPath[field] ?? (field in replyColumns ? (field as ReplyColumn) : "number");
  return { column, problem: cells[column] === "" ? "missing" : "too-long" };
};

/** Where each column stands; null when one that a reply needs is missing. */
const placesOf = (heading: readonly unknown[]): Readonly<Record<ReplyColumn, number>> | null => {
  const names = heading.map((cell) => plain(textOf(cell)));
  const entries = Object.entries(replyColumns).map(
    ([key, name]) => [key, names.indexOf(plain(name))] as const,
  );
  if (entries.some(([, at]) => at === -1)) return null;
  return Object.fromEntries(entries) as Record<ReplyColumn, number>;
};

/**
 * The replies of an exported view that was filled in, read cell by cell: what each line asks for, and each
 * line that cannot be read, by its column. Decides nothing about the cases.
 * @param cells rows of the first sheet, the heading first
 */
export const readReplySheet = (cells: readonly (readonly unknown[])[]): ReadSheet => {
  const places = placesOf(cells[0] ?? []);
  if (!places) return { kind: "not-a-sheet" };
  const rows: ReplyRow[] = [];
  const problems: SheetProblem[] = [];
  const seen = new Set<string>();
  let empty = 0;
  for (const [at, row] of cells.slice(1).entries()) {
    const line = at + 2;
    const given = Object.fromEntries(
      Object.entries(places).map(([key, place]) => [key, textOf(row[place])]),
    ) as Cells;
    if (given.act === "") {
      empty += given.number === "" ? 0 : 1;
      continue;
    }
    const read = readRow(line, given);
    const { number } = given;
    if ("problem" in read) problems.push({ line, number, ...read });
    else if (seen.has(number)) problems.push({ line, number, column: "number", problem: "twice" });
    else rows.push(read);
    seen.add(number);
  }
  if (rows.length > replySheetLimit) return { kind: "too-many", rows: rows.length };
  return { kind: "read", rows, problems, empty };
};
