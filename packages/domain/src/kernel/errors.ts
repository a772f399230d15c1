/** How a failure is answered: tRPC 400/403/404/409/503; the worker retries only `unavailable`. */
export type ErrorKind = "invalid" | "forbidden" | "not-found" | "conflict" | "unavailable";

/** Every code has its wording under `errors.<CODE>` in both message files. */
export const errorCodes = [
  "INPUT_INVALID",
  "FORBIDDEN",
  "CASE_NOT_FOUND",
  "CASE_CHANGED_MEANWHILE",
  "CASE_ACTION_NOT_NOW",
  "CASE_TARGET_UNKNOWN",
  "CASE_TARGET_SUPERVISORY",
  "CASE_TARGET_REPORTED",
  "REPORTED_UNIT_UNKNOWN",
  "CATEGORY_UNKNOWN",
  "CATEGORY_OFF",
  "RULE_LOCKED",
  "RULE_PRIVACY_LOWERED",
  "RULE_DAYS_ORDER",
  "RULE_MASTER_STAYS",
  "RULE_UNCHANGED",
  "RULE_HAS_OPEN_CASES",
  "RULE_TOO_DEEP",
  "RULE_CHANGED_MEANWHILE",
  "LETTER_NOT_FOUND",
  "LETTER_SIGNER_NOT_RUNNING",
  "LETTER_ACT_NOT_NOW",
  "LETTER_CHANGED_MEANWHILE",
  "LETTER_FORMAT_INVALID",
  "LETTER_HOLDS_IDENTITY_NUMBER",
  "REPLY_PLACEHOLDER_UNKNOWN",
  "REPLY_NOT_FOUND",
  "VILLAGE_NOT_IN_REACH",
  "CLIENT_ACTION_REUSED",
  "AMENDMENT_EMPTY",
  "MERGE_INTO_ITSELF",
  "MERGE_OTHER_OFFICE",
  "MERGE_OWN_REPORT",
  "MERGE_PRIVACY",
  "MERGE_TARGET_SETTLED",
  "MERGE_TARGET_UNKNOWN",
  "SPLIT_SUPERVISORY",
  "UNDO_TOO_LATE",
  "HOLD_TOO_LONG",
  "LINK_NOT_ALLOWED",
  "LINK_INVALID",
  "NIK_INVALID",
  "PHONE_INVALID",
  "NOTE_AUDIENCE_FORBIDDEN",
  "RELAY_NOBODY",
  "PERSON_NOT_FOUND",
  "USER_NOT_FOUND",
  "USERNAME_TAKEN",
  "PASSWORD_WEAK",
  "PASSWORD_WRONG",
  "RESET_CODE_INVALID",
  "ASSIGNMENT_NOT_FOUND",
  "ASSIGNMENT_OUT_OF_REACH",
  "OWN_ACCOUNT",
  "ABSENCE_NOT_FOUND",
  "ABSENCE_OVERLAPS",
  "ABSENCE_TOO_LONG",
  "SUBSTITUTE_NOT_FITTING",
  "CALENDAR_ENTRY_EXISTS",
  "CALENDAR_ENTRY_NOT_FOUND",
  "SHIFT_NOT_FOUND",
  "SHIFT_OVERLAPS",
  "SHIFT_PERSON_NOT_FITTING",
  "TRACKING_NOT_FOUND",
  "DEVICE_REVOKED",
  "DEVICE_NOT_FOUND",
  "SEAL_BROKEN",
  "DEAD_LETTER_NOT_FOUND",
  "FILE_NOT_FOUND",
  "FILE_AUDIENCE_FORBIDDEN",
  "FILE_LIMIT_REACHED",
  "FILE_NOT_WHOLE",
  "FILE_LINK_EXPIRED",
  "FILE_STORE_UNAVAILABLE",
  "REFERRAL_NOT_FOUND",
  "REFERRAL_NOT_NOW",
  "REFERRAL_CHANGED_MEANWHILE",
  "REFERRAL_TARGET_UNKNOWN",
  "REFERRAL_TARGET_TWICE",
  "REFERRAL_SUPERVISORY",
  "TRANSFER_OPEN",
  "TRANSFER_TARGET_UNKNOWN",
  "TASK_NOT_FOUND",
  "TASK_TEMPLATE_MISSING",
  "BUSY",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What a code needs to be worded: names of fields, limits, the version found. No personal data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The one error that use cases throw on purpose. Anything else is a fault and is masked. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = "DomainError";
  }
}

export const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError;
