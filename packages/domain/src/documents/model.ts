import { addDays, localDate } from "../calendars/local-date";
import { commitmentRules } from "../coaching/commitment-lifecycle";
import type { CommitmentStatus } from "../coaching/model";

/** What a document shows: an SK, DPA or RKA, a guide, what was done, a training, a recognition. */
export const documentKinds = [
  "decree",
  "budget",
  "guide",
  "activity",
  "training",
  "recognition",
  "other",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** uploading: bytes still arrive, or wait for the scanner; ready: checked, may be opened. */
export const documentStatuses = ["uploading", "ready"] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** What it hangs on: an innovation as its attachment (lampiran), a commitment as its evidence (berkas bukti). */
export type DocumentOwner =
  | { readonly of: "innovation"; readonly id: string }
  | { readonly of: "commitment"; readonly id: string };

/** A file of an innovation or of a commitment. */
export interface Document {
  readonly id: string;
  readonly owner: DocumentOwner;
  readonly subdistrictCode: string;
  readonly kind: DocumentKind;
  /** The last day on which it holds, "2026-12-31"; null: it has no end. */
  readonly validUntil: string | null;
  /** As it was called. It may name people: never in events. */
  readonly name: string;
  /** Of what is kept; null until it was checked. */
  readonly mediaType: string | null;
  /** Bytes as sent. */
  readonly size: number;
  /** SHA-256 of the bytes as sent, hex. */
  readonly sha256: string;
  readonly status: DocumentStatus;
  /** Null: no scanner was set up, or it was not checked yet. */
  readonly isScanned: boolean;
  /** Bytes as kept. */
  readonly storedSize: number | null;
  /** Of a picture, which has a preview. */
  readonly isPicture: boolean;
  readonly storeKey: string;
  readonly addedById: string;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
}

/** Documents that one innovation or one commitment holds at most, removed ones aside. */
export const mostDocuments: Readonly<Record<DocumentOwner["of"], number>> = {
  innovation: 60,
  commitment: 12,
};

export const validities = ["endless", "valid", "ending", "expired"] as const;
export type Validity = (typeof validities)[number];

/** From so many days before its end a document is shown as one that ends soon. */
export const endingDays = 30;

/** Whether it holds on a day ("2026-11-23"); its last day still counts. */
export const validityOn = (validUntil: string | null, today: string): Validity => {
  if (validUntil === null) return "endless";
  if (validUntil < today) return "expired";
  return validUntil <= addDays(localDate(today), endingDays) ? "ending" : "valid";
};

/** Evidence is added and taken off until it was handed in; what was judged stays as it was. */
export const takesEvidence = (status: CommitmentStatus): boolean =>
  commitmentRules.submit.from.includes(status);
