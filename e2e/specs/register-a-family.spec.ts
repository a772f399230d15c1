// Families of Liyu (Halong) that this journey makes itself, with a NIK of each run's own; no setting is touched.
import { type Browser, expect, type Page } from "@playwright/test";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

const serial = String(1 + (Date.now() % 9_998)).padStart(4, "0");
const nik = `999901470486${serial}`;
const name = `Wahidah ${serial} (fiktif)`;

const onPhone = async (browser: Browser, username: string): Promise<Page> => {
  const { page } = await enter(browser, username);
  await page.setViewportSize({ width: 390, height: 844 });
  return page;
};

const register = async (page: Page) => {
  await page.goto("/keluarga/baru");
  const save = page.getByRole("button", { name: "Simpan keluarga" });
  await save.click();
  await expect(page.getByRole("link", { name: "Isi nama." })).toBeVisible();
  await page.getByLabel("Nama", { exact: true }).fill(name);
  await page.getByLabel("Jenis kelamin").selectOption("female");
  await page.getByLabel("Tanggal lahir").fill("1986-04-08");
  await page.getByLabel("Nomor NIK").fill(nik);
  await expect(page.getByText("Tanggal lahir berbeda dari NIK")).toBeVisible();
  await page.getByLabel("Tanggal lahir").fill("1986-04-07");
  await expect(page.getByText("Tanggal lahir berbeda dari NIK")).toHaveCount(0);
  await save.click();
  await expect(page.getByRole("heading", { name: `Keluarga ${name}` })).toBeVisible();
  await expect(page.getByText(nik)).toHaveCount(0);
};

const putForward = async (page: Page) => {
  await page.getByRole("button", { name: "Usulkan" }).click();
  const form = windowOf(page);
  await form.getByLabel("Program").selectOption("PKH");
  await form.getByLabel("KTP").check();
  await form.getByLabel("Mengapa diusulkan").fill("Dua anak masih sekolah.");
  await form.getByRole("button", { name: "Usulkan" }).click();
  await expect(page.getByText("Calon", { exact: true })).toBeVisible();
  await expect(page.getByText("Dokumen belum dilihat:")).toBeVisible();
};

const act = async (page: Page, what: string, words: string, day?: string) => {
  await page.getByRole("button", { name: what, exact: true }).click();
  const form = windowOf(page);
  if (day) await form.getByLabel(/^Tanggal/).fill(day);
  await form.getByRole("textbox").last().fill(words);
  await form.getByRole("button", { name: what, exact: true }).click();
  await expect(form).toBeHidden();
};

test("a village registers a family, the kecamatan finds it by NIK, verifies and recommends", async ({
  browser,
}) => {
  const village = await onPhone(browser, "halong.liyu");
  await register(village);
  await putForward(village);
  const address = new URL(village.url()).pathname;

  const { page: desk } = await enter(browser, "halong.triase");
  await desk.goto("/keluarga");
  await desk.getByLabel("Cari keluarga").fill(nik);
  await desk.getByRole("link", { name }).click();
  await expect(desk).toHaveURL(new RegExp(address));
  await desk.getByRole("button", { name: `Lihat data ${name}` }).click();
  await desk.getByLabel("Keperluan").fill("Mencocokkan KTP");
  await desk.getByRole("button", { name: "Buka dan catat" }).click();
  await expect(desk.getByText(nik)).toBeVisible();
  await windowOf(desk).getByRole("button", { name: "Tutup" }).first().click();
  await act(desk, "Catat verifikasi lapangan", "Dikunjungi, keadaan sesuai.", "2026-01-10");
  await expect(desk.getByText("Terverifikasi", { exact: true })).toBeVisible();

  const { page: camat } = await enter(browser, "halong.camat");
  await camat.goto(address);
  await act(camat, "Beri rekomendasi", "Layak diusulkan ke kementerian.");
  await expect(camat.getByText("Direkomendasikan", { exact: true }).first()).toBeVisible();
  await expect(camat.getByRole("button", { name: "Tetapkan" })).toHaveCount(0);
});
