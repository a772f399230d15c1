import { expect } from "@playwright/test";
import { act, openCase } from "../fixtures/api";
import { actOn, openStep, placeOf, showCase } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(180_000);

const instruction = "Mohon dampingi bendahara desa sampai laporan diterima.";

/** Two people at one desk take up the same case: the slower one loses nothing and decides anew. */
test("the second of two officers sees what the first did, and goes on from there", async ({
  browser,
}) => {
  const first = await enter(browser, "parsel.triase-2");
  const second = await enter(browser, "parsel.triase");
  const village = await enter(browser, "parsel.lingsir");
  const villageCode = await placeOf(village.page.request);
  const opened = await openCase(village.page.request, {
    villageCode,
    categoryCode: "VIL-FIN",
    title: `Laporan belibis${Date.now()}`,
  });
  expect(opened.status, opened.text).toBe(200);
  const { id: caseId } = opened.data;
  await actOn(second.page.request, "triage", caseId);

  const { page } = second;
  await page.goto(`/kasus/${caseId}`);
  await test.step("each sees that the other has the case open, until it is closed", async () => {
    const present = page.getByRole("status").filter({ hasText: "Juga dibuka oleh" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(present).toHaveCount(0);
    await first.page.goto(`/kasus/${caseId}`);
    await expect(present).toBeVisible();
    await expect(first.page.getByText(/Juga dibuka oleh/)).toBeVisible();
    await first.page.getByRole("link", { name: "Beranda" }).click();
    await expect(present).toHaveCount(0);
  });

  const route = await openStep(page, "Disposisi");
  await route.getByLabel(/Isi disposisi/).fill(instruction);

  await test.step("the first corrects the reporter's name meanwhile", async () => {
    await actOn(first.page.request, "amend", caseId, {
      reporter: { name: "Rusmiati Beringin (fiktif)" },
      reason: "Nama pelapor salah ketik.",
    });
  });

  await test.step("the second is told what changed, keeps the words, and sends on top of it", async () => {
    const before = await showCase(page.request, caseId);
    const refused = page.waitForResponse((answer) => answer.url().includes("cases.route"));
    await route.getByRole("button", { name: "Kirim disposisi" }).click();
    expect((await refused).status()).toBe(409);
    const notice = route.getByText("Kasus ini berubah saat Anda mengisi");
    await expect(notice).toBeVisible();
    await expect(route).toContainText("Data diperbaiki: pelapor");
    await expect(route.getByLabel(/Isi disposisi/)).toHaveValue(instruction);
    expect((await showCase(page.request, caseId)).version).toBe(before.version);
    await route.getByRole("button", { name: "Kirim lagi dengan keadaan terbaru" }).click();
    await expect(route).toBeHidden();
    expect((await showCase(page.request, caseId)).status).toBe("assigned");
  });

  await test.step("neither change was lost", async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText(instruction);
    await expect(page.locator("main")).toContainText("Nama pelapor salah ketik.");
  });

  await test.step("what the first has done already, the second cannot do again, and reads why", async () => {
    const again = await openCase(village.page.request, {
      villageCode,
      categoryCode: "VIL-FIN",
      title: `Laporan pecuk${Date.now()}`,
    });
    await page.goto(`/kasus/${again.data.id}`);
    const verify = await openStep(page, "Verifikasi");
    await actOn(first.page.request, "triage", again.data.id);
    await verify.getByRole("button", { name: "Verifikasi", exact: true }).click();
    await expect(verify).toContainText("Keadaannya sekarang: Terverifikasi.");
    await expect(verify.getByRole("button", { name: /Kirim lagi/ })).toHaveCount(0);
  });

  await test.step("of two commands on one version sent at once, one is done", async () => {
    const raced = await openCase(village.page.request, {
      villageCode,
      categoryCode: "VIL-FIN",
      title: `Laporan kuntul${Date.now()}`,
    });
    const { version } = await showCase(page.request, raced.data.id);
    const triage = { caseId: raced.data.id, version };
    const answers = await Promise.all([
      act(first.page.request, "cases.triage", triage),
      act(page.request, "cases.triage", triage),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
  for (const { faults, context } of [first, second, village]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
