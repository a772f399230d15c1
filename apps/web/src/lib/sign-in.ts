/** The browser's side of next-auth: a token against forged requests, then one form. */
async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  const body = (await response.json()) as { csrfToken?: string };
  return body.csrfToken ?? "";
}

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const form = new URLSearchParams({
    ...fields,
    csrfToken: await csrfToken(),
    json: "true",
    callbackUrl: window.location.origin,
  });
  const response = await fetch(path, { method: "POST", body: form });
  const body = (await response.json()) as { url?: string };
  return body.url ?? "";
}

/**
 * Signs in; answers null when it worked, else the encoded failure
 * (see lib/sign-in-failure.ts). Throws when the network is away.
 */
export async function signInWithPassword(login: string, password: string): Promise<string | null> {
  const url = await post("/api/auth/callback/credentials", { login, password });
  return new URL(url, window.location.origin).searchParams.get("error");
}

/** Sends the browser to the office's own sign-in service. */
export async function signInWithProvider(target: string): Promise<void> {
  const form = new URLSearchParams({
    csrfToken: await csrfToken(),
    json: "true",
    callbackUrl: new URL(target, window.location.origin).href,
  });
  const response = await fetch("/api/auth/signin/oidc", { method: "POST", body: form });
  const body = (await response.json()) as { url?: string };
  if (body.url) window.location.assign(body.url);
}

/** What was downloaded of a trip or a village goes with the session; what was never sent stays, sealed. */
async function forgetDownloads(): Promise<void> {
  const kept = await indexedDB.databases().catch(() => []);
  const has = (wanted: string) => kept.some(({ name }) => name === wanted);
  if (has("rembuk-lapangan")) {
    const { wipeTrip } = await import("@/offline/field/field-database");
    await wipeTrip();
  }
  if (has("rembuk-luring")) {
    const { wipeCases } = await import("@/offline/device-database");
    await wipeCases();
  }
}

/** Ends the session on the server and shows the sign-in page. */
export async function signOut(): Promise<void> {
  await forgetDownloads().catch(() => undefined);
  await post("/api/auth/signout", {});
  window.location.assign("/masuk");
}
