import "server-only";
import { headers } from "next/headers";
import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "@/env";
import { signInAttempts } from "@/server/metrics";
import { startProvidedSession } from "./accounts";

interface OidcProfile extends Profile {
  readonly iss: string;
  readonly sub: string;
  readonly email_verified?: boolean;
}

/** A provider that is slower than this is away for us; openid-client's own limit is 3.5 seconds. */
const PATIENCE_MS = 10_000;

/** The office's own sign-in service, when all three OIDC variables are given. */
export function oidcProvider(env: Env): OAuthConfig<OidcProfile> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: "oidc",
    name: "OIDC",
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: PATIENCE_MS },
    // The standard puts the e-mail at the userinfo endpoint; the token need not carry it. The client
    // refuses an answer about another subject than the token's.
    userinfo: {
      request: async ({ client, tokens }) => {
        // next-auth hands over the client's own TokenSet and types its bare fields only.
        const whole = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
        return { ...(await client.userinfo(whole)), ...whole.claims() };
      },
    },
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? null }),
  };
}

/**
 * Starts a session for the account of the provider's person; null when there is none. The provider
 * proves who somebody is, it never creates an account or a role.
 */
export async function signInWithOidc(profile: Profile | undefined): Promise<string | null> {
  const claims = profile as OidcProfile | undefined;
  if (!claims?.iss || !claims.sub) return null;
  const { iss: issuer, sub: subject } = claims;
  const email = claims.email_verified === true ? (claims.email ?? null) : null;
  const userAgent = (await headers()).get("user-agent") ?? "";
  const sid = await startProvidedSession({ issuer, subject, email }, { userAgent });
  signInAttempts.inc({ outcome: sid ? "ok" : "provider-unknown" });
  return sid;
}
