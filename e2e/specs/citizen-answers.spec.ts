import { expect } from "@playwright/test";
import { actOn, caseAt, showCase } from "../fixtures/cases";
import { trackReport } from "../fixtures/citizens";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(240_000);

const answer = { outcome: "handled", response: "Diperiksa.", solution: "Diperbaiki." } as const;

test("a citizen tracks, answers what was asked, reopens what is not settled, and closes", async ({
  browser,
}) => {
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const sector = await enter(browser, "balangan.dpmd");
  const hands = {
    village: village.page.request,
    desk: desk.page.request,
    sector: sector.page.request,
  };
  const kase = await caseAt(hands, "received", `Laporan cendet${Date.now()}`);

  await test.step("the desk asks; the citizen answers from the tracking page", async () => {
    await actOn(hands.desk, "askInfo", kase.id, { question: "Kode rekening yang mana?" });
    const page = await trackReport(browser, kase);
    await expect(page.getByRole("heading", { name: "Perlu dilengkapi" })).toBeVisible();
    await expect(page.locator("body")).toContainText("Kode rekening yang mana?");
    await page.getByRole("button", { name: "Kirim keterangan" }).click();
    await expect(page.locator("body")).toContainText("Isi dulu kolom ini.");
    await page.getByLabel("Keterangan Anda").fill("Rekening 5.2.3, belanja modal.");
    await page.getByRole("button", { name: "Kirim keterangan" }).click();
    await expect(page.locator("body")).toContainText("Keterangan Anda sudah sampai");
    expect((await showCase(hands.desk, kase.id)).status).toBe("received");
    await desk.page.goto(`/kasus/${kase.id}`);
    await expect(desk.page.locator("main")).toContainText("Rekening 5.2.3, belanja modal.");
    await page.context().close();
  });

  await test.step("it is worked and resolved", async () => {
    await actOn(hands.desk, "triage", kase.id);
    const routed = { target: "DPMD", instruction: "Mohon didampingi." };
    await actOn(hands.desk, "route", kase.id, routed);
    await actOn(hands.sector, "accept", kase.id);
    await actOn(hands.sector, "resolve", kase.id, { ...answer, followUp: "Dipantau." });
  });

  const deadline = async () => (await showCase(hands.desk, kase.id)).total.dueAt;
  const promised = await deadline();

  await test.step("not settled: it is open again, on the same total clock, with its reason", async () => {
    const page = await trackReport(browser, kase);
    await page.getByLabel("Apa yang belum selesai?").fill("SPJ masih ditolak Siskeudes.");
    await page.getByRole("button", { name: "Belum selesai" }).click();
    await expect(page.locator("body")).toContainText("Laporan Anda dibuka lagi");
    expect((await showCase(hands.desk, kase.id)).status).toBe("reopened");
    expect(await deadline()).toEqual(promised);
    await desk.page.goto(`/kasus/${kase.id}`);
    await expect(desk.page.locator("main")).toContainText("SPJ masih ditolak Siskeudes.");
    await expect(desk.page.locator("main")).toContainText("Giliran Anda");
    await page.context().close();
  });

  await test.step("settled: the citizen closes it", async () => {
    const routed = { target: "DPMD", instruction: "Mohon diulang." };
    await actOn(hands.desk, "route", kase.id, routed);
    await actOn(hands.sector, "accept", kase.id);
    await actOn(hands.sector, "resolve", kase.id, { ...answer, followUp: "Selesai." });
    const page = await trackReport(browser, kase);
    await page.getByRole("button", { name: "Sudah selesai" }).click();
    await expect(page.locator("body")).toContainText("Terima kasih. Laporan Anda ditutup.");
    expect((await showCase(hands.desk, kase.id)).status).toBe("closed");
    await page.context().close();
  });
  for (const { faults, context } of [village, desk, sector]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
