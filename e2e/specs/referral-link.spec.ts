import { expect } from "@playwright/test";
import { act } from "../fixtures/api";
import { caseAt, showCase } from "../fixtures/cases";
import { enter, watchFaults } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(240_000);

/** Health has no account in the demonstration: it answers its one referral by a link and a code. */
test("an agency without account accepts a referral by its signed link", async ({ browser }) => {
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const sector = await enter(browser, "balangan.dpmd");
  const title = `Rujukan lewat tautan ${Date.now()}`;
  const hands = {
    ...{ village: village.page.request, desk: desk.page.request, sector: sector.page.request },
  };
  const { id, number } = await caseAt(hands, "in_progress", title);
  const { version } = await showCase(desk.page.request, id);
  const referral = { target: "DINKES", asked: "Periksa air sumur warga.", mandatory: true };
  const referred = await act(desk.page.request, "referrals.refer", {
    ...{ caseId: id, version, referrals: [{ ...referral, limitDays: 5 }] },
  });
  expect(referred.status, referred.text).toBe(200);
  const card = desk.page
    .getByRole("region", { name: "Rujukan berjalan bersamaan" })
    .getByRole("listitem")
    .filter({ has: desk.page.getByRole("heading", { name: "Dinas Kesehatan" }) });

  const sent = await test.step("the desk makes the link, shown once", async () => {
    const { page } = desk;
    await page.goto(`/kasus/${id}`);
    await card.getByRole("button", { name: "Kirim tautan" }).click();
    const sure = windowOf(page, "Kirim tautan");
    await sure.getByRole("button", { name: "Buat tautan" }).click();
    const shown = windowOf(page, /^Tautan untuk Dinas Kesehatan/);
    await expect(shown.locator("output")).toHaveCount(2);
    const [address = "", code = ""] = await shown.locator("output").allInnerTexts();
    await shown.getByRole("button", { name: "Sudah saya sampaikan" }).click();
    await expect(card.getByRole("button", { name: "Cabut tautan" })).toBeVisible();
    return { address, code };
  });

  const agency = await browser.newContext({ javaScriptEnabled: false });
  const page = await agency.newPage();
  const faults = watchFaults(page);
  await test.step("a wrong code opens nothing, the right one this referral alone", async () => {
    await page.goto(sent.address);
    await expect(page.locator("body")).not.toContainText(number);
    const wrong = sent.code === "000000" ? "000001" : "000000";
    await page.getByLabel("Kode").fill(wrong);
    await page.getByRole("button", { name: "Buka" }).click();
    await expect(page.getByText(/kodenya tidak cocok/).first()).toBeVisible();
    await page.getByLabel("Kode").fill(sent.code);
    await page.getByRole("button", { name: "Buka" }).click();
    await expect(page.getByText("Periksa air sumur warga.")).toBeVisible();
    for (const hidden of ["Rusmiati", "Mohon bantuan kecamatan."])
      await expect(page.locator("body")).not.toContainText(hidden);
  });

  await test.step("it accepts; the desk sees it, and ends the link", async () => {
    await page.getByRole("button", { name: "Terima rujukan" }).click();
    await expect(page.getByText(/^Diterima\. Terima kasih/)).toBeVisible();
    await desk.page.reload();
    await expect(card).toContainText("Diterima");
    await card.getByRole("button", { name: "Cabut tautan" }).click();
    const sure = windowOf(desk.page, "Cabut tautan");
    await sure.getByRole("button", { name: "Cabut tautan" }).click();
    await expect(sure).toBeHidden();
    await page.goto(sent.address);
    await page.getByLabel("Kode").fill(sent.code);
    await page.getByRole("button", { name: "Buka" }).click();
    await expect(page.getByText(/Tautan tidak berlaku lagi/).first()).toBeVisible();
  });
  await agency.close();
  expect(faults).toEqual([]);
  for (const { faults: said, context } of [village, desk, sector]) {
    expect(said).toEqual([]);
    await context.close();
  }
});
