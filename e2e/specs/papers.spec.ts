import { expect, type Page } from "@playwright/test";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

/** The first drawing of a worker that has just begun takes its time on a busy machine. */
const madeWithin = 60_000;

/** Asks for a paper in the window that is open; its file and its number once it is there. */
const askFor = async (page: Page, make: string) => {
  const window = windowOf(page);
  const links = window.getByRole("link", { name: "Unduh" });
  // Papers of an earlier run are kept for a day, each with a link of minutes.
  const paths = async () =>
    (await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""))).map(
      (href) => href.split("?")[0] ?? "",
    );
  await expect(window.getByText(/Belum ada\.|Diminta/).first()).toBeVisible();
  const before = await paths();
  await window.getByRole("button", { name: make }).click();
  await expect
    .poll(async () => (await paths()).find((path) => !before.includes(path)), {
      timeout: madeWithin,
    })
    .toBeTruthy();
  const newest = window.getByRole("listitem").first();
  const href = await newest.getByRole("link", { name: "Unduh" }).getAttribute("href");
  const [number] = (await newest.innerText()).match(/[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/) ?? [""];
  await page.keyboard.press("Escape");
  return { href: href ?? "", number };
};

// By Paron's camat, who asks for papers in no other journey; nothing but these papers is changed.
test("a board's sheet and a village's are made, taken along, and known to whoever checks them", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const { page, faults } = await enter(browser, "paron.camat");
  const stranger = await playwright.request.newContext({ baseURL });

  const taken = async (href: string) => {
    const file = await page.request.get(href);
    expect(file.headers()["content-type"]).toBe("application/pdf");
    expect(file.headers()["content-disposition"]).toMatch(/^attachment/);
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
    // The link is its reader's alone.
    expect((await stranger.get(href, { maxRedirects: 0 })).status()).not.toBe(200);
  };
  const checked = async (number: string, kind: string) => {
    const page = await stranger.get(`/periksa/${number}`);
    expect(page.status()).toBe(200);
    expect(await page.text()).toContain(kind);
  };

  await test.step("Bahan rapat of the board", async () => {
    await page.goto("/papan");
    await page.getByRole("button", { name: "Bahan rapat" }).click();
    const { href, number } = await askFor(page, "Buat PDF");
    await taken(href);
    await checked(number, "Bahan rapat");
  });

  await test.step("Lembar desa, reached from the board", async () => {
    await page.getByText("Lembar desa", { exact: true }).click();
    await page.getByRole("link", { name: "Semen", exact: true }).click();
    await page.getByRole("button", { name: "PDF lembar desa" }).click();
    const { href, number } = await askFor(page, "PDF lembar desa");
    await taken(href);
    await checked(number.toLowerCase(), "Lembar desa");
  });

  await test.step("a number that is nobody's", async () => {
    const unknown = await stranger.get("/periksa/AAAA-AAAA-AAAA");
    expect(unknown.status()).toBe(404);
  });
  await stranger.dispose();
  expect(faults).toEqual([]);
});
