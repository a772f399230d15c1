import { type Browser, expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import { signIn } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";
import { notEnglish } from "../fixtures/wording";

test.setTimeout(180_000);

interface Stop {
  readonly path: string;
  readonly heading: string | RegExp;
}

/** Signs in, switches the language as a person does, and listens to what the console says. */
const enterInEnglish = async (browser: Browser, username: string) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  await signIn(page, username);
  const english = page.getByRole("menuitem", { name: "English" });
  // The button is there before the page listens to it.
  await expect(async () => {
    await page.getByRole("banner").locator("[aria-haspopup=menu]").click();
    await expect(english).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await english.click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  return { context, page, faults };
};

const walk = async (page: Page, stops: readonly Stop[]): Promise<void> => {
  for (const { path, heading } of stops) {
    await page.goto(path);
    await expect(page.locator("html"), path).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { name: heading }).first(), path).toBeVisible();
    await expect(page.locator("main [aria-busy=true]"), path).toHaveCount(0);
    expect(await notEnglish(page), path).toEqual([]);
  }
};

const firstCase = async (page: Page): Promise<string> => {
  const found = await ask<{ items: { id: string }[] }>(page.request, "cases.list", { limit: 1 });
  return `/kasus/${found.data.items[0]?.id}`;
};

test("the desk reads home, queue, case, desk and board in English", async ({ browser }) => {
  const { page, context, faults } = await enterInEnglish(browser, "parsel.triase");
  await walk(page, [
    { path: "/", heading: "Triage desk" },
    { path: "/antrean", heading: "Queue" },
    { path: "/loket", heading: "Record a desk visit" },
    { path: await firstCase(page), heading: "Next steps" },
    { path: "/papan", heading: /board/i },
    { path: "/pemberitahuan", heading: "Notices" },
    { path: "/akun", heading: /account/i },
  ]);
  await page.goto("/antrean");
  await page.getByRole("button", { name: "Keyboard help" }).click();
  await expect(windowOf(page)).toBeVisible();
  expect(await notEnglish(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("village, sector and administrator read their screens in English", async ({ browser }) => {
  const places: readonly (readonly [string, readonly Stop[]])[] = [
    [
      "parsel.lingsir",
      [
        { path: "/", heading: /^(Village|Kelurahan) / },
        { path: "/kasus/baru", heading: /who/i },
      ],
    ],
    [
      "balangan.dpmd",
      [
        { path: "/", heading: "Your sector" },
        { path: "/antrean", heading: "Sector cases" },
      ],
    ],
    [
      "parsel.admin",
      [
        { path: "/pengguna", heading: "People" },
        { path: "/wilayah", heading: "Areas" },
      ],
    ],
  ];
  for (const [username, stops] of places) {
    const { page, context, faults } = await enterInEnglish(browser, username);
    await walk(page, stops);
    expect(faults, username).toEqual([]);
    await context.close();
  }
});
