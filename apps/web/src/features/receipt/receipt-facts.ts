/** What the sheet prints beside number and PIN. */
export interface ReceiptFacts {
  readonly receivedAt: Date;
  readonly reporter: string | null;
  readonly capacity: string | null;
  readonly village: string;
  readonly category: string;
  readonly story: string;
  readonly enteredBy: string | null;
  readonly checkBy: Date;
  readonly followUpBy: Date;
  readonly resolveBy: Date;
  readonly isEstimate: boolean;
  readonly responseBy: Date | null;
  readonly mayReprint: boolean;
}
