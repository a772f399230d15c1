/**
 * disposition: lembar disposisi, inside the office. cover-letter: surat pengantar, to a dinas.
 * referral-letter: surat pengantar rujukan, to whom a referral asks for help.
 */
export const letterKinds = ["cover-letter", "referral-letter", "disposition"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What leaves the office carries a number of its register; a disposition carries the case's. */
export const isOutward = (kind: LetterKind): boolean => kind !== "disposition";

/**
 * draft -> issued (numbered, printed) -> signed (scan attached, or electronically); void from issued or signed:
 * the number stays taken and the paper says BATAL. A draft that nobody wants is void without a number.
 */
export const letterStatuses = ["draft", "issued", "signed", "void"] as const;
export type LetterStatus = (typeof letterStatuses)[number];

/** In whose place somebody signs; "": in their own. */
export const signerPrefixes = ["", "a.n.", "Plh.", "Plt."] as const;
export type SignerPrefix = (typeof signerPrefixes)[number];

/** Sifat of a letter. */
export const letterNatures = ["ordinary", "important", "urgent", "confidential"] as const;
export type LetterNature = (typeof letterNatures)[number];

export interface Signer {
  readonly prefix: SignerPrefix;
  /** "Camat Paringin Selatan"; with a.n. the one in whose name is signed. */
  readonly position: string;
  /** With a.n.: who signs, "Sekretaris Kecamatan". */
  readonly ownPosition: string;
  readonly name: string;
  readonly nip: string;
  /** Whose running post it is signed by; absent where the office has no account for it. */
  readonly userId?: string | null | undefined;
}

/** What people write; numbers and dates come when it is issued. */
export interface LetterContent {
  readonly subject: string;
  /** Of a cover letter its text; of a disposition the summary of what came. Paragraphs by line breaks. */
  readonly body: string;
  /** "Kepala Dinas Sosial Kabupaten Balangan"; of a disposition, who it is passed to. */
  readonly addressee: string;
  /** "Paringin"; may be empty: "di Tempat". */
  readonly place: string;
  readonly nature: LetterNature;
  readonly enclosure: string;
  /** Tembusan, one line each. */
  readonly copies: readonly string[];
  /** Of a disposition only: isi disposisi. */
  readonly instruction: string;
  readonly signer: Signer;
}

/** By hand on paper, whose scan is attached; or in the PDF itself. */
export type SignatureKind = "paper" | "electronic";

export interface Letter {
  readonly id: string;
  readonly caseId: string;
  readonly subdistrictCode: string;
  readonly kind: LetterKind;
  /** Of a referral letter alone. */
  readonly referralId: string | null;
  readonly status: LetterStatus;
  readonly version: number;
  readonly year: number | null;
  readonly serial: number | null;
  readonly number: string | null;
  readonly content: LetterContent;
  readonly createdById: string;
  readonly createdAt: Date;
  readonly issuedById: string | null;
  readonly issuedAt: Date | null;
  readonly scanFileId: string | null;
  /** Null until it is signed. */
  readonly signature: SignatureKind | null;
  /** "2026-11-24": the day that stands beside the signature. */
  readonly signedOn: string | null;
  readonly signedAt: Date | null;
  /** Who recorded the scan; electronically, who signed. */
  readonly signedById: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** Status that the stored PDF shows; null while there is none. */
  readonly renderedStatus: LetterStatus | null;
}

/** How an office numbers its letters, and what stands on each. */
export interface LetterSetting {
  readonly subdistrictCode: string;
  /** 0: never saved. */
  readonly version: number;
  readonly numberFormat: string;
  /** Kop: lines under the office's name; none: its address and telephone. */
  readonly letterhead: readonly string[];
  /** Tembusan that a new cover letter begins with; none: the regent. */
  readonly copies: readonly string[];
}
