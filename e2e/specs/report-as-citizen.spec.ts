import { expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

/** The longest answer of a public page (bytes). */
const LARGEST = 40 * 1024;
/** Sooner than this the server takes a form for a machine's (ms). */
const READING = 4_500;

const chooseOffice = async (page: Page) => {
  await page.goto("/lapor");
  await page
    .getByLabel("Kecamatan", { exact: true })
    .selectOption({ label: "Kecamatan Paringin Selatan" });
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expect(page.getByRole("heading", { name: "Apa yang terjadi?" })).toBeVisible();
};

const fill = async (page: Page, story: string) => {
  await page.getByLabel("Desa atau kelurahan tempat kejadian").selectOption({ label: "Lingsir" });
  await page.getByLabel("Tentang apa").selectOption("PUB-ROAD");
  await page.getByLabel("Ceritakan").fill(story);
  await page.getByLabel("Siapa yang diadukan").selectOption("village");
  await page.getByLabel("Laporan ini untuk").selectOption("neighbour");
  await page.getByLabel("Nama Anda").fill("Rahmah (fiktif)");
};

test("a citizen reports without account and without JavaScript, and the desk verifies", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const title = `Titian Lingsir putus ${Date.now()}`;
  const citizen = await browser.newContext({ javaScriptEnabled: false });
  const page = await citizen.newPage();
  const sizes: number[] = [];
  page.on("response", async (response) => {
    if (new URL(response.url()).pathname === "/lapor")
      sizes.push((await response.body().catch(() => Buffer.alloc(0))).length);
  });
  await page.goto("/masuk");
  await page.getByRole("link", { name: /Laporkan masalah/ }).click();
  const call = page.getByRole("link", { name: "112" });
  const numbers = await call.boundingBox();
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  expect(numbers?.y ?? 0).toBeLessThan(heading?.y ?? 0);

  await chooseOffice(page);
  await fill(page, `${title}. <script>alert(1)</script> & "petik"`);
  await page.getByLabel(/Nomor telepon/).fill("12");
  await page.getByRole("button", { name: "Periksa laporan" }).click();
  await expect(page.getByRole("alert")).toContainText("Nomor telepon tidak dikenali");
  await expect(page.getByLabel("Nama Anda")).toHaveValue("Rahmah (fiktif)");
  await expect(page.getByLabel("Ceritakan")).toHaveValue(
    `${title}. <script>alert(1)</script> & "petik"`,
  );
  await page.getByLabel(/Nomor telepon/).fill("");
  await page.getByRole("button", { name: "Periksa laporan" }).click();
  await expect(page.getByRole("heading", { name: "Sudah benar?" })).toBeVisible();
  await page.getByRole("button", { name: "Ubah isian" }).click();
  await expect(page.getByLabel("Laporan ini untuk")).toHaveValue("neighbour");
  await page.getByRole("button", { name: "Periksa laporan" }).click();
  await page.waitForTimeout(READING);
  await page.getByRole("button", { name: "Kirim laporan" }).click();

  await expect(page.getByRole("heading", { name: "Laporan diterima" })).toBeVisible();
  const text = await page.locator("main").innerText();
  const number = /PRS-\d{4}-\d{4,}-[A-Z0-9]/.exec(text)?.[0] ?? "";
  const pin = /^\d{6}$/m.exec(text)?.[0] ?? "";
  expect(page.url()).not.toContain(pin);
  // The same form again, as by a reload: the same case, the same secrets.
  await page.reload();
  expect(await page.locator("main").innerText()).toBe(text);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(LARGEST);

  await page.goto("/lacak");
  await page.getByLabel("Nomor laporan").fill(number);
  await page.getByLabel("PIN").fill(pin);
  await page.getByRole("button", { name: "Lihat keadaan laporan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sudah diterima");
  await expect(page.getByText("Rah***")).toBeVisible();

  const desk = await enter(browser, "parsel.triase");
  const search = encodeURIComponent(title);
  await desk.page.goto(`/antrean?cari=${search}`);
  await desk.page.getByText(title).first().click();
  await expect(desk.page.getByText("Belum diverifikasi").first()).toBeVisible();
  await expect(desk.page.getByText(/Mewakili orang lain, Tetangga/).first()).toBeVisible();
  expect(desk.faults).toEqual([]);

  await test.step("the village complained of sees nothing of it", async () => {
    type Found = { items: { id: string }[] };
    const search = { text: title };
    const known = await ask<Found>(desk.page.request, "cases.list", search);
    const caseId = known.data.items[0]?.id ?? "";
    const village = await enter(browser, "parsel.lingsir");
    const shown = await ask(village.page.request, "cases.show", { caseId });
    const found = await ask<Found>(village.page.request, "cases.list", search);
    expect([shown.status, found.data.items.length]).toEqual([404, 0]);
    await village.context.close();
  });
  await desk.context.close();
  await citizen.close();
});

test("a machine's form is stopped: too fast, honeypot, foreign origin, forged", async ({
  browser,
  baseURL,
}) => {
  const citizen = await browser.newContext({ javaScriptEnabled: false });
  const page = await citizen.newPage();
  await chooseOffice(page);
  await fill(page, "Terlalu cepat untuk manusia.");
  await page.getByRole("button", { name: "Periksa laporan" }).click();
  await page.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(page.getByRole("alert")).toContainText("Terlalu cepat");
  await expect(page.getByLabel("Ceritakan")).toHaveValue("Terlalu cepat untuk manusia.");

  const form = {
    langkah: "kirim",
    kiriman: await page.locator('input[name="kiriman"]').inputValue(),
    desa: await page.getByLabel("Desa atau kelurahan tempat kejadian").inputValue(),
    jenis: "PUB-ROAD",
    cerita: "Dari mesin.",
    nama: "Mesin",
  };
  await page.waitForTimeout(READING);
  const post = (fields: object, origin = baseURL ?? "") =>
    page.request.post("/lapor?kecamatan=63.11.07", {
      form: { ...form, ...fields },
      headers: { origin },
    });
  const answers = [
    await post({ situs: "https://spam.example" }),
    await post({}, "https://jahat.example"),
    await post({ kiriman: "palsu" }),
    await post({ desa: "63.11.02.2014" }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([422, 403, 422, 422]);
  for (const answer of answers) {
    expect(await answer.text()).toContain("Dari mesin.");
    expect(await answer.text()).not.toMatch(/PRS-\d{4}/);
  }
  await citizen.close();
});
