import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { env } from "@/env";
import { findSession, type SignedIn } from "./accounts";
import { sessionCookieName } from "./auth-options";

export type { SignedIn } from "./accounts";

/** Secrets of tokens that were opened lately: opening one derives a key each time. */
const opened = new Map<string, { readonly sid: string; readonly until: number }>();
const mostOpened = 2_000;

/**
 * The secret of the session that a token holds; null where it holds none or has expired. Whether the session
 * still runs is asked of the database, each time.
 */
async function openToken(token: string): Promise<string | null> {
  const known = opened.get(token);
  if (known && Date.now() < known.until) return known.sid;
  opened.delete(token);
  const payload = await decode({ token, secret: env().AUTH_SECRET });
  if (typeof payload?.sid !== "string") return null;
  if (opened.size >= mostOpened) opened.clear();
  if (typeof payload.exp === "number")
    opened.set(token, { sid: payload.sid, until: payload.exp * 1_000 });
  return payload.sid;
}

async function sessionIdOfRequest(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName(env().PUBLIC_URL))?.value;
  if (!token) return null;
  try {
    return await openToken(token);
  } catch {
    // A forged, expired or foreign token is nobody.
    return null;
  }
}

/** Seconds since the last key or click that still count as somebody being there. */
const ACTIVE_WITHIN = 90;

/**
 * A call counts as activity only if the browser says that somebody moved lately: live updates and
 * their refetches would otherwise keep an unattended desk open for ever.
 */
function isActiveCall(requestHeaders: Headers): boolean {
  const idle = Number.parseInt(requestHeaders.get("x-idle-seconds") ?? "", 10);
  return idle <= ACTIVE_WITHIN;
}

/** Opening a page is activity. The proxy names the path of pages; files have none. */
function isActivity(requestHeaders: Headers): boolean {
  const path = requestHeaders.get("x-pathname") ?? "/api/";
  return !path.startsWith("/api/") || isActiveCall(requestHeaders);
}

/**
 * Who is signed in, read from PostgreSQL for this request: ending a session, an account or an
 * assignment works on the next request. Once per request.
 */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const secret = await sessionIdOfRequest();
  return secret ? findSession(secret, isActivity(await headers())) : null;
});

export interface RequestSession {
  readonly session: SignedIn | null;
  /**
   * Looks the session up again, later and as often as needed, without counting as activity: long
   * streams end with the session.
   */
  readonly refresh: () => Promise<SignedIn | null>;
}

/** The same for a route's handler, where nothing is remembered for the request. */
export async function requestSession(): Promise<RequestSession> {
  const secret = await sessionIdOfRequest();
  if (!secret) return { session: null, refresh: async () => null };
  return {
    session: await findSession(secret, isActiveCall(await headers())),
    refresh: () => findSession(secret, false),
  };
}

/** The actor of this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  return (await signedIn())?.actor ?? null;
}
