import { expect } from "@playwright/test";
import { act, ask, type OpenedCase } from "../fixtures/api";
import { actOn, placeOf, showCase } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

const reason = "Nyawa terancam, petugas jaga butuh alamat malam ini.";

/**
 * A secret case of Lingsir that Dinsos holds, opened by the second officer of the desk of Paringin
 * Selatan and ended by its camat. Nothing of the office is set; the case and its words are this one's.
 */
test("break-glass: one secret case is read for a reason, the camat hears of it and ends it", async ({
  browser,
}) => {
  const word = `sikatan${Date.now()}`;
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const opened = await act<OpenedCase>(village.page.request, "cases.open", {
    villageCode: await placeOf(village.page.request),
    categoryCode: "SEC-VIOL",
    title: `Dugaan kekerasan ${word}`,
    description: `${word}: seorang anak minta perlindungan.`,
    channel: "village",
    reporter: { name: "Rusmiati Contoh (fiktif)" },
  });
  expect(opened.status, opened.text).toBe(200);
  const { id: caseId, number } = opened.data;
  await actOn(desk.page.request, "triage", caseId);
  const routed = { target: "DINSOS", instruction: "Mohon segera." };
  await actOn(desk.page.request, "route", caseId, routed);

  const officer = await enter(browser, "parsel.triase-2");
  const camat = await enter(browser, "parsel.camat");
  const main = officer.page.locator("main");

  await test.step("the officer finds no such case, and opens it by its number with a reason", async () => {
    await officer.page.goto(`/kasus/${caseId}`);
    await expect(main).toContainText("Kasus tidak ditemukan");
    await officer.page.getByRole("link", { name: "Buka darurat dengan nomor" }).click();
    await officer.page.getByLabel("Nomor kasus").fill(number);
    const open = officer.page.getByRole("button", { name: "Buka kasus ini" });
    await officer.page.getByLabel("Alasan mendesak").fill("lihat");
    await open.click();
    await expect(main).toContainText("Tulis alasan paling sedikit");
    await officer.page.getByLabel("Alasan mendesak").fill(reason);
    await open.click();
    await expect(officer.page).toHaveURL(new RegExp(`/kasus/${caseId}$`));
    await expect(main).toContainText(word);
    await expect(main).toContainText("Anda membaca kasus ini dengan pembukaan darurat");
  });

  await test.step("reads it, and writes nothing", async () => {
    const { version } = await showCase(officer.page.request, caseId);
    await expect(main.getByRole("textbox")).toHaveCount(0);
    const onCase = { caseId, version };
    for (const [verb, input] of [
      ["addNote", { ...onCase, audience: "internal", body: "Catatan" }],
      ["amend", { ...onCase, privacy: "ANONYMOUS", reason }],
      ["merge", { ...onCase, intoNumber: number, reason }],
    ] as const) {
      const refused = await act(officer.page.request, `cases.${verb}`, input);
      expect([verb, refused.status]).toEqual([verb, 403]);
    }
    expect((await showCase(officer.page.request, caseId)).version).toBe(version);
  });

  await test.step("the camat is told, and reads who and why on the list that stands first", async () => {
    await expect
      .poll(async () => (await ask(camat.page.request, "notifications.mine", {})).text)
      .toContain(caseId);
    await camat.page.setViewportSize({ width: 390, height: 844 });
    await camat.page.goto("/buka-darurat");
    const list = camat.page.getByRole("region", { name: "Pembukaan darurat" });
    const form = camat.page.getByRole("region", { name: "Buka satu kasus rahasia" });
    const entry = list.getByRole("listitem").filter({ hasText: number });
    await expect(entry).toContainText("Sedang terbuka");
    await expect(entry).toContainText(reason);
    const [first, second] = [await list.boundingBox(), await form.boundingBox()];
    expect(first?.y ?? 0).toBeLessThan(second?.y ?? 0);
    await entry.getByRole("button", { name: "Cabut" }).click();
    await windowOf(camat.page).getByRole("button", { name: "Cabut" }).click();
    await expect(entry).toContainText("Dicabut");
  });

  await test.step("the officer's open screen hears of the end", async () => {
    await expect(main).toContainText("Kasus tidak ditemukan");
    await expect(main).not.toContainText(word);
    const gone = await ask(officer.page.request, "cases.show", { caseId });
    expect(gone.status).toBe(404);
  });
  for (const { faults, context } of [village, desk, officer, camat]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
