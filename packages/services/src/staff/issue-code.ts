import { randomBytes } from "node:crypto";
import { formatResetCode, RESET_CODE_LENGTH, resetCodeFrom } from "@rembuk/domain/staff/reset-code";
import { hashPassword } from "./hash-password";

export interface OneTimeCode {
  /** "7KQ2M-9XW4T", to be told by the administrator and shown once. */
  readonly shown: string;
  readonly hash: string;
}

/** Made before the transaction, because its hash takes as long as a password's. */
export const issueCode = async (): Promise<OneTimeCode> => {
  const code = resetCodeFrom(randomBytes(RESET_CODE_LENGTH));
  return { shown: formatResetCode(code), hash: await hashPassword(code) };
};
