import type { ImportStatus } from "@rembuk/domain/onboarding/model";

/** A workbook that was sent, whatever it holds. */
export interface SentWorkbook {
  readonly id: string;
  readonly status: ImportStatus;
  readonly requestedAt: Date;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly rowsLeftOut: number;
  /** Cases, or households. */
  readonly made: number;
  readonly failure: string | null;
  readonly failureCell: string | null;
  readonly mayStart: boolean;
  readonly mayUndo: boolean;
  readonly missing: readonly string[];
  readonly chosen: {
    readonly villages: Readonly<Record<string, string>>;
    readonly categories: Readonly<Record<string, string>>;
  };
  readonly findings: { readonly similarCount: number } | null;
}
