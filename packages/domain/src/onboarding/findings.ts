import type { ColumnMapping } from "./register-columns";
import type { RowProblem } from "./register-rows";

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

/** What a dry run finds. Of the file: headings, words that name nothing, row numbers; no person. */
export interface ImportFindings {
  readonly headings: readonly string[];
  readonly columns: ColumnMapping;
  readonly rows: number;
  readonly ready: number;
  readonly open: number;
  readonly settled: number;
  /** The first and the last day of receipt; null while no row is ready. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rowsWithProblems: number;
  readonly problems: readonly RowProblem[];
  /** All problems, named or not. */
  readonly problemCount: number;
  /** Rows that were taken over before. */
  readonly known: number;
  readonly similar: readonly SimilarRow[];
  readonly similarCount: number;
  readonly villages: readonly UnknownWord[];
  readonly categories: readonly UnknownWord[];
}

/** Words that are asked about; beyond, the rows are merely named. */
export const mostUnknownWords = 100;
export const mostNamedSimilar = 200;
