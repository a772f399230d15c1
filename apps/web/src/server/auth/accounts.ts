import "server-only";
import { changePassword as change } from "@rembuk/services/staff/change-password";
import { checkPassword as check } from "@rembuk/services/staff/check-password";
import { endSession } from "@rembuk/services/staff/end-session";
import { findSession as find } from "@rembuk/services/staff/find-session";
import {
  type RedeemResetCode,
  redeemResetCode as redeem,
} from "@rembuk/services/staff/redeem-reset-code";
import type { SignedIn } from "@rembuk/services/staff/session-queries";
import {
  type ProvidedIdentity,
  type SessionOrigin,
  startSession as start,
  startProvidedSession as startProvided,
} from "@rembuk/services/staff/start-session";
import { connections } from "@/server/database";

export type { SignedIn };

const context = () => {
  const { db, reads } = connections();
  return { db, reads, now: () => new Date() };
};

export const checkPassword = (login: string, password: string): Promise<string | null> =>
  check(context(), login, password);

export const startSession = (userId: string, origin: SessionOrigin): Promise<string> =>
  start(context(), userId, origin);

export const startProvidedSession = (
  identity: ProvidedIdentity,
  origin: SessionOrigin,
): Promise<string | null> => startProvided(context(), identity, origin);

export const findSession = (secret: string, isActivity: boolean): Promise<SignedIn | null> =>
  find(context(), secret, isActivity);

export const signOutSession = (secret: string): Promise<void> => endSession(context(), secret);

export const redeemResetCode = (command: RedeemResetCode): Promise<void> =>
  redeem(context(), command);

/** Changes the password of the one who is signed in. */
export const changePassword = (
  session: SignedIn,
  currentPassword: string,
  newPassword: string,
): Promise<void> =>
  change(context(), {
    userId: session.actor.userId,
    sessionId: session.sessionId,
    currentPassword,
    newPassword,
  });
