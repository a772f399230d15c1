import { readFileSync } from "node:fs";
import { type Browser, expect } from "@playwright/test";
import { placeOf } from "../fixtures/cases";
import { enter, signIn } from "../fixtures/people";
import { appoint, ownPassword, workplaceOf } from "../fixtures/staff";
import { test } from "../fixtures/test";

interface SignInRow {
  readonly username: string;
  readonly role: string;
}

const accounts = JSON.parse(
  readFileSync(new URL("../../apps/worker/src/demo/sign-ins.json", import.meta.url), "utf8"),
) as readonly SignInRow[];

/** Signs in and looks at the home: one heading, something in it, and a quiet console. */
const lookAtHome = async (browser: Browser, username: string, password?: string) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  await signIn(page, username, password);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator("h1"), username).toHaveCount(1);
  await expect(page.locator("h1"), username).toHaveText(/\S/);
  // Lists of the home end their waiting: nothing is left of it, and no part could not be loaded.
  await expect(page.locator("main [aria-busy=true]"), username).toHaveCount(0);
  await expect(page.getByText(/tidak bisa dimuat/), username).toHaveCount(0);
  expect(await page.locator("h1").count(), username).toBe(1);
  const headings = await page.locator("main").getByRole("heading").allTextContents();
  expect(faults, username).toEqual([]);
  await context.close();
  return { headings };
};

test("every demonstration role comes to a home with one heading and no complaint", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  expect(new Set(accounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(13);
  const seen = new Set<string>();
  for (const { username, role } of accounts) {
    if (seen.has(role)) continue;
    seen.add(role);
    await lookAtHome(browser, username);
  }
});

test("somebody with a village's role and another has one heading, and both parts", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const admin = await enter(browser, "parsel.admin");
  const areaCode = await placeOf(admin.page.request);
  const { username } = await appoint(admin.page.request, [
    { role: "village-officer", areaCode: await workplaceOf(browser, "parsel.lingsir") },
    { role: "section-head", areaCode, sectorCode: "KASI_PMD" },
  ]);
  await admin.context.close();
  const { headings } = await lookAtHome(browser, username, ownPassword);
  expect(headings).toContainEqual(expect.stringMatching(/^Desa /));
  expect(headings).toContain("Seksi Anda");
});
