import { DomainError } from "@rembuk/domain/kernel/errors";
import type { InviteUserCommand } from "@rembuk/domain/staff/commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import { loginForms } from "@rembuk/domain/staff/login";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { issueCode } from "./issue-code";
import { findTakenName, insertUser, type NewUser, replaceResetCode } from "./store";

export interface Invited {
  readonly userId: string;
  /** Shown once; null when the answer is a repeated one: a reset makes a new code. */
  readonly code: string | null;
}

/** The phone as sign-in reads it, so that the person can sign in by it. */
const readPhone = (text: string | null | undefined): string | null => {
  if (!text) return null;
  const { phone } = loginForms(text);
  if (phone === null) throw new DomainError("invalid", "PHONE_INVALID", { field: "phone" });
  return phone;
};

const taken = (field: string) => new DomainError("conflict", "USERNAME_TAKEN", { field });

/** Two invitations of one name at the same moment: the table's unique keys decide. */
const isTakenMeanwhile = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/**
 * Makes an account without password and without any role; the one-time code lets its owner choose
 * the first password.
 * @throws forbidden outside the area; conflict USERNAME_TAKEN with the field; invalid PHONE_INVALID
 */
export const inviteUser = async (
  ctx: ServiceContext,
  command: InviteUserCommand,
): Promise<Invited> => {
  requireInArea(ctx, "user.invite", command.areaCode);
  const code = await issueCode();
  const { username, displayName, areaCode } = command;
  const phone = readPhone(command.phone);
  const user: NewUser = {
    id: ctx.newId(),
    ...{ username, displayName, phone },
    email: command.email ?? null,
  };
  try {
    const result = await once(ctx, command, async (tx) => {
      const field = await findTakenName(tx, user);
      if (field) throw taken(field);
      await insertUser(tx, ctx, user);
      await replaceResetCode(tx, ctx, user.id, code.hash);
      const answer = { userId: user.id };
      const about = { userId: user.id, areaCode };
      const event = staffEvent("staff.user-invited", about, { areaCode });
      await recordEvents(tx, ctx, [event], command, answer);
      return answer;
    });
    return { ...result, code: result.userId === user.id ? code.shown : null };
  } catch (error) {
    throw isTakenMeanwhile(error) ? taken("username") : error;
  }
};
