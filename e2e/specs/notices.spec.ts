import { expect } from "@playwright/test";
import { caseAt, showCase } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

test("a person chooses what they are told of, and finds it so again", async ({ browser }) => {
  const { context, page, faults } = await enter(browser, "parsel.lingsir");
  await page.goto("/akun");
  const section = page.getByRole("region", { name: "Pemberitahuan" });
  const notes = section.getByRole("combobox", { name: "Catatan baru: Surel" });
  await expect(notes).toHaveValue("at-once");
  await expect(section.getByRole("checkbox", { name: /Giliran saya: Di aplikasi/ })).toHaveCount(0);
  await expect(section.getByLabel("Dikirim pukul")).toHaveCount(0);
  await notes.selectOption("Ringkasan harian");
  await section.getByLabel("Dikirim pukul").fill("04:45");
  await section.getByLabel("Pada hari").selectOption("Setiap hari");
  await section.getByLabel("Tahan surel pada jam tenang").check();
  await section.getByLabel("Mulai", { exact: true }).fill("20:30");
  await section.getByLabel("Sampai", { exact: true }).fill("20:30");
  await section.getByRole("button", { name: "Simpan pilihan" }).click();
  await expect(section.getByText("Isi jam mulai dan jam selesai yang berbeda.")).toBeVisible();
  await section.getByLabel("Sampai", { exact: true }).fill("05:15");
  await section.getByRole("button", { name: "Simpan pilihan" }).click();
  await expect(section.getByText("Isi jam yang tidak jatuh dalam jam tenang.")).toBeVisible();
  await section.getByLabel("Dikirim pukul").fill("06:30");
  await section.getByRole("button", { name: "Simpan pilihan" }).click();
  await expect(page.getByText("Pilihan pemberitahuan tersimpan")).toBeVisible();
  await page.reload();
  await expect(notes).toHaveValue("digest");
  await expect(section.getByLabel("Dikirim pukul")).toHaveValue("06:30");
  await expect(section.getByLabel("Pada hari")).toHaveValue("daily");
  await expect(section.getByLabel("Mulai", { exact: true })).toHaveValue("20:30");
  await expect(section.getByLabel("Sampai", { exact: true })).toHaveValue("05:15");

  await test.step("as it was, for who comes next", async () => {
    await notes.selectOption("Langsung");
    await section.getByLabel("Tahan surel pada jam tenang").uncheck();
    await section.getByRole("button", { name: "Simpan pilihan" }).click();
    await expect(page.getByText("Pilihan pemberitahuan tersimpan")).toBeVisible();
  });
  expect(faults).toEqual([]);
  await context.close();
});

test("the village tells the citizen, and the case remembers who, how and when", async ({
  browser,
}) => {
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const sector = await enter(browser, "balangan.dpmd");
  const kase = await caseAt(
    {
      village: village.page.request,
      desk: desk.page.request,
      sector: sector.page.request,
    },
    "resolved",
    `Laporan kabar ${Date.now()}`,
  );
  const { page } = village;
  await page.goto(`/kasus/${kase.id}`);
  const panel = page.getByRole("region", { name: "Kabari warga" });
  await expect(panel).toContainText("Jawaban sudah turun; pelapor belum dikabari.");

  await test.step("the text for WhatsApp holds nothing personal", async () => {
    const href = await panel
      .getByRole("link", { name: "Kabari lewat WhatsApp" })
      .getAttribute("href");
    const url = new URL(href ?? "");
    expect(url.origin + url.pathname).toBe("https://wa.me/");
    expect([...url.searchParams.keys()]).toEqual(["text"]);
    const text = url.searchParams.get("text") ?? "";
    expect(text).toContain(kase.number);
    expect(text).toContain("/lacak");
    expect(text).not.toMatch(/Rusmiati|Laporan kabar|0860/);
    expect(text).not.toMatch(/\b\d{10,}\b/);
  });

  await panel.getByRole("button", { name: "Sudah dikabari" }).click();
  const dialog = windowOf(page);
  await dialog.getByLabel("Siapa yang mengabari").fill("Kaur Keuangan");
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect(dialog).toContainText("Pilih lewat apa pelapor dikabari.");
  await dialog.getByRole("radio", { name: "WhatsApp" }).check();
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel).toContainText("Kaur Keuangan, WhatsApp");
  await expect(panel).not.toContainText("pelapor belum dikabari");
  await expect(page.locator("main")).toContainText("Pelapor dikabari: WhatsApp");

  await test.step("a sector neither records it nor is asked to", async () => {
    await sector.page.goto(`/kasus/${kase.id}`);
    await expect(sector.page.locator("main")).toContainText(kase.number);
    await expect(sector.page.getByRole("region", { name: "Kabari warga" })).toHaveCount(0);
    expect((await showCase(desk.page.request, kase.id)).status).toBe("resolved");
  });
  for (const { faults, context } of [village, desk, sector]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
