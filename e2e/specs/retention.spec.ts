import { expect } from "@playwright/test";
import { actOn, caseAt, showCase } from "../fixtures/cases";
import { endLongAgo, runSoon } from "../fixtures/database";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

// Halong's retention: only a case that ended six years ago is old enough, and this journey alone makes one.

test.setTimeout(240_000);

test("content is destroyed when administrator and camat agree, and a record stays", async ({
  browser,
}) => {
  const village = await enter(browser, "halong.liyu");
  const desk = await enter(browser, "halong.triase");
  const sector = await enter(browser, "balangan.dpmd");
  const title = `Laporan lama ${Date.now()}`;
  const hands = {
    ...{ village: village.page.request, desk: desk.page.request, sector: sector.page.request },
  };
  const kase = await caseAt(hands, "resolved", title);
  await actOn(village.page.request, "confirm", kase.id);
  await endLongAgo(kase.id);

  await test.step("the administrator reads a count and proposes", async () => {
    const { page, context, faults } = await enter(browser, "halong.admin");
    await page.goto("/retensi");
    const runs = page.getByRole("region", { name: "Usulan penghapusan" });
    // A journey that was cut off leaves its old case: it goes with this one.
    await expect(runs.getByText(/^[1-9]\d* kasus sudah melewati masa simpan/)).toBeVisible();
    await expect(page.getByText(title)).toHaveCount(0);
    await runs.getByRole("button", { name: "Usulkan ke camat" }).click();
    await expect(runs.getByText("Menunggu camat")).toBeVisible();
    await expect(runs.getByRole("button", { name: "Setujui" })).toHaveCount(0);
    expect(faults).toEqual([]);
    await context.close();
  });
  expect((await showCase(desk.page.request, kase.id)).status).toBe("closed");

  await test.step("the camat agrees, the worker destroys, the record says so", async () => {
    const { page, context, faults } = await enter(browser, "halong.camat");
    await page.goto("/retensi");
    const runs = page.getByRole("region", { name: "Usulan penghapusan" });
    const records = page.getByRole("region", { name: "Bukti penghapusan" });
    await expect(runs.getByText("Menunggu camat")).toBeVisible();
    const before = await records.getByRole("listitem").count();
    await runs.getByRole("button", { name: "Setujui" }).click();
    const sure = windowOf(page, "Setujui penghapusan");
    await sure.getByRole("button", { name: "Setujui dan hapus" }).click();
    await expect(sure).toBeHidden();
    await runSoon("anonymise-cases");
    await expect(async () => {
      await page.reload();
      await expect(records.getByRole("listitem")).toHaveCount(before + 1, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expect(records.getByRole("listitem").first()).toContainText(
      /^[1-9]\d* kasus, [1-9]\d* orang, 0 berkas/,
    );
    await expect(runs.getByText("Selesai").first()).toBeVisible();
    expect(faults).toEqual([]);
    await context.close();
  });

  await test.step("the number stays, the words are gone", async () => {
    const { page } = desk;
    await page.goto(`/kasus/${kase.id}`);
    await expect(page.getByText(kase.number).first()).toBeVisible();
    for (const gone of [title, "Rusmiati", "Isian diperbaiki di tempat."])
      await expect(page.locator("main")).not.toContainText(gone);
    expect((await showCase(page.request, kase.id)).status).toBe("anonymised");
  });
  for (const { faults, context } of [village, desk, sector]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
