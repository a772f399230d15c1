import { expect } from "@playwright/test";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

// Reviews of other journeys go on under any number of criteria; the year in force stays as it is.
test("what innovations are held against is edited by the administrator, version by version", async ({
  browser,
}) => {
  const { page, context, faults } = await enter(browser, "sistem.admin");
  await page.goto("/");
  await page.getByRole("link", { name: "Penilaian inovasi" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Penilaian inovasi" })).toBeVisible();
  const criteria = page.getByRole("region", { name: "Kriteria tinjauan keberlanjutan" });
  await expect(criteria.getByText("versi 1", { exact: true })).toBeVisible();
  const question = "Warga mana yang merasakan manfaatnya enam bulan ini?";

  // A second window looks at the version that the first is about to replace.
  const stale = await context.newPage();
  await stale.goto("/inovasi/penilaian");
  await stale.getByRole("button", { name: "Ubah kriteria" }).click();
  const late = windowOf(stale, "Ubah kriteria");
  await late.getByLabel("Nama kriteria 1", { exact: true }).fill("Kebaruan gagasan");

  await test.step("a question is worded anew, and moved", async () => {
    await page.getByRole("button", { name: "Ubah kriteria" }).click();
    const form = windowOf(page, "Ubah kriteria");
    await form.getByLabel("Pertanyaan kriteria 3", { exact: true }).fill("?");
    await form.getByRole("button", { name: "Simpan versi baru" }).click();
    await expect(form.getByText("Isi nama (sedikitnya 3 huruf)", { exact: false })).toBeVisible();
    await form.getByLabel("Pertanyaan kriteria 3", { exact: true }).fill(question);
    await form.getByRole("button", { name: "Naikkan kriteria 3" }).click();
    await form.getByRole("button", { name: "Simpan versi baru" }).click();
    await expect(form).toBeHidden();
    await expect(criteria.getByText("versi 2", { exact: true })).toBeVisible();
    await expect(criteria.getByText(question)).toBeVisible();
    await criteria.getByText("Versi 1 sebelumnya").click();
    await expect(
      criteria.getByText("Siapa yang merasakan manfaatnya enam bulan ini?"),
    ).toBeVisible();
  });

  await test.step("whoever changed the older version is told, and loses no word", async () => {
    await late.getByRole("button", { name: "Simpan versi baru" }).click();
    await expect(late.getByText("Kriteria baru saja diubah orang lain.")).toBeVisible();
    await expect(late.getByLabel("Nama kriteria 1", { exact: true })).toHaveValue(
      "Kebaruan gagasan",
    );
    // The newest is read under the window by now; the same words are still not taken for it.
    await expect(stale.getByText("versi 2", { exact: true })).toBeVisible();
    const again = stale.waitForResponse((answer) => answer.url().includes("saveCriteria"));
    await late.getByRole("button", { name: "Simpan versi baru" }).click();
    expect((await again).status()).toBe(409);
    await stale.close();
  });

  await test.step("the next year of assessment is prepared beside the one in force", async () => {
    const years = page.getByRole("region", { name: "Tahun penilaian indeks" });
    await years.getByRole("button", { name: "Tambah tahun" }).click();
    const form = windowOf(page, "Tambah tahun");
    await form.getByLabel("Nama tahun").fill("IGA-2027");
    await form.getByLabel("Diterapkan atau dikembangkan mulai").fill("2025-01-01");
    await form.getByLabel("Sampai", { exact: true }).fill("2024-12-31");
    await form.getByLabel("Kata rancang bangun, sedikitnya").fill("300");
    await form.getByLabel("Sumber").fill("Surat contoh untuk tahun berikutnya");
    await form.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(form.getByText("tidak sebelum tanggal mulai").first()).toBeVisible();
    await form.getByLabel("Sampai", { exact: true }).fill("2026-12-31");
    await form.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(form).toBeHidden();
    await expect(years.getByText("Diterapkan 1 Jan 2025 sampai 31 Des 2026")).toBeVisible();
    const active = years.getByRole("listitem").filter({ hasText: "Dipakai" });
    await expect(active).toHaveCount(1);
    await expect(active).toContainText("IGA-2026");
  });
  expect(faults).toEqual([]);
});
