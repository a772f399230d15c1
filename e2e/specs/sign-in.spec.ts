import { expect } from "@playwright/test";
import { ask } from "../fixtures/api";
import { signIn } from "../fixtures/people";
import { test } from "../fixtures/test";

test("a wrong password says how many tries are left, for unknown accounts too", async ({
  page,
}) => {
  for (const username of ["paron.camat", `tidak.ada${Date.now()}`]) {
    await page.goto("/masuk");
    await page.getByLabel("Nama pengguna, surel, atau nomor telepon").fill(username);
    await page.getByLabel("Kata sandi", { exact: true }).fill("bukan-sandinya-1");
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await expect(page.getByText(/Tersisa 4 kali mencoba/).first()).toBeVisible();
  }
});

test("signing out ends the session on the server", async ({ browser }) => {
  // A session of its own: the one that other journeys go on with must live.
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "paron.triase");
  const cookies = await context.cookies();
  expect((await ask(page.request, "session.me", {})).status).toBe(200);
  const csrf = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  await page.request.post("/api/auth/signout", {
    form: { csrfToken: csrf.csrfToken, json: "true" },
    headers: { origin: new URL(page.url()).origin },
  });
  await context.addCookies(cookies);
  expect((await ask(page.request, "session.me", {})).status).toBe(401);
  await context.close();
});

test("a camat comes to a home with a heading and something in it", async ({ page }) => {
  await signIn(page, "parsel.camat");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main")).not.toBeEmpty();
});
