import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/env";
import { errorFields, log } from "@/server/log";
import { signOutSession } from "./accounts";
import { oidcProvider, signInWithOidc } from "./oidc-provider";
import { signInWithPassword } from "./password-sign-in";

/** The token carries nothing but the opaque session id; everything else stands in PostgreSQL. */
interface SessionToken extends Record<string, unknown> {
  sid?: string;
}

/** Longer than any session row lives: the row decides, not the cookie. */
const COOKIE_SECONDS = 7 * 24 * 60 * 60;

const passwordProvider = Credentials({
  id: "credentials",
  credentials: { login: {}, password: {} },
  authorize: async (credentials, request) => {
    const sid = await signInWithPassword(
      { login: credentials?.login ?? "", password: credentials?.password ?? "" },
      new Headers(request.headers as Record<string, string>),
    );
    return { id: sid };
  },
});

/** next-auth's own messages can quote input: only their codes are kept, and `code` is redacted. */
const quietLogger: NextAuthOptions["logger"] = {
  error: (code, metadata) => {
    const error = metadata instanceof Error ? metadata : metadata.error;
    log.warn({ failure: code, ...errorFields(error) }, "sign-in error");
  },
  warn: (code) => log.debug({ failure: code }, "sign-in warning"),
  debug: () => undefined,
};

const callbacks: NextAuthOptions["callbacks"] = {
  signIn: async ({ user, account, profile }) => {
    if (account?.provider !== "oidc") return true;
    const sid = await signInWithOidc(profile);
    if (!sid) return "/masuk?error=oidc";
    user.id = sid;
    return true;
  },
  jwt: ({ token, user }) => {
    const sid = user?.id ?? (token as SessionToken).sid;
    return { sid };
  },
  // The browser never learns the session id.
  session: ({ session }) => ({ expires: session.expires }),
  redirect: ({ url, baseUrl }) => {
    if (url.startsWith("/") && !url.startsWith("//")) return `${baseUrl}${url}`;
    return URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl;
  },
};

let options: NextAuthOptions | undefined;

/** Options of next-auth, built at the first request so that a build needs no secrets. */
export function authOptions(): NextAuthOptions {
  if (options) return options;
  const { AUTH_SECRET, PUBLIC_URL } = env();
  process.env.NEXTAUTH_URL ??= PUBLIC_URL;
  const oidc = oidcProvider(env());
  options = {
    secret: AUTH_SECRET,
    useSecureCookies: PUBLIC_URL.startsWith("https://"),
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/masuk", error: "/masuk", signOut: "/masuk" },
    providers: oidc ? [passwordProvider, oidc] : [passwordProvider],
    callbacks,
    events: {
      signOut: async ({ token }) => {
        const { sid } = token as SessionToken;
        if (sid) await signOutSession(sid);
      },
    },
    logger: quietLogger,
  };
  return options;
}

/** Name of the cookie that holds the token. */
export function sessionCookieName(publicUrl: string): string {
  return `${publicUrl.startsWith("https://") ? "__Secure-" : ""}next-auth.session-token`;
}
