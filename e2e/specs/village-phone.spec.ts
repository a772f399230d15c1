import { type BrowserContext, expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import { caseAt, showCase } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { coldStart, everythingKept } from "../fixtures/phones";
import { noise } from "../fixtures/pictures";
import { test } from "../fixtures/test";

test.setTimeout(180_000);

const pin = "482915";

const openWithPin = async (page: Page): Promise<void> => {
  await page.getByLabel("PIN").fill(pin);
  await page.getByRole("button", { name: "Buka", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Kasus desa" })).toBeVisible();
};

const cardOf = (page: Page, number: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(number, { exact: true }) });

/** A new problem with a photo; some pixels of noise are more than one part on its way. */
const recordWithPhoto = async (page: Page, word: string): Promise<void> => {
  await page.getByLabel("Jenis masalah").selectOption("VIL-FAC");
  await page.getByLabel("Judul singkat").fill(`Talud ${word} retak`);
  await page.getByLabel("Cerita").fill("Sejak hujan Senin malam, mobil memutar.");
  await page.getByLabel("Nama pelapor").fill(`Rusmiati ${word} (fiktif)`);
  const field = page.getByLabel("Foto", { exact: true });
  const paper = { name: "surat.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  await field.setInputFiles(paper);
  await expect(page.getByText("Foto ini tidak bisa dibaca. Pilih foto lain.")).toBeVisible();
  await field.setInputFiles({ name: "talud.png", mimeType: "image/png", buffer: noise(180) });
  await expect(page.getByRole("img", { name: "Foto 1" })).toBeVisible();
  await page.getByRole("button", { name: "Simpan di perangkat" }).last().click();
  await expect(page.getByText(/^Tersimpan di perangkat pukul/)).toBeVisible();
};

/** 50 kbit/s with 800 ms of latency; cut before the first part went, and again when the server had it. */
const sendOverBadLine = async (context: BrowserContext): Promise<Page> => {
  let parts = 0;
  await context.route(/\/api\/trpc\/devices\.putPhoto/, async (route) => {
    parts += 1;
    if (parts === 1) return route.abort("connectionreset");
    if (parts > 2) return route.continue();
    expect((await route.fetch()).status()).toBe(200);
    return route.abort("connectionreset");
  });
  await context.setOffline(false);
  const { page } = await coldStart(context);
  const line = await context.newCDPSession(page);
  const bytes = 50_000 / 8;
  await line.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: 800, packetLoss: 5 },
    ...{ downloadThroughput: bytes, uploadThroughput: bytes },
  });
  for (const cut of [1, 2]) {
    await expect.poll(() => parts, { timeout: 20_000 }).toBeGreaterThanOrEqual(cut);
    await expect(page.getByText(/^Foto 1, kasus HLG/)).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
  }
  await expect(page.getByText("0 di perangkat", { exact: true })).toBeVisible({ timeout: 60_000 });
  await line.detach();
  await context.unroute(/\/api\/trpc\/devices\.putPhoto/);
  return page;
};

interface Found {
  readonly items: readonly { readonly id: string }[];
}
interface Files {
  readonly files: readonly { readonly name: string; readonly status: string }[];
}

test("a village reads and answers its cases on its phone without network", async ({ browser }) => {
  const word = `cucak${Date.now()}`;
  const village = await enter(browser, "halong.liyu");
  const desk = await enter(browser, "halong.triase");
  const sector = await enter(browser, "balangan.dpmd");
  const hands = {
    village: village.page.request,
    desk: desk.page.request,
    sector: sector.page.request,
  };
  const settled = await caseAt(hands, "resolved", `Saluran ${word}`);
  const unsettled = await caseAt(hands, "resolved", `Jembatan ${word}`);
  const { context } = village;

  await test.step("takes the cases along under a PIN, once there is network", async () => {
    const { page } = village;
    await page.goto("/luring");
    await page.getByLabel("Nama ponsel").fill("Ponsel Sekdes Liyu");
    await page.getByRole("button", { name: "Siapkan ponsel" }).click();
    await page.getByRole("button", { name: "Bawa kasus desa" }).click();
    await page.getByLabel("PIN baru").fill(pin);
    await page.getByLabel("Ulangi PIN").fill(pin);
    await page.getByRole("button", { name: "Unduh kasus" }).click();
    await expect(cardOf(page, settled.number)).toBeVisible();
    await expect(page.getByText("Halaman ini bisa dibuka tanpa jaringan.")).toBeVisible({
      timeout: 30_000,
    });
    const kept = await everythingKept(page);
    expect(kept.includes(word), "what lies on the phone can be read").toBe(false);
    expect(village.faults).toEqual([]);
    await page.close();
  });

  await test.step("opens them from cold without network and answers", async () => {
    await context.setOffline(true);
    const { page, faults } = await coldStart(context);
    await page.getByLabel("PIN").fill("000000");
    await page.getByRole("button", { name: "Buka", exact: true }).click();
    await expect(page.getByText("PIN salah.")).toBeVisible();
    await openWithPin(page);
    const card = cardOf(page, settled.number);
    await expect(card).toContainText("Berkas sudah diperiksa bersama.");
    await card.getByRole("button", { name: "Sudah beres" }).click();
    await card.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(card).toContainText("Masalah sudah beres: tersimpan di ponsel");
    await card.getByRole("button", { name: "Warga sudah dikabari" }).click();
    await card.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(card.getByText("Isi dulu.")).toBeVisible();
    await card.getByLabel("Siapa yang mengabari").fill("Kaur Umum");
    await card.getByText("Langsung", { exact: true }).click();
    await card.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(card).toContainText("Warga sudah dikabari: tersimpan di ponsel");
    const other = cardOf(page, unsettled.number);
    await other.getByRole("button", { name: "Belum beres" }).click();
    await other.getByLabel("Apa yang belum beres").fill(`Papan ${word} masih patah`);
    await other.getByRole("button", { name: "Simpan di perangkat" }).click();
    await recordWithPhoto(page, word);
    await expect(page.getByText("5 di perangkat", { exact: true })).toBeVisible();
    await expect(page.getByText("Menyusul setelah catatannya terkirim.")).toBeVisible();
    expect((await everythingKept(page)).includes(word), "it can be read").toBe(false);
    expect(faults).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });

  await test.step("sends them when there is network, and knows how the cases stand then", async () => {
    const page = await sendOverBadLine(context);
    expect((await showCase(desk.page.request, settled.id)).status).toBe("closed");
    expect((await showCase(desk.page.request, unsettled.id)).status).toBe("reopened");
    const request = desk.page.request;
    const found = await ask<Found>(request, "cases.list", { text: `Talud ${word}`, limit: 50 });
    expect(found.data.items).toHaveLength(1);
    const caseId = found.data.items[0]?.id;
    const { data } = await ask<Files>(request, "files.list", { caseId });
    expect(data.files).toMatchObject([{ name: "Foto 1.jpg", status: "ready" }]);
    await openWithPin(page);
    await page.getByRole("button", { name: "Perbarui" }).click();
    await expect(cardOf(page, settled.number)).toHaveCount(0);
    await page.close();
  });
  for (const person of [village, desk, sector]) await person.context.close();
});
