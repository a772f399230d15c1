import type { FileFact } from "../cases/events";
import type { NoteAudience } from "../cases/model";

/**
 * Where a file stands:
 * - uploading: bytes still arrive; only who sends them knows of it
 * - scanning: whole, being checked
 * - ready: checked, may be opened
 * - held: whole, but the virus scanner is away; nobody opens it until it was asked
 * - refused: not what we take; its bytes are gone, the reason stays for who sent it
 * - abandoned: never finished; its bytes are gone
 */
export const fileStatuses = [
  "uploading",
  "scanning",
  "ready",
  "held",
  "refused",
  "abandoned",
] as const;
export type FileStatus = (typeof fileStatuses)[number];

/** clean: a scanner looked at it. not-scanned: none is set up, and the screen says so. */
export const scanResults = ["clean", "not-scanned"] as const;
export type ScanResult = (typeof scanResults)[number];

/** Why a file is not taken. Each has its wording under `files.refusal`. */
export const refusals = [
  "empty",
  "too-large",
  "kind-unknown",
  "kind-heic",
  "kind-old-office",
  "damaged",
  "too-many-pixels",
  "pdf-encrypted",
  "pdf-active",
  "pdf-location",
  "document-active",
  "document-bomb",
  "infected",
  "content-differs",
] as const;
export type Refusal = (typeof refusals)[number];

/** A file that hangs on a case, and on a note of it if `noteId` is given. */
export interface Attachment {
  readonly id: string;
  readonly caseId: string;
  readonly subdistrictCode: string;
  readonly noteId: string | null;
  readonly audience: NoteAudience;
  /** As it was called, without path and control characters. It may name people: never in events. */
  readonly name: string;
  /** Of what is kept; null until it was checked. */
  readonly mediaType: string | null;
  /** Bytes as sent. */
  readonly size: number;
  /** SHA-256 of the bytes as sent, hex. */
  readonly sha256: string;
  readonly status: FileStatus;
  readonly refusal: Refusal | null;
  readonly scan: ScanResult | null;
  /** Bytes as kept. */
  readonly storedSize: number | null;
  /** Pixels, of images only. */
  readonly width: number | null;
  readonly height: number | null;
  /** Random; says nothing about what is inside. */
  readonly storeKey: string;
  readonly addedById: string;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
}

/** What the case's events say of a file. */
export const fileFact = (file: Pick<Attachment, "id" | "audience" | "noteId">): FileFact => ({
  fileId: file.id,
  audience: file.audience,
  ...(file.noteId === null ? {} : { ofNote: true }),
});

/** What is served: the file itself, a large picture for the screen, a small one for the list. */
export const fileVariants = ["original", "preview", "thumbnail"] as const;
export type FileVariant = (typeof fileVariants)[number];

const mb = 1_048_576;
/** The largest file of any kind (bytes); a kind's own limit may be lower. */
export const maximumBytes = 20 * mb;
/** Files that a case holds at most, removed and refused ones aside. */
export const maximumFilesPerCase = 60;
/** Longer than this without its end, an upload is given up (hours). */
export const abandonedAfterHours = 48;
/** How long a removed file can be brought back before its bytes go (days). */
export const keptAfterRemovalDays = 30;
/** Photographs are made no larger than this before they are sent, and again when they are kept. */
export const longestEdgeSent = 1600;
export const longestEdgeKept = 2560;
/** More pixels than this are no photograph but an attack on memory. */
export const maximumPixels = 60_000_000;
/** How long a link to a file opens it (ms). */
export const linkLifetimeMs = 5 * 60_000;
