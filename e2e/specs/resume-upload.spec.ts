import { expect } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { pdfOf } from "../fixtures/pdf";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

/** A village sends a letter over a line that is cut midway; the desk reads it. */
test("an upload that is cut midway goes on where it stopped, and the desk opens the file", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const village = await enter(browser, "parsel.lingsir", { serviceWorkers: "block" });
  const title = `Surat permohonan tertunda ${Date.now()}`;
  const opened = await openCase(village.context.request, {
    villageCode: "63.11.07.2015",
    categoryCode: "VIL-PROG",
    title,
  });
  expect(opened.status).toBe(200);
  const caseUrl = `/kasus/${opened.data.id}`;
  const { page } = village;
  await page.goto(caseUrl);

  const offsets: number[] = [];
  let cuts = 0;
  await page.route("**/api/berkas/unggah/**", async (route) => {
    const request = route.request();
    if (request.method() === "PATCH") {
      const offset = Number(request.headers()["upload-offset"]);
      // The second piece never arrives, however often it is tried, until the line is back.
      if (offset > 0 && cuts < 100) {
        cuts += 1;
        return route.abort("connectionreset");
      }
      offsets.push(offset);
    }
    return route.continue();
  });
  const pdf = pdfOf(900_000);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Pilih berkas" }).click();
  await (await chooser).setFiles({
    name: "surat-permohonan.pdf",
    mimeType: "application/pdf",
    buffer: pdf,
  });

  await test.step("the line is cut: it says so and keeps what has arrived", async () => {
    await expect(page.getByText(/Terputus di \d+%/)).toBeVisible({ timeout: 40_000 });
    expect(cuts).toBeGreaterThan(0);
  });

  await test.step("the line is back: it goes on from there, not from the start", async () => {
    cuts = 1_000;
    offsets.length = 0;
    await page.getByRole("button", { name: "Lanjutkan" }).click();
    await expect(page.getByRole("list", { name: "Berkas" })).toContainText("surat-permohonan.pdf", {
      timeout: 40_000,
    });
    expect(offsets[0]).toBeGreaterThan(0);
    expect(offsets).not.toContain(0);
  });

  await test.step("the desk sees it, not scanned, and saves it whole", async () => {
    const desk = await enter(browser, "parsel.triase");
    await desk.page.goto(caseUrl);
    const list = desk.page.getByRole("list", { name: "Berkas" });
    await expect(list).toContainText("surat-permohonan.pdf");
    await expect(list).toContainText("Belum dipindai");
    const link = desk.page.getByRole("link", { name: "Simpan surat-permohonan.pdf" });
    const href = (await link.getAttribute("href")) ?? "";
    const answer = await desk.context.request.get(href);
    expect(answer.status()).toBe(200);
    const headers = answer.headers();
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("sandbox");
    const body = await answer.body();
    expect(body.subarray(0, 5).toString()).toBe("%PDF-");
    expect(body.length).toBeGreaterThan(890_000);
    const stranger = await enter(browser, "balangan.dpmd");
    expect((await stranger.context.request.get(href)).status()).toBe(403);
    expect((await (await browser.newContext()).request.get(href)).status()).toBe(401);
    expect(desk.faults).toEqual([]);
    await Promise.all([desk.context.close(), stranger.context.close()]);
  });

  await test.step("what is refused says why, in words, before a byte is sent", async () => {
    offsets.length = 0;
    const again = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Pilih berkas" }).click();
    await (await again).setFiles({
      name: "foto.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("<svg onload=alert(1)>"),
    });
    await expect(page.getByText("Jenis berkas ini tidak diterima.")).toBeVisible();
    expect(offsets).toEqual([]);
  });

  await test.step("removing asks why and can be taken back", async () => {
    await page.getByRole("button", { name: "Singkirkan surat-permohonan.pdf" }).click();
    const dialog = windowOf(page, "Singkirkan berkas");
    await dialog.getByLabel("Alasan").fill("salah surat");
    await dialog.getByRole("button", { name: "Singkirkan" }).click();
    await expect(page.getByText("Belum ada foto atau dokumen.")).toBeVisible();
    await page.getByRole("button", { name: "Urungkan" }).click();
    await expect(page.getByRole("list", { name: "Berkas" })).toContainText("surat-permohonan.pdf");
  });
  expect(village.faults).toEqual([]);
  await village.context.close();
});
