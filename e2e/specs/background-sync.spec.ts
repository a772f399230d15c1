import { type CDPSession, expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(120_000);

interface Found {
  readonly items: readonly { readonly id: string }[];
}

const tag = "rembuk-belum-terkirim";

/** Wakes the service worker as the browser does once there is network; only the moment is the test's. */
const wakeWorker = async (page: Page): Promise<void> => {
  const line: CDPSession = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    line.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ isDeleted }) => !isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await line.send("ServiceWorker.enable");
  await line.send("ServiceWorker.dispatchSyncEvent", {
    ...{ origin: new URL(page.url()).origin, registrationId: await known, tag },
    lastChance: false,
  });
  await line.detach();
};

test("what waits on a phone is sent though its page was closed, once there is network", async ({
  browser,
}) => {
  const word = `branjangan${Date.now()}`;
  const village = await enter(browser, "parsel.murung-abuin");
  const desk = await enter(browser, "parsel.triase");
  const { context, page } = village;
  const atDesk = async () =>
    (await ask<Found>(desk.page.request, "cases.list", { text: word, limit: 10 })).data.items
      .length;

  // A private context refuses Background Sync; that the page asks for it is seen all the same.
  await context.addInitScript(() => {
    const manager = (globalThis as { SyncManager?: { prototype: { register: unknown } } })
      .SyncManager;
    if (!manager) return;
    manager.prototype.register = async (tag: string) => sessionStorage.setItem("asked", tag);
  });
  await test.step("it is written down without network, and the page is closed", async () => {
    await page.goto("/luring");
    await page.getByLabel("Nama ponsel").fill(`Ponsel ${word}`);
    await page.getByRole("button", { name: "Siapkan ponsel" }).click();
    await expect(page.getByRole("heading", { name: "Masalah baru" })).toBeVisible();
    await expect(page.getByText("Halaman ini bisa dibuka tanpa jaringan.")).toBeVisible({
      timeout: 30_000,
    });
    await context.setOffline(true);
    await page.getByLabel("Jenis masalah").selectOption("VIL-FAC");
    await page.getByLabel("Judul singkat").fill(`Talud ${word} retak`);
    await page.getByLabel("Cerita").fill("Sejak hujan Senin malam, mobil memutar.");
    await page.getByLabel("Nama pelapor").fill("Rusmiati Contoh (fiktif)");
    await page.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(page.getByText(/^Tersimpan di perangkat pukul/)).toBeVisible();
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("asked"))).toBe(tag);
    await page.close();
    expect(await atDesk()).toBe(0);
  });

  await test.step("the browser wakes its worker, which sends it", async () => {
    await context.setOffline(false);
    const other = await context.newPage();
    // A page of the same address that knows nothing of the phone: it sends nothing itself.
    await other.goto("/lacak");
    await wakeWorker(other);
    await expect.poll(atDesk, { timeout: 30_000 }).toBe(1);
    await other.goto("/luring");
    await expect(other.getByText("0 di perangkat", { exact: true })).toBeVisible();
    expect(await atDesk()).toBe(1);
  });
  expect(village.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  await context.close();
  await desk.context.close();
});
