import { expect, type Page } from "@playwright/test";
import { act, ask } from "../fixtures/api";
import { enter, passSignIn } from "../fixtures/people";
import { coldStart, everythingKept } from "../fixtures/phones";
import { test } from "../fixtures/test";

test.setTimeout(240_000);

interface Found {
  readonly items: readonly { readonly id: string }[];
}
interface Device {
  readonly id: string;
  readonly label: string;
}

/** Fills the form, which only a page that is alive can take, and saves. */
async function record(page: Page, word: string): Promise<void> {
  await page.getByLabel("Jenis masalah").selectOption("VIL-FAC");
  await page.getByLabel("Judul singkat").fill(`Talud ${word} retak`);
  await page.getByLabel("Cerita").fill(`Sejak hujan Senin malam, ${word}, mobil memutar.`);
  await page.getByLabel("Nama pelapor").fill(`Rusmiati ${word} (fiktif)`);
  await page.getByRole("button", { name: "Simpan di perangkat" }).click();
  await expect(page.getByText(/^Tersimpan di perangkat pukul/)).toBeVisible();
}

const cachedPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });

const inList = async (page: Page, word: string): Promise<number> => {
  const found = await ask<Found>(page.request, "cases.list", { text: word, limit: 50 });
  expect(found.status).toBe(200);
  return found.data.items.length;
};

test("a phone records without network, sends once, and hands over what it holds when revoked", async ({
  browser,
}) => {
  const stamp = Date.now();
  const [word, second] = [`kenari${stamp}`, `jalak${stamp}`];
  const label = `Ponsel Sekdes ${stamp}`;
  const village = await enter(browser, "parsel.lingsir");
  const { context } = village;
  const onDevice = (page: Page, count: number) =>
    expect(page.getByText(`${count} di perangkat`, { exact: true })).toBeVisible();

  await test.step("is set up once, with network", async () => {
    const { page } = village;
    await page.goto("/luring");
    await page.getByLabel("Nama ponsel").fill(label);
    await page.getByRole("button", { name: "Siapkan ponsel" }).click();
    await expect(page.getByRole("heading", { name: "Masalah baru" })).toBeVisible();
    await expect(page.getByText("Halaman ini bisa dibuka tanpa jaringan.")).toBeVisible({
      timeout: 30_000,
    });
    expect(village.faults).toEqual([]);
    await page.close();
  });

  await test.step("opens from cold without network, under its policy, and seals", async () => {
    await context.setOffline(true);
    const { page, faults } = await coldStart(context);
    await record(page, word);
    await onDevice(page, 1);
    expect(await everythingKept(page)).not.toContain(word);
    expect(faults).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });

  await test.step("still has it after the tab was killed", async () => {
    const { page, faults } = await coldStart(context);
    await onDevice(page, 1);
    await expect(page.getByText("Tanpa jaringan", { exact: true })).toBeVisible();
    await expect(page.getByText(/^Tersimpan di perangkat \d/)).toBeVisible();
    const elsewhere = await context.newPage();
    await elsewhere.goto("/antrean");
    await expect(elsewhere.getByRole("heading", { name: "Tidak ada jaringan" })).toBeVisible();
    await elsewhere.close();
    expect(faults).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });

  await test.step("sends it once, though the first answer is lost after the server wrote", async () => {
    await context.setOffline(false);
    let taken = 0;
    await context.route(/\/api\/trpc\/devices\.replay/, async (route) => {
      const answer = await route.fetch();
      expect(answer.status()).toBe(200);
      taken += 1;
      await route.abort("connectionreset");
    });
    const { page } = await coldStart(context);
    await expect.poll(() => taken).toBeGreaterThan(0);
    await onDevice(page, 1);
    expect(await inList(page, word), "written, the answer lost").toBe(1);
    await context.unroute(/\/api\/trpc\/devices\.replay/);
    await page.close({ runBeforeUnload: false });

    const [left, right] = await Promise.all([coldStart(context), coldStart(context)]);
    for (const tab of [left.page, right.page]) {
      await onDevice(tab, 0);
      await expect(tab.getByRole("heading", { name: /^Terkirim/ })).toBeVisible();
      await expect(tab.getByText(/^PRS/)).toBeVisible();
    }
    expect(await inList(left.page, word), "sent twice, one case").toBe(1);
    expect(await everythingKept(left.page)).not.toContain(word);
    await left.page.close();
    await right.page.close();
  });

  await test.step("keeps pages and files that hold nothing of anybody", async () => {
    const { page } = await coldStart(context);
    const paths = await cachedPaths(page);
    const pages = paths.filter((path) => !path.startsWith("/_next/static/"));
    expect(new Set(pages)).toEqual(new Set(["/luring", "/~offline"]));
    await page.close();
  });

  await test.step("is revoked: hands over what waits and forgets what it had", async () => {
    await context.setOffline(true);
    const { page, faults } = await coldStart(context);
    await record(page, second);
    await onDevice(page, 1);

    const admin = await enter(browser, "parsel.admin");
    const devices = await ask<Device[]>(admin.page.request, "staff.devices", {
      areaCode: "63.11.07",
    });
    const deviceId = devices.data.find((one) => one.label === label)?.id;
    expect(deviceId).toBeTruthy();
    expect(
      (await act(admin.page.request, "staff.revokeDevice", { deviceId, reason: "Ponsel hilang" }))
        .status,
    ).toBe(200);
    await admin.context.close();

    // Revoking ended the session too: who holds the phone must prove again who they are.
    await context.setOffline(false);
    await page.getByRole("link", { name: "Masuk", exact: true }).click({ timeout: 40_000 });
    await passSignIn(page, "parsel.lingsir");
    await expect(page.getByText("Ponsel ini sudah dicabut")).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText(/1 catatan yang belum terkirim sudah diserahkan/)).toBeVisible();
    await onDevice(page, 0);
    expect(await inList(page, second), "quarantined, no case").toBe(0);
    const kept = await everythingKept(page);
    expect(kept).not.toContain(deviceId);
    expect(kept).not.toContain("VIL-FAC");
    expect(kept).not.toContain(second);
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  });

  await context.close();
});
