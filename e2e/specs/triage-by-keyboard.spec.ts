// Brings twenty cases of its own word in Lingsir (VIL-FIN), which nobody else looks for; sets nothing of
// the office. Mouse and touch are never used.
import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { ask, openCase } from "../fixtures/api";
import { actOn, placeOf, showCase } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

const total = 20;
/** Checked together; the rest is done one by one. */
const together = 12;

/** Presses keys and counts them: an act of the officer takes three at most. */
const counting = (page: Page) => {
  let pressed = 0;
  return {
    press: async (key: string) => {
      pressed += key.split("+").length;
      await page.keyboard.press(key);
    },
    /** An act ends: how many keys it took. */
    act: (name: string) => {
      expect(pressed, `keys of "${name}"`).toBeLessThanOrEqual(3);
      pressed = 0;
    },
  };
};

/** Enter means a window only once the window has the focus. */
const hasFocus = (window: Locator) =>
  expect.poll(() => window.evaluate((one) => one.contains(document.activeElement))).toBe(true);

const statusesOf = async (page: Page, word: string) => {
  const found = await ask<{ items: { status: string }[] }>(page.request, "cases.list", {
    ...{ text: word, order: "newest", limit: 50 },
  });
  return found.data.items.map((item) => item.status);
};

test("twenty cases are triaged without a mouse, many at once and back again", async ({
  browser,
}) => {
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const { page } = desk;
  const villageCode = await placeOf(village.page.request);
  const word = `cinenen${randomUUID().slice(0, 8)}`;
  const made: string[] = [];
  for (let at = 1; at <= total; at += 1) {
    const title = `Laporan ${word} ${at}`;
    const opened = await openCase(village.page.request, {
      ...{ villageCode, categoryCode: "VIL-FIN", title },
    });
    expect(opened.status, opened.text).toBe(200);
    made.push(opened.data.id);
  }
  const keys = counting(page);
  await page.goto(`/antrean?cari=${word}`);
  const rows = page.locator("[data-case]");
  await expect(rows).toHaveCount(total);

  const window = windowOf(page, "Verifikasi");
  const openVerify = async (at: number) => {
    await expect(rows.nth(at)).toHaveAttribute("aria-selected", "true");
    const number = (await rows.nth(at).textContent())?.match(/PRS-\d{4}-\d{4,}-[A-Z0-9]/)?.[0];
    await keys.press("v");
    await expect(window).toContainText(number ?? "no number");
    await hasFocus(window);
  };

  await test.step("what somebody else changed first is refused: the row comes back", async () => {
    const caseId = (await rows.first().getAttribute("data-case")) ?? "";
    await openVerify(0);
    const colleague = await enter(browser, "parsel.triase-2");
    await actOn(colleague.page.request, "amend", caseId, {
      ...{ reporter: { name: "Rusmiati Beringin (fiktif)" }, reason: "Salah ketik." },
    });
    await colleague.context.close();
    await keys.press("Enter");
    await expect(page.getByText(/belum tersimpan/).first()).toBeVisible();
    await expect(rows.first()).toContainText("Diterima");
    keys.act("verify one that changed");
    // Whoever asks at once again may still hold the old version: what is read next is the new one.
    await page.reload();
    await expect(rows).toHaveCount(total);
  });

  await test.step("eight by one: v, Enter, then the next", async () => {
    for (let at = 0; at < total - together; at += 1) {
      await openVerify(at);
      await keys.press("Enter");
      await expect(window).toHaveCount(0);
      // The row changes at once and does not move.
      await expect(rows.nth(at)).toContainText("Terverifikasi");
      await keys.press("j");
      keys.act("verify one");
    }
    await expect
      .poll(async () => (await statusesOf(page, word)).filter((one) => one === "triaged").length)
      .toBe(total - together);
  });

  const held = page.getByRole("status").filter({ hasText: `${together} kasus akan diverifikasi` });
  const checkRest = async () => {
    await keys.press("x");
    for (let at = 1; at < together; at += 1) await page.keyboard.press("Shift+J");
    await expect(page.getByRole("toolbar")).toContainText(`${together} dipilih`);
    keys.act("check");
  };
  const verifyChecked = async () => {
    await keys.press("v");
    const many = windowOf(page, `Verifikasi ${together} kasus`);
    await expect(many.getByText(`${together} akan dijalankan`)).toBeVisible();
    await hasFocus(many);
    await keys.press("Enter");
    await expect(held).toBeVisible();
    keys.act("verify twelve");
  };

  await test.step("twelve at once, and back again: nothing has happened", async () => {
    await checkRest();
    await verifyChecked();
    await expect(rows.last()).toContainText("Terverifikasi");
    expect((await statusesOf(page, word)).filter((one) => one === "received")).toHaveLength(
      together,
    );
    await keys.press("u");
    keys.act("undo");
    await expect(page.getByText(`Diurungkan. ${together} kasus tidak berubah.`)).toBeVisible();
    await expect(rows.last()).toContainText("Diterima");
  });

  await test.step("twelve at once, and a page that is left loses none of them", async () => {
    for (let at = 1; at < together; at += 1) await page.keyboard.press("k");
    await checkRest();
    await verifyChecked();
    await keys.press("g");
    await keys.press("b");
    keys.act("go elsewhere");
    await expect(page).toHaveURL(/pemberitahuan/);
    await expect(held).toBeVisible();
    await page.close();
    await expect
      .poll(() => statusesOf(village.page, word), { timeout: 40_000 })
      .toEqual(Array.from({ length: total }, () => "triaged"));
  });

  await test.step("each was changed once, the first by the colleague too", async () => {
    const changes: number[] = [];
    for (const caseId of made) {
      const { version } = await showCase(village.page.request, caseId);
      changes.push(version);
    }
    expect(changes.sort()).toEqual([...Array.from({ length: total - 1 }, () => 1), 2]);
  });
  expect(desk.faults).toEqual([]);
  for (const person of [village, desk]) await person.context.close();
});
