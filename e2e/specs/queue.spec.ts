import { devices, expect, type Locator, type Page } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { actOn, placeOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(120_000);

const pageSize = 50;

const rowsOf = (page: Page): Locator => page.locator("[data-case]");

const listOf = (page: Page): Locator => page.getByRole("grid", { name: "Daftar kasus" });

/** Rows that are loaded; of them those in sight are drawn. */
const sizeOf = async (page: Page): Promise<number> =>
  Number(await listOf(page).getAttribute("data-rows"));

/** Every row that is loaded, in its order: the list is scrolled through, and back to its head. */
const idsOf = (page: Page): Promise<(string | null)[]> =>
  listOf(page).evaluate(async (list) => {
    const box = list.parentElement ?? list;
    const found = new Map<number, string | null>();
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
    for (let top = 0; top <= box.scrollHeight; top += 400) {
      box.scrollTop = top;
      await drawn();
      for (const row of list.querySelectorAll("[data-case]"))
        found.set(Number(row.getAttribute("aria-rowindex")), row.getAttribute("data-case"));
    }
    box.scrollTop = 0;
    await drawn();
    return [...found].sort(([one], [other]) => one - other).map(([, id]) => id);
  });

// In Halong, where other journeys seldom bring cases; one that does must not disturb this one.
test("the list grows page by page, and what arrives waits until it is asked for", async ({
  browser,
}) => {
  const village = await enter(browser, "halong.liyu");
  const desk = await enter(browser, "halong.triase");
  const { page } = desk;
  const villageCode = await placeOf(village.page.request);
  await page.goto("/antrean?tampilan=semua");
  await expect(listOf(page)).toHaveAttribute("data-rows", String(pageSize));
  await expect(listOf(page)).toHaveAttribute("aria-rowcount", "-1");
  const first = await idsOf(page);

  const word = `prenjak${Date.now()}`;
  const opened = await openCase(village.page.request, {
    villageCode,
    categoryCode: "VIL-FIN",
    title: `Laporan ${word}`,
  });
  expect(opened.status).toBe(200);
  const arrived = page.getByRole("status").filter({ hasText: /\b\d+ baru/ });

  await test.step("a new case is told and moves nothing", async () => {
    await expect(arrived).toBeVisible();
    expect(await idsOf(page)).toEqual(first);
    await expect(page.locator("main")).not.toContainText(word);
  });

  await test.step("further pages continue behind the last row, none twice", async () => {
    const more = page.getByRole("button", { name: "Muat berikutnya" });
    for (let size = first.length; await more.isVisible(); ) {
      await more.click();
      await expect.poll(() => sizeOf(page)).toBeGreaterThan(size);
      size = await sizeOf(page);
    }
    expect(await rowsOf(page).count(), "those in sight are drawn").toBeLessThan(pageSize);
    const all = await idsOf(page);
    expect(all.slice(0, first.length), "what was read stays where it is").toEqual(first);
    expect(new Set(all).size, "no case stands there twice").toBe(all.length);
    expect(all).not.toContain(opened.data.id);
    await expect(arrived).toBeVisible();
    await expect(page.getByText(`${all.length} kasus, semuanya sudah tampil`)).toBeVisible();
    const tab = page.getByRole("link", { name: /^Semua/ }).first();
    // The number of the tab counts the one that has arrived too.
    await expect
      .poll(async () => Number((await tab.innerText()).replace(/\D/g, "")))
      .toBeGreaterThan(all.length);
  });

  await test.step("asked for, it stands before what was read", async () => {
    await page.getByRole("button", { name: "Perbarui daftar" }).click();
    await expect(rowsOf(page).filter({ hasText: word })).toHaveCount(1);
    await expect(arrived).toHaveCount(0);
    const all = await idsOf(page);
    expect(all.indexOf(opened.data.id)).toBeLessThan(all.indexOf(first[0] ?? ""));
    expect(new Set(all).size).toBe(all.length);
  });
  for (const person of [village, desk]) {
    expect(person.faults).toEqual([]);
    await person.context.close();
  }
});

/** The reading of the list that goes on behind a row, if this request is one. */
const goesOn = (url: URL): boolean =>
  url.pathname.includes("cases.list") && url.search.includes(encodeURIComponent('"cursor":{'));

const readsAnew = (url: URL): boolean => url.pathname.includes("cases.list") && !goesOn(url);

test("a page that was asked for comes, though the list is read anew meanwhile", async ({
  browser,
}) => {
  const village = await enter(browser, "halong.liyu");
  const villageCode = await placeOf(village.page.request);
  const desk = await enter(browser, "halong.triase", { serviceWorkers: "block" });
  const { page } = desk;
  await page.goto("/antrean?tampilan=semua");
  await expect(listOf(page)).toHaveAttribute("data-rows", String(pageSize));

  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    goesOn,
    async (route) => {
      await released;
      // The browser has given this request up by now, when the list was read anew.
      await route.continue().catch(() => undefined);
    },
    { times: 1 },
  );
  const asked = page.waitForRequest((request) => goesOn(new URL(request.url())));
  await page.getByRole("button", { name: "Muat berikutnya" }).click();
  await asked;
  const anew = page.waitForResponse((answer) => readsAnew(new URL(answer.url())));
  const opened = await openCase(village.page.request, {
    villageCode,
    categoryCode: "VIL-FIN",
    title: `Laporan kepodang${Date.now()}`,
  });
  expect(opened.status).toBe(200);
  await anew;
  release();
  await expect.poll(() => sizeOf(page)).toBeGreaterThan(pageSize);
  for (const person of [village, desk]) {
    expect(person.faults).toEqual([]);
    await person.context.close();
  }
});

test("a case that moved on stays marked under the reader's eyes", async ({ browser }) => {
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const { page } = desk;
  const word = `gelatik${Date.now()}`;
  const opened = await openCase(village.page.request, {
    villageCode: await placeOf(village.page.request),
    categoryCode: "VIL-FIN",
    title: `Laporan ${word}`,
  });
  const caseId = opened.data.id;
  await page.goto(`/antrean?status=received&cari=${word}`);
  const row = page.locator(`[data-case="${caseId}"]`);
  await expect(row).toContainText("Diterima");

  const colleague = await enter(browser, "parsel.triase-2");
  await actOn(colleague.page.request, "triage", caseId);
  await expect(row).toContainText("Sudah berpindah");
  await expect(page.getByText("1 berpindah")).toBeVisible();
  await page.getByRole("button", { name: "Perbarui daftar" }).click();
  await expect(row).toHaveCount(0);
  for (const person of [village, desk, colleague]) await person.context.close();
});

// The oldest cases, which no journey moves.
test("on a phone list and case are read before any script has come", async ({ browser }) => {
  const desk = await enter(browser, "halong.triase");
  const cookies = await desk.context.cookies();
  const openPhone = async (haveScriptsCome: boolean): Promise<Page> => {
    const { viewport, userAgent, isMobile, hasTouch } = devices["Pixel 7"];
    const options = { viewport, userAgent, isMobile, hasTouch, serviceWorkers: "block" } as const;
    const context = await browser.newContext(options);
    if (!haveScriptsCome) await context.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto("/antrean?tampilan=semua&urut=terlama");
    return page;
  };
  const bare = await openPhone(false);
  const links = bare.getByRole("list", { name: "Daftar kasus" }).getByRole("link");
  await expect(links).toHaveCount(8);
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));

  const whole = await openPhone(true);
  await expect(rowsOf(whole).first()).toBeVisible();
  const cards = await rowsOf(whole).evaluateAll((all) =>
    all.slice(0, 8).map((one) => one.getAttribute("href")),
  );
  expect(cards).toEqual(hrefs.slice(0, cards.length));
  expect(cards.length).toBeGreaterThan(3);
  await rowsOf(whole).first().tap();
  await expect(whole).toHaveURL(new RegExp(`${hrefs[0]}$`));
  await expect(whole.getByRole("heading", { name: "Uraian" })).toBeVisible();
  const title = (await whole.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(title).not.toBe("");

  await links.first().click();
  await expect(bare).toHaveURL(new RegExp(`${hrefs[0]}$`));
  await expect(bare.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(bare.getByRole("heading", { name: "Uraian" })).toBeVisible();
});
