import { expect } from "@playwright/test";
import { act, ask } from "../fixtures/api";
import { caseAt } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

const foundation = "Yayasan Banua Sehat (fiktif)";

/**
 * Help of a foundation with an agreement, beside the holder; a company with an agreement of its own is
 * not asked and knows nothing. Its own case of Lingsir; no settings touched.
 */
test("a partner organisation is asked, answers what was asked of it, and reads no more", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const word = `pendampingan${Date.now()}`;
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const dpmd = await enter(browser, "balangan.dpmd");
  const hands = {
    village: village.page.request,
    desk: desk.page.request,
    sector: dpmd.page.request,
  };
  const kase = await caseAt(hands, "in_progress", `Kader butuh ${word}`);
  const cardOf = (page: typeof desk.page) =>
    page
      .getByRole("region", { name: "Rujukan berjalan bersamaan" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: foundation }) });

  await test.step("the desk writes a note of its own and asks the foundation", async () => {
    const { page } = desk;
    const note = { audience: "internal", body: `CATATAN-KANTOR ${word}` };
    const noted = await act(page.request, "cases.addNote", { caseId: kase.id, ...note });
    expect(noted.status, noted.text).toBe(200);
    await page.goto(`/kasus/${kase.id}`);
    await page.getByRole("button", { name: "Tambah rujukan" }).click();
    const dialog = windowOf(page, "Rujuk ke beberapa pihak");
    await dialog.getByRole("combobox", { name: /Tambah pihak/ }).fill("Banua Sehat");
    await page.getByRole("option", { name: foundation }).click();
    const asked = dialog.getByRole("group", { name: foundation });
    await asked.getByLabel("Yang diminta").fill("Mohon dua pelatih kader.");
    await dialog.getByRole("button", { name: "Kirim 1 rujukan" }).click();
    await expect(dialog).toBeHidden();
    await expect(cardOf(page)).toContainText("Menunggu jawaban");
  });

  await test.step("a company that was not asked sees nothing of it", async () => {
    const { page, context, faults } = await enter(browser, "mitra.sarana-meratus");
    const found = await ask<{ items: unknown[] }>(page.request, "cases.list", {
      text: word,
      limit: 50,
    });
    expect(found.status).toBe(200);
    expect(found.data.items).toEqual([]);
    const mine = await ask<{ caseId: string }[]>(page.request, "referrals.mine", {});
    expect(mine.status).toBe(200);
    expect(mine.data.map((item) => item.caseId)).not.toContain(kase.id);
    await page.goto(`/kasus/${kase.id}`);
    await expect(page.locator("body")).not.toContainText(word);
    expect(faults).toEqual([]);
    await context.close();
  });

  await test.step("the foundation finds it at home, reads it without the office's note, and does it", async () => {
    const { page, context, faults } = await enter(browser, "mitra.banua-sehat");
    await page.goto("/");
    await page
      .getByRole("region", { name: "Rujukan untuk Anda" })
      .getByRole("link", { name: new RegExp(word) })
      .click();
    await expect(page.locator("main")).toContainText("Mohon dua pelatih kader.");
    await expect(page.locator("main")).not.toContainText("CATATAN-KANTOR");
    const card = cardOf(page);
    const acts = [
      { open: "Terima rujukan", field: null, words: "", send: "Terima" },
      {
        open: "Catat kemajuan",
        field: "Apa yang sudah dilakukan",
        words: "Pelatih dijadwalkan.",
        send: "Simpan kemajuan",
      },
      {
        open: "Nyatakan selesai",
        field: "Hasilnya",
        words: "Dua belas kader dilatih.",
        send: "Nyatakan selesai",
      },
    ];
    for (const { open, field, words, send } of acts) {
      await card.getByRole("button", { name: open }).click();
      const dialog = windowOf(page, open);
      if (field) await dialog.getByLabel(field).fill(words);
      await dialog.getByRole("button", { name: send, exact: true }).click();
      await expect(dialog).toBeHidden();
    }
    await expect(card).toContainText("Selesai");
    expect(faults).toEqual([]);
    await context.close();
  });

  await test.step("the desk reads what came of it", async () => {
    await desk.page.goto(`/kasus/${kase.id}`);
    await expect(cardOf(desk.page)).toContainText("Dua belas kader dilatih.");
  });
  for (const { faults, context } of [village, desk, dpmd]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
