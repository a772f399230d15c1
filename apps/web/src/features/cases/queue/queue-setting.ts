import type { BulkAct } from "@rembuk/domain/cases/bulk-commands";

/** What the page calls its list and where the reader records a new case. */
export interface QueueSetting {
  readonly title: "queue" | "village" | "sector";
  readonly intake: { readonly href: string; readonly word: "newAtDesk" | "newCase" } | null;
  /** The kecamatan whose villages the reader may choose; null when there are several or one village. */
  readonly subdistrictCode: string | null;
  /** What others ask of the reader, in a view of its own: help, or to take a case over. Null: nothing. */
  readonly hears: "referrals" | "transfers" | null;
  /** May open a secret case in an emergency, by its number. */
  readonly mayBreakGlass: boolean;
  /** What the reader may do to several cases at once; empty: nothing is checked here. */
  readonly bulkActs: readonly BulkAct[];
  /** May take a view along as a table. */
  readonly mayExport: boolean;
}
