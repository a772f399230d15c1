import { expect, type Locator, type Page } from "@playwright/test";
import { enter, watchFaults } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

/** Chooses a next step and waits for its dialog; a toast is a dialog too, of another name. */
const openDialog = async (page: Page, title: string): Promise<Locator> => {
  const step = page.getByRole("button", { name: new RegExp(`^${title}`) });
  await step.first().click();
  const dialog = windowOf(page, title);
  await expect(dialog).toBeVisible();
  return dialog;
};

/** From the desk to the closed case: five people, each on their own screen. */
test("a walk-in is received, verified, routed, worked, answered, confirmed and tracked", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const title = `SPJ tahap dua ditolak Siskeudes ${Date.now()}`;

  const desk = await enter(browser, "parsel.triase");
  await desk.page.goto("/loket");
  await desk.page.getByLabel("Nama", { exact: true }).fill("Rusmiati (fiktif)");
  const village = desk.page.getByRole("combobox", { name: /Desa atau kelurahan/ });
  await village.fill("Lingsir");
  await desk.page
    .getByRole("option", { name: /Lingsir/ })
    .first()
    .click();
  await desk.page.getByRole("radio", { name: /Administrasi dan keuangan desa/ }).check();
  await expect(desk.page.getByText("Dinas Pemberdayaan Masyarakat dan Desa").first()).toBeVisible();
  await desk.page
    .getByLabel(/Apa yang terjadi/)
    .fill(`${title}. Kode rekening berubah, minta pendampingan.`);
  await desk.page.keyboard.press("Control+Enter");

  await expect(desk.page).toHaveURL(/tanda-terima/);
  const sheet = await desk.page.locator("main").innerText();
  const number = /PRS-\d{4}-\d{4,}-[A-Z0-9]/.exec(sheet)?.[0] ?? "";
  const pin =
    /\b\d{3}\s?\d{3}\b/.exec(sheet.slice(sheet.indexOf("PIN")))?.[0]?.replace(/\s/g, "") ?? "";
  expect(number).not.toBe("");
  expect(pin).toMatch(/^\d{6}$/);
  const caseUrl = desk.page.url().replace("/tanda-terima", "");

  await test.step("the reporter tracks it without signing in and without JavaScript", async () => {
    const citizen = await browser.newContext({ javaScriptEnabled: false });
    const page = await citizen.newPage();
    await page.goto("/lacak");
    await page.getByLabel("Nomor laporan").fill(number.toLowerCase());
    await page.getByLabel("PIN").fill(pin);
    await page.getByRole("button", { name: "Lihat keadaan laporan" }).click();
    await expect(page.getByRole("heading", { name: "Sudah diterima" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText("Rusmiati (fiktif)");
    await citizen.close();
  });

  await test.step("the desk verifies and routes", async () => {
    const { page } = desk;
    await page.goto(caseUrl);
    const verify = await openDialog(page, "Verifikasi");
    await verify.getByRole("button", { name: "Verifikasi" }).click();
    await expect(verify).toBeHidden();
    const route = await openDialog(page, "Disposisi");
    await route.getByLabel(/Isi disposisi/).fill("Mohon dampingi bendahara desa.");
    await route.getByRole("button", { name: "Kirim disposisi" }).click();
    await expect(route).toBeHidden();
    await expect(page.locator("main")).toContainText("Disposisi");
  });

  await test.step("DPMD accepts, writes and answers", async () => {
    const { page, context, faults } = await enter(browser, "balangan.dpmd");
    await page.goto(caseUrl);
    const accept = await openDialog(page, "Terima penugasan");
    await accept.getByRole("button", { name: "Terima" }).click();
    await expect(accept).toBeHidden();
    const answer = await openDialog(page, "Selesaikan");
    await answer.getByRole("radio", { name: "Ditangani" }).check();
    await answer.getByLabel("Tanggapan").fill("Kode rekening sudah diperiksa bersama bendahara.");
    await answer.getByLabel("Solusi").fill("Pemetaan kode rekening diperbaiki di Siskeudes.");
    await answer.getByLabel("Tindak lanjut").fill("Pendampingan sampai laporan diterima.");
    await answer.getByRole("button", { name: "Selesaikan kasus" }).click();
    await expect(answer).toBeHidden();
    expect(faults).toEqual([]);
    await context.close();
  });

  await test.step("the village confirms", async () => {
    const { page, context, faults } = await enter(browser, "parsel.lingsir");
    await page.goto(caseUrl);
    const confirm = await openDialog(page, "Konfirmasi selesai");
    await confirm.getByRole("button", { name: "Konfirmasi" }).click();
    await expect(confirm).toBeHidden();
    await expect(page.locator("main")).toContainText("Ditutup");
    expect(faults).toEqual([]);
    await context.close();
  });

  await test.step("tracking says closed, with the answer", async () => {
    const page = await (await browser.newContext()).newPage();
    const faults = watchFaults(page);
    await page.goto("/lacak");
    await page.getByLabel("Nomor laporan").fill(number);
    await page.getByLabel("PIN").fill(pin);
    await page.getByRole("button", { name: "Lihat keadaan laporan" }).click();
    await expect(page.getByRole("heading", { name: "Selesai dan ditutup" })).toBeVisible();
    await expect(page.locator("body")).toContainText("Pemetaan kode rekening diperbaiki");
    expect(faults).toEqual([]);
  });
  expect(desk.faults).toEqual([]);
  await desk.context.close();
});
