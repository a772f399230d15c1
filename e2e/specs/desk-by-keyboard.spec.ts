import { expect } from "@playwright/test";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

/** A person who types 40 words a minute (ms between keys). */
const KEY = 110;

test("a walk-in is recorded in under a minute by keyboard alone", async ({ browser }) => {
  test.setTimeout(180_000);
  const { page, context, faults } = await enter(browser, "parsel.triase");
  await page.goto("/loket");
  await expect(page.getByLabel("Nama", { exact: true })).toBeFocused({ timeout: 30_000 });
  const { keyboard } = page;
  const type = (text: string) => keyboard.type(text, { delay: KEY });

  const began = Date.now();
  await type("Rusmiati (fiktif)");
  await keyboard.press("Alt+2");
  await type("lings");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("Alt+3");
  await keyboard.press("6");
  await expect(page.getByRole("radio", { name: /Administrasi dan keuangan desa/ })).toBeChecked();
  await keyboard.press("Alt+4");
  await type("SPJ tahap dua ditolak Siskeudes. Kode rekening berubah, minta pendampingan.");
  await keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/tanda-terima/);
  const seconds = (Date.now() - began) / 1000;
  test.info().annotations.push({ type: "seconds", description: seconds.toFixed(1) });
  expect(seconds).toBeLessThan(60);

  await expect(page.getByText(/PRS-\d{4}-\d{4,}-/).first()).toBeVisible();
  await expect(page.getByText("Lingsir").first()).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();
});

test("a pasted chat is read in the browser and fills the desk's form, whose words look for reports alike alone", async ({
  browser,
}) => {
  const { page, context, faults } = await enter(browser, "parsel.triase");
  await page.goto("/loket");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.getByRole("button", { name: "Tempel percakapan WhatsApp" }).click();
  const word = `gorong${Date.now()}`;
  await page.getByLabel("Percakapan", { exact: true }).fill(
    `20/11/26 19.41 - +62 860-0000-0177: Assalamualaikum
20/11/26 19.42 - Loket Kecamatan: Ada yang bisa dibantu?
20/11/26 19.44 - +62 860-0000-0177: Jalan dan jembatan di Murung Abuin rusak, ${word}
20/11/26 19.45 - +62 860-0000-0177: <Media tidak disertakan>`,
  );
  await expect(page.getByText(/1 foto atau berkas belum ikut/)).toBeVisible();
  const sentWith = (words: string) => sent.filter((request) => request.includes(words));
  expect(sentWith(word), "the chat is read in the browser").toEqual([]);
  await page.getByRole("button", { name: "Isi formulir" }).click();
  await expect(page.getByLabel(/Apa yang terjadi/)).toHaveValue(new RegExp(word));
  await expect(page.getByLabel(/^Telepon/)).toHaveValue("+62 860-0000-0177");
  await expect(page.getByLabel(/Kapan diterima/)).toHaveValue("2026-11-20T19:41");
  await expect(page.getByRole("combobox", { name: /Desa atau kelurahan/ })).toHaveValue(
    /Murung Abuin/,
  );
  // The form asks for reports alike by place, words and person, as every form does, and by no address.
  const others = sentWith(word).filter((request) => !request.includes("cases.findDuplicates"));
  expect(others).toEqual([]);
  const addresses = sent.map((request) => request.split(" ")[0] ?? "");
  expect(addresses.filter((address) => /0177|gorong/.test(address))).toEqual([]);

  await page.getByLabel("Nama", { exact: true }).fill("Rahmah (fiktif)");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/tanda-terima/);
  await page.goto(page.url().replace(/\/tanda-terima.*/, ""));
  await expect(page.getByText(/WhatsApp, .*20 November 2026/).first()).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();
});
