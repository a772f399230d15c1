import type { FamilyRowProblem } from "./family-rows";
import type { FamilyField } from "./family-sheet";
import type { RegisterField } from "./register-columns";
import type { RowProblem } from "./register-rows";
import type { Columns } from "./sheet-columns";

/** A word of the file that is no known name, how often it stands there, and what it may mean. */
export interface UnknownWord {
  readonly word: string;
  /** As it is compared and as the plan names it. */
  readonly plain: string;
  readonly rows: number;
  readonly proposal: string | null;
}

/** A row that is like a case which stands already. */
export interface SimilarRow {
  readonly row: number;
  readonly number: string;
}

/** What a dry run finds in any workbook. Headings, words that name nothing, row numbers; no person. */
interface SheetFindings<Field extends string, Problem> {
  readonly headings: readonly string[];
  readonly columns: Columns<Field>;
  readonly rows: number;
  /** Rows that can be taken over. */
  readonly ready: number;
  readonly rowsWithProblems: number;
  readonly problems: readonly Problem[];
  /** All problems, named or not. */
  readonly problemCount: number;
  /** Rows that were taken over before. */
  readonly known: number;
  readonly villages: readonly UnknownWord[];
}

/** Of an office's register. */
export interface RegisterFindings extends SheetFindings<RegisterField, RowProblem> {
  readonly open: number;
  readonly settled: number;
  /** The first and the last day of receipt; null while no row is ready. */
  readonly from: string | null;
  readonly to: string | null;
  readonly similar: readonly SimilarRow[];
  readonly similarCount: number;
  readonly categories: readonly UnknownWord[];
}

/** Of a list of families. */
export interface FamilyFindings extends SheetFindings<FamilyField, FamilyRowProblem> {
  /** Families that can be taken over; their members are `ready`. */
  readonly families: number;
  /** Members among them who have no NIK. */
  readonly withoutNik: number;
  /** First rows of families with a member whose name and birth date the village knows already. */
  readonly similar: readonly number[];
  /** Such families; they are left out unless a person takes them along. */
  readonly similarCount: number;
  /** Members whose NIK stands in another village of the kecamatan too. */
  readonly elsewhere: number;
}

/** Words that are asked about; beyond, the rows are merely named. */
export const mostUnknownWords = 100;
export const mostNamedSimilar = 200;
