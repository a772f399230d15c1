import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { placeOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

/** What the tracking page says to this number and PIN: a page without script, asked by its form. */
const track = async (request: APIRequestContext, number: string, pin: string): Promise<string> => {
  const headers = { origin: new URL(process.env.BASE_URL ?? "http://localhost:3000").origin };
  const answer = await request.post("/lacak", { headers, form: { nomor: number, pin } });
  return answer.text();
};

const pinOn = async (page: Page): Promise<string> => {
  const sheet = page.getByRole("article");
  await expect(sheet).toContainText(/\d{6}/);
  return /(?<!\d)\d{6}(?!\d)/.exec((await sheet.textContent()) ?? "")?.[0] ?? "";
};

test("a reprint gives a new PIN and ends the old one, by number and by QR", async ({
  browser,
  request,
}) => {
  const desk = await enter(browser, "parsel.triase");
  const village = await enter(browser, "parsel.lingsir");
  const villageCode = await placeOf(village.page.request);
  await village.context.close();
  const opened = await openCase(desk.page.request, {
    villageCode,
    categoryCode: "VIL-FIN",
    title: `Cetak ulang ${Date.now()}`,
  });
  expect(opened.status).toBe(200);
  const { id, number, pin: oldPin, code: oldCode } = opened.data;
  expect(await track(request, number, oldPin)).toContain("Sudah diterima");

  const { page } = desk;
  await page.goto(`/kasus/${id}`);
  await page.getByRole("button", { name: "Tindakan lain" }).first().click();
  await page.getByRole("menuitem", { name: "Cetak ulang tanda terima" }).click();
  const dialog = windowOf(page, "Cetak ulang tanda terima");
  await expect(dialog).toContainText("Kode dan PIN lama tidak berlaku lagi.");
  await dialog.getByRole("button", { name: "Buat tanda terima baru" }).click();
  await expect(page).toHaveURL(/tanda-terima/);
  const newPin = await pinOn(page);
  expect(newPin).toMatch(/^\d{6}$/);
  expect(newPin).not.toBe(oldPin);

  expect(await track(request, number, oldPin)).toContain("Nomor atau PIN tidak cocok");
  expect((await request.get(`/lacak/k/${oldCode}`)).status()).toBe(404);
  expect(await track(request, number, newPin)).toContain("Sudah diterima");

  await test.step("the sheet shows its PIN once", async () => {
    await page.reload();
    await expect(page.getByText("PIN sudah pernah ditampilkan")).toBeVisible();
    await expect(page.getByRole("article")).toContainText("••••••");
    await expect(page.getByRole("article")).not.toContainText(newPin);
  });

  await test.step("the receipt page reprints too", async () => {
    await page.getByRole("button", { name: "Cetak ulang dengan PIN baru" }).click();
    await expect(page.getByText("Tersimpan. Serahkan lembar ini kepada pelapor.")).toBeVisible();
    const third = await pinOn(page);
    expect(third).not.toBe(newPin);
    expect(await track(request, number, newPin)).toContain("Nomor atau PIN tidak cocok");
    expect(await track(request, number, third)).toContain("Sudah diterima");
  });

  await test.step("a photo is attached there, while who brought it is at the desk", async () => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Pilih berkas" }).click();
    const dot =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    await (await chooser).setFiles({
      name: "foto-spj.png",
      mimeType: "image/png",
      buffer: Buffer.from(dot, "base64"),
    });
    await expect(page.getByRole("list", { name: "Berkas" })).toContainText("foto-spj", {
      timeout: 30_000,
    });
  });
  expect(desk.faults).toEqual([]);
  await desk.context.close();
});

test("who takes down a supervisory complaint keeps its number and nothing of its content", async ({
  browser,
  request,
}) => {
  const desk = await enter(browser, "parsel.triase");
  const { page } = desk;
  const word = `rangkong${Date.now()}`;
  await page.goto("/loket");
  await page.getByLabel("Nama", { exact: true }).fill(`Pelapor ${word} (fiktif)`);
  await page.getByRole("combobox", { name: /Desa atau kelurahan/ }).fill("Lingsir");
  await page
    .getByRole("option", { name: /Lingsir/ })
    .first()
    .click();
  await page.getByText("Pengaduan", { exact: true }).click();
  await page.getByRole("radio", { name: /Dugaan penyalahgunaan wewenang/ }).check();
  await page.getByLabel(/Apa yang terjadi/).fill(`Dugaan ${word} pada pekerjaan desa.`);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/tanda-terima/);
  const sheet = page.getByRole("article");
  await expect(sheet).toContainText("hanya bisa dibaca Inspektorat");
  await expect(sheet).toContainText(/PRS-\d{4}-\d{4,}-[A-Z0-9]/);
  await expect(page.locator("main")).not.toContainText(word);
  await expect(page.getByRole("link", { name: "Buka kasus" })).toHaveCount(0);
  const number = /PRS-\d{4}-\d{4,}-[A-Z0-9]/.exec((await sheet.textContent()) ?? "")?.[0] ?? "";
  const pin = await pinOn(page);

  await page.reload();
  await expect(page.locator("main")).not.toContainText(word);
  await expect(page.getByText("Anda tidak berwenang mencetak ulang")).toBeVisible();
  const tracked = await track(request, number, pin);
  expect(tracked).toContain("Laporan Anda dipegang <b>Inspektorat");
  expect(tracked).not.toContain(word);
  expect(desk.faults).toEqual([]);
  await desk.context.close();
});
