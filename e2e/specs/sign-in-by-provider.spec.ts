import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { Client } from "pg";
import { ask } from "../fixtures/api";
import {
  type Identity,
  type IdentityProvider,
  startIdentityProvider,
} from "../fixtures/identity-provider";
import { watchFaults } from "../fixtures/people";
import { test } from "../fixtures/test";

const origin = new URL(process.env.BASE_URL ?? "http://localhost:3000").origin;
const callbackPath = "/api/auth/callback/oidc";

let provider: IdentityProvider;
let database: Client;
test.beforeAll(async () => {
  provider = await startIdentityProvider();
  database = new Client({ connectionString: process.env.JOURNEYS_DATABASE_URL });
  await database.connect();
});
test.afterAll(async () => {
  await database.end();
  await provider.stop();
});

interface Officer {
  readonly id: string;
  readonly username: string;
  readonly email: string;
}

/** An account as an invitation leaves it: no password yet. Ended, where asked. */
const invited = async (ended = false): Promise<Officer> => {
  const id = randomUUID();
  const username = `oidc.${id.slice(0, 8)}`;
  const email = `${username}@kantor.example`;
  await database.query(
    `INSERT INTO "user" (id, username, email, display_name, must_change_password, disabled_at)
     VALUES ($1, $2, $3, 'Petugas Contoh (fiktif)', true, $4)`,
    [id, username, email, ended ? new Date() : null],
  );
  await database.query(
    `INSERT INTO assignment (id, user_id, role, area_code, starts_on)
     VALUES ($1, $2, 'triage-officer', '63.11.07', '2026-01-01')`,
    [randomUUID(), id],
  );
  return { id, username, email };
};

const verified = (email: string, sub: string = randomUUID()) => ({
  ...{ sub, email },
  email_verified: true,
});
const subjectOf = async (id: string): Promise<string | null> => {
  const { rows } = await database.query('SELECT oidc_subject FROM "user" WHERE id = $1', [id]);
  return rows[0]?.oidc_subject ?? null;
};
const numberOfUsers = async (): Promise<number> => {
  const { rows } = await database.query('SELECT count(*)::int AS n FROM "user"');
  return rows[0]?.n;
};
const sessionsOf = async (...ids: string[]): Promise<number> => {
  const text = 'SELECT count(*)::int AS n FROM "session" WHERE user_id = ANY ($1)';
  return (await database.query(text, [ids])).rows[0]?.n;
};
const me = async (context: BrowserContext) =>
  ask<{ userId: string }>(context.request, "session.me", {});

/** Asks the web to begin, as its own button does; answers the provider's address. */
const begin = async ({ request }: BrowserContext): Promise<URL> => {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const answer = await request.post("/api/auth/signin/oidc", {
    form: { csrfToken, json: "true", callbackUrl: origin },
    headers: { origin },
  });
  return new URL((await answer.json()).url);
};

/** Goes through the provider as far as the way back to the web, which is not taken yet. */
const throughProvider = async (context: BrowserContext): Promise<URL> => {
  let next = await begin(context);
  for (let step = 0; step < 6; step += 1) {
    const answer = await context.request.get(next.href, { maxRedirects: 0 });
    next = new URL(answer.headers().location ?? "", next);
    if (next.origin === origin && next.pathname === callbackPath) return next;
  }
  throw new Error(`the provider did not come to an end: ${next.origin}${next.pathname}`);
};

/** Where the web sends somebody who comes back so. */
const landing = async (context: BrowserContext, back: URL): Promise<URL> => {
  const answer = await context.request.get(back.href, { maxRedirects: 0 });
  return new URL(answer.headers().location ?? "", origin);
};

/** Goes the whole way in a browser of its own; answers who is in, or 401. */
const come = async (browser: Browser, identity: Identity): Promise<string | number> => {
  const context = await browser.newContext();
  provider.become(identity);
  await landing(context, await throughProvider(context));
  const answer = await me(context);
  await context.close();
  return answer.status === 200 ? answer.data.userId : answer.status;
};

const byButton = async (page: Page): Promise<void> => {
  await page.goto("/masuk");
  await page.getByRole("button", { name: "Masuk lewat akun pemerintah daerah" }).click();
};

const refusal = /belum terdaftar di sini.*Tidak ada akun baru/;

test("the provider's button brings an invited officer home, and signing out ends the session", async ({
  page,
  context,
}) => {
  const officer = await invited();
  const faults = watchFaults(page);
  provider.become(verified(officer.email.toUpperCase(), "sub-of-an-invited-officer"));
  await byButton(page);
  await expect(page).toHaveURL(`${origin}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await me(context)).data).toMatchObject({
    userId: officer.id,
    username: officer.username,
    // There is no password yet, so there is none to change first.
    mustChangePassword: false,
  });
  expect(await subjectOf(officer.id)).toBe(`${process.env.OIDC_ISSUER} sub-of-an-invited-officer`);
  const { rows } = await database.query('SELECT user_agent FROM "session" WHERE user_id = $1', [
    officer.id,
  ]);
  expect(rows).toMatchObject([{ user_agent: expect.stringContaining("Chrome") }]);

  const cookies = await context.cookies();
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  await context.request.post("/api/auth/signout", {
    form: { csrfToken, json: "true" },
    headers: { origin },
  });
  await context.addCookies(cookies);
  expect((await me(context)).status).toBe(401);
  expect(faults).toEqual([]);
});

test("who is unknown, unverified or disabled is refused in clear words and gets no account", async ({
  browser,
}) => {
  const [unverified, former] = [await invited(), await invited(true)];
  const users = await numberOfUsers();
  const stranger = verified(`tidak.ada.${randomUUID()}@kantor.example`);
  const { email } = unverified;
  for (const one of [stranger, verified(former.email)]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    provider.become(one);
    await byButton(page);
    await expect(page.getByText(refusal)).toBeVisible();
    expect(page.url(), "no address in the address").not.toContain("kantor");
    expect((await me(context)).status).toBe(401);
    await context.close();
  }
  const ids = () => ({ sub: randomUUID() });
  for (const one of [{ ...ids(), email, email_verified: false }, { ...ids(), email }, ids()]) {
    expect(await come(browser, one)).toBe(401);
  }
  expect(await numberOfUsers()).toBe(users);
  expect(await sessionsOf(unverified.id, former.id)).toBe(0);
  expect(await subjectOf(unverified.id)).toBeNull();
});

test("from the first time on the provider's person counts, not the e-mail", async ({ browser }) => {
  const officer = await invited();
  const person = verified(officer.email);
  expect(await come(browser, person)).toBe(officer.id);
  const renamed = { ...person, email: "nama.baru@kantor.example" };
  expect(await come(browser, renamed), "the same person, renamed").toBe(officer.id);
  expect(await come(browser, verified(officer.email)), "another person with the old address").toBe(
    401,
  );
  await database.query('UPDATE "user" SET disabled_at = now() WHERE id = $1', [officer.id]);
  expect(await come(browser, person), "disabled after linking").toBe(401);
});

test("a way back that was not begun here is refused: state, nonce, PKCE, code", async ({
  browser,
}) => {
  const officer = await invited();
  provider.become(verified(officer.email));
  const attempt = async (
    change: (context: BrowserContext, back: URL) => Promise<URL | undefined> | URL | undefined,
  ) => {
    const context = await browser.newContext();
    const back = await throughProvider(context);
    const to = await landing(context, (await change(context, back)) ?? back);
    const { status } = await me(context);
    await context.close();
    return { status, error: to.searchParams.get("error") };
  };
  /** Another sign-in, begun at the same web by somebody else. */
  const foreign = async () => {
    const context = await browser.newContext();
    const back = await throughProvider(context);
    const cookies = await context.cookies(origin);
    await context.close();
    return { back, cookies };
  };
  const withForeign = (name: string) => async (context: BrowserContext) => {
    const cookie = (await foreign()).cookies.find((one) => one.name === name);
    expect(cookie, name).toBeTruthy();
    if (cookie) await context.addCookies([cookie]);
    return undefined;
  };
  const refused = { status: 401, error: "OAuthCallback" };

  const address = await begin(await browser.newContext());
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: "code",
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  });

  expect((await attempt(() => undefined)).status, "untouched").toBe(200);
  const otherState = (_: BrowserContext, back: URL) => {
    back.searchParams.set("state", "bukan-yang-dimulai");
    return back;
  };
  expect(await attempt(otherState)).toEqual(refused);
  expect(await attempt(withForeign("next-auth.state"))).toEqual(refused);
  expect(await attempt(withForeign("next-auth.nonce"))).toEqual(refused);
  expect(await attempt(withForeign("next-auth.pkce.code_verifier"))).toEqual(refused);
  expect(await attempt(async () => (await foreign()).back), "a planted way back").toEqual(refused);
  const twice = async (context: BrowserContext, back: URL) => {
    const cookies = await context.cookies(origin);
    await landing(context, back);
    await context.clearCookies();
    await context.addCookies(cookies);
    return undefined;
  };
  expect(await attempt(twice), "a code that was used").toEqual(refused);
});

test("a provider that is away or refuses is told apart from a wrong password", async ({ page }) => {
  await page.goto("/masuk");
  const back = `${origin}${callbackPath}?error=access_denied`;
  await page.goto(back);
  await expect(page.getByText(/Masuk lewat akun pemerintah daerah tidak berhasil/)).toBeVisible();
});
