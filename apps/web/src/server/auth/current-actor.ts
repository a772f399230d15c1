import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";
import { env } from "@/env";
import { findSession, type SignedIn } from "./accounts";
import { sessionCookieName } from "./auth-options";

export type { SignedIn } from "./accounts";

async function sessionIdOfRequest(): Promise<string | null> {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  const token = (await cookies()).get(sessionCookieName(PUBLIC_URL))?.value;
  if (!token) return null;
  try {
    const payload = await decode({ token, secret: AUTH_SECRET });
    return typeof payload?.sid === "string" ? payload.sid : null;
  } catch {
    // A forged, expired or foreign token is nobody.
    return null;
  }
}

/**
 * Who is signed in, read from PostgreSQL for this request: ending a session, an account or an
 * assignment works on the next request. Once per request.
 */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const sid = await sessionIdOfRequest();
  return sid ? findSession(sid) : null;
});

/** The actor of this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  return (await signedIn())?.actor ?? null;
}
