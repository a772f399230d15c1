import "server-only";
import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "@/env";
import { startSessionForEmail } from "./accounts";

interface OidcProfile extends Profile {
  readonly sub: string;
  readonly email_verified?: boolean;
}

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
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? null }),
  };
}

/**
 * Starts a session for the account whose e-mail the provider has verified; null when there is
 * none. The provider proves an address, it never creates an account or a role.
 */
export async function signInWithOidc(profile: Profile | undefined): Promise<string | null> {
  const claims = profile as OidcProfile | undefined;
  if (!claims?.email || claims.email_verified !== true) return null;
  return startSessionForEmail(claims.email);
}
