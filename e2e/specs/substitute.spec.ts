import { expect } from "@playwright/test";
import { ask, openCase } from "../fixtures/api";
import { placeOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

const letterNumber = "800/77/KEC-PRS/2026";

/** The section head is away; by a letter another one acts for him, and the office goes on. */
test("a substitute receives what comes for the absent section head, and no longer than the letter", async ({
  browser,
}) => {
  const admin = await enter(browser, "parsel.admin");
  const substitute = await enter(browser, "parsel.kasi-kessos");
  const village = await enter(browser, "parsel.lingsir");
  const villageCode = await placeOf(village.page.request);
  const report = async (word: string) => {
    const given = { villageCode, categoryCode: "VIL-FIN", title: `Laporan ${word}${Date.now()}` };
    const opened = await openCase(village.page.request, given);
    expect(opened.status, opened.text).toBe(200);
    return opened.data;
  };
  const opens = async (caseId: string) =>
    (await ask(substitute.page.request, "cases.show", { caseId })).status;
  const isTold = async (caseId: string) =>
    (await ask(substitute.page.request, "notifications.mine", {})).text.includes(caseId);

  const before = await report("tiung");
  expect(await opens(before.id), "before the letter").toBe(404);

  const { page } = admin;
  await page.goto("/pengguna");
  await page.getByRole("searchbox", { name: "Cari nama atau nama pengguna" }).fill("Yulian");
  await page.getByRole("button", { name: /parsel\.kasi-pemerintahan/ }).click();
  const pane = page.getByRole("complementary", { name: "Rincian pengguna" });

  await test.step("the administrator records the absence", async () => {
    await pane.getByRole("button", { name: /^Catat ketidakhadiran/ }).click();
    const dialog = windowOf(page, "Catat ketidakhadiran");
    const today = await dialog.getByLabel("Mulai").inputValue();
    await dialog.getByLabel("Sampai dengan").fill(today);
    const who = dialog.getByRole("combobox", { name: /Pengganti/ });
    await who.fill("Hasnah");
    await page.getByRole("option", { name: /Hasnah/ }).click();
    await dialog.getByRole("button", { name: "Simpan pengganti" }).click();
    await expect(dialog.getByRole("alert").first()).toBeVisible();
    await dialog.getByLabel("Nomor surat").fill(letterNumber);
    await dialog.getByRole("button", { name: "Simpan pengganti" }).click();
    await expect(dialog).toBeHidden();
    await expect(pane).toContainText("Hasnah");
  });

  const during = await report("cerukcuk");
  await test.step("the substitute is told, finds it on the home, and opens it", async () => {
    await expect.poll(() => isTold(during.id), { timeout: 15_000 }).toBe(true);
    expect(await opens(before.id), "what the office held before").toBe(200);
    await substitute.page.goto(`/kasus/${during.id}`);
    await expect(substitute.page.locator("main")).toContainText(during.number);
    await substitute.page.goto("/akun");
    await expect(substitute.page.locator("main")).toContainText("Plh.");
  });

  await test.step("when it is ended, nothing of it is left", async () => {
    const letter = pane.getByRole("listitem").filter({ hasText: letterNumber });
    await letter.getByRole("button", { name: /^Akhiri Plh\./ }).click();
    const dialog = windowOf(page, "Akhiri penggantian");
    await dialog.getByRole("button", { name: "Akhiri penggantian" }).click();
    await expect(dialog).toBeHidden();
    expect(await opens(during.id)).toBe(404);
    const after = await report("kacer");
    const regular = await enter(browser, "parsel.kasi-pemerintahan");
    await expect
      .poll(async () => (await ask(regular.page.request, "notifications.mine", {})).text, {
        timeout: 15_000,
      })
      .toContain(after.id);
    expect(await isTold(after.id)).toBe(false);
    await regular.context.close();
  });
  for (const { faults, context } of [admin, substitute, village]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
