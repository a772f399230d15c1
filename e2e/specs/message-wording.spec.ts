import { expect } from "@playwright/test";
import { caseAt } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(180_000);

test("the kecamatan words a message, sees it, and what goes out says so", async ({ browser }) => {
  const admin = await enter(browser, "parsel.admin");
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const sector = await enter(browser, "balangan.dpmd");
  const { page } = admin;
  await page.goto("/aturan/pesan");
  const text = page.getByLabel("Isi pesan");
  const save = page.getByRole("button", { name: "Simpan pesan" });

  await test.step("a word for a person is refused by name, with what is allowed", async () => {
    await text.fill("Laporan {nomor} atas nama {nama}: {tautan}");
    await expect(
      page.getByText(/Tidak dikenal: \{nama\}\. Yang boleh dipakai: \{nomor\}/),
    ).toBeVisible();
    await expect(save).toBeDisabled();
  });

  await test.step("as it will read, tags as letters", async () => {
    await text.fill("Salam dari {kecamatan}. Laporan {nomor}: {status}. <b>Lihat</b> {tautan}");
    await expect(page.getByRole("region", { name: "Pratinjau" })).toContainText(
      "Salam dari Kecamatan Contoh. Laporan XYZ-2026-0042-K: Diproses. <b>Lihat</b>",
    );
    await save.click();
    await expect(page.getByText("Pesan tersimpan")).toBeVisible();
    await expect(page.getByText("Kaspul Hadi")).not.toHaveCount(0);
  });

  const kase = await caseAt(
    { village: village.page.request, desk: desk.page.request, sector: sector.page.request },
    "resolved",
    `Laporan kalimat ${Date.now()}`,
  );
  await test.step("the text for WhatsApp is the office's own within seconds", async () => {
    const link = village.page.getByRole("link", { name: "Kabari lewat WhatsApp" });
    await expect(async () => {
      await village.page.goto(`/kasus/${kase.id}`);
      const href = await link.getAttribute("href");
      expect(new URL(href ?? "").searchParams.get("text")).toContain("Salam dari Kecamatan");
    }).toPass({ timeout: 20_000 });
  });

  await test.step("back to what ships", async () => {
    await page.getByRole("button", { name: "Kembali ke bawaan" }).click();
    await expect(text).toHaveValue(/Cek perkembangannya di \{tautan\}/);
  });
  for (const { faults, context } of [admin, village, desk, sector]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
