import { expect } from "@playwright/test";
import { ask } from "../fixtures/api";
import { caseAt, type Milestone, openStep, showCase, stepOf } from "../fixtures/cases";
import { endConfirmWindow } from "../fixtures/database";
import { enter, type Person } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(180_000);

interface Table {
  readonly village: Person;
  readonly desk: Person;
  readonly sector: Person;
}

let table: Table;

// Village, desk and sector, each signed in on a browser of their own for all of these journeys.
test.beforeAll(async ({ browser }) => {
  table = {
    village: await enter(browser, "parsel.lingsir"),
    desk: await enter(browser, "parsel.triase"),
    sector: await enter(browser, "balangan.dpmd"),
  };
});

test.afterEach(() => {
  for (const { faults } of Object.values(table) as Person[]) expect(faults).toEqual([]);
});

test.afterAll(async () => {
  for (const { context } of Object.values(table) as Person[]) await context.close();
});

const bring = (until: Milestone, title: string) =>
  caseAt(
    {
      village: table.village.page.request,
      desk: table.desk.page.request,
      sector: table.sector.page.request,
    },
    until,
    title,
  );

const pathOf = ({ id }: { readonly id: string }) => `/kasus/${id}`;

test("a sector declines with a reason, and the case is back at the desk", async () => {
  const word = `cucak${Date.now()}`;
  const reason = `Bukan kewenangan kami, ${word} urusan Dinas Sosial.`;
  const kase = await bring("assigned", `Laporan ${word}`);
  const { village, desk, sector } = table;

  await sector.page.goto(pathOf(kase));
  const dialog = await openStep(sector.page, "Kembalikan");
  await dialog.getByRole("button", { name: "Kembalikan", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("Tulis alasan pengembalian.");
  await dialog.getByLabel("Alasan").fill(reason);
  await dialog.getByRole("button", { name: "Kembalikan", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(sector.page.getByText(`${kase.number} dikembalikan ke meja triase.`)).toBeVisible();

  await test.step("the desk has it again, with the reason", async () => {
    expect((await showCase(desk.page.request, kase.id)).status).toBe("declined");
    await desk.page.goto(`/antrean?tampilan=giliran&cari=${word}`);
    await expect(desk.page.locator(`[data-case="${kase.id}"]`)).toContainText("Dikembalikan");
    await desk.page.goto(pathOf(kase));
    await expect(desk.page.locator("main")).toContainText(reason);
    await expect(desk.page.locator("main")).toContainText("Giliran Anda");
    await expect(stepOf(desk.page, "Disposisi")).not.toHaveAttribute("aria-disabled", "true");
  });

  await test.step("the village sees that it is back, the sector sees it no more", async () => {
    await village.page.goto(pathOf(kase));
    await expect(village.page.locator("main")).toContainText("Dikembalikan");
    expect((await ask(sector.page.request, "cases.show", { caseId: kase.id })).status).toBe(404);
    await sector.page.reload();
    await expect(sector.page.getByRole("heading", { name: "Kasus tidak ditemukan" })).toBeVisible();
  });
});

test("a village reopens what is not settled", async () => {
  const word = `punai${Date.now()}`;
  const reason = `Masih belum beres, ${word} tetap ditolak.`;
  const kase = await bring("resolved", `Laporan ${word}`);
  const { village, desk, sector } = table;

  await sector.page.goto(pathOf(kase));
  await expect(sector.page.locator("main")).toContainText("Selesai");

  await village.page.goto(pathOf(kase));
  const dialog = await openStep(village.page, "Buka lagi");
  await dialog.getByLabel("Apa yang belum selesai").fill(reason);
  await dialog.getByRole("button", { name: "Buka lagi", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(village.page.locator("main")).toContainText("Dibuka lagi");

  expect((await showCase(desk.page.request, kase.id)).status).toBe("reopened");
  await desk.page.goto(pathOf(kase));
  await expect(desk.page.locator("main")).toContainText(reason);
  await expect(desk.page.locator("main")).toContainText("Giliran Anda");
  await desk.page.goto(`/antrean?tampilan=giliran&cari=${word}`);
  await expect(desk.page.locator(`[data-case="${kase.id}"]`)).toContainText("Dibuka lagi");
});

test("the desk closes a case only after the village's time to answer", async () => {
  const kase = await bring("resolved", `Laporan srigunting${Date.now()}`);
  const { village, desk, sector } = table;

  await desk.page.goto(pathOf(kase));
  const blocked = stepOf(desk.page, "Tutup");
  await expect(blocked).toHaveAttribute("aria-disabled", "true");
  await expect(blocked).toContainText("desa masih bisa mengonfirmasi sampai");

  await endConfirmWindow(kase.id);
  await desk.page.reload();
  const dialog = await openStep(desk.page, "Tutup");
  await dialog.getByRole("button", { name: "Tutup kasus" }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.page.getByText("Kasus ini sudah tuntas.")).toBeVisible();

  for (const { page } of [village, sector]) {
    expect((await showCase(page.request, kase.id)).status).toBe("closed");
    await page.goto(pathOf(kase));
    await expect(page.locator("main")).toContainText("Kasus ini sudah tuntas.");
  }
  await village.page.goto("/lacak");
  await village.page.getByLabel("Nomor laporan").fill(kase.number);
  await village.page.getByLabel("PIN").fill(kase.pin);
  await village.page.getByRole("button", { name: "Lihat keadaan laporan" }).click();
  await expect(village.page.getByRole("heading", { name: "Selesai dan ditutup" })).toBeVisible();
});

test("a hold stops both clocks for everybody until it is lifted", async () => {
  const word = `murai${Date.now()}`;
  const kase = await bring("in_progress", `Laporan ${word}`);
  const { village, desk, sector } = table;
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

  await sector.page.goto(pathOf(kase));
  const dialog = await openStep(sector.page, "Tunda dengan alasan");
  await dialog.getByRole("button", { name: "Tunda", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("Pilih apa yang ditunggu.");
  await dialog.getByRole("radio", { name: "Anggaran" }).check();
  await dialog.getByLabel("Alasan").fill(`Menunggu perubahan APBDes, ${word}.`);
  await dialog.getByLabel("Sampai tanggal").fill(day);
  await dialog.getByRole("button", { name: "Tunda", exact: true }).click();
  await expect(dialog).toBeHidden();

  await test.step("desk and village see the pause and its reason", async () => {
    for (const { page } of [desk, village]) {
      expect((await showCase(page.request, kase.id)).status).toBe("on_hold");
      await page.goto(pathOf(kase));
      await expect(page.locator("main")).toContainText("Menunggu");
      await expect(page.locator("main")).toContainText(/Ditunda menunggu anggaran/i);
    }
    await desk.page.goto(`/antrean?cari=${word}`);
    await expect(desk.page.locator(`[data-case="${kase.id}"]`)).toContainText("jeda");
  });

  await test.step("the sector lifts it, and the clocks run", async () => {
    const resume = await openStep(sector.page, "Lanjutkan");
    await resume.getByRole("button", { name: "Lanjutkan", exact: true }).click();
    await expect(resume).toBeHidden();
    expect((await showCase(village.page.request, kase.id)).status).toBe("in_progress");
    await desk.page.reload();
    await expect(desk.page.locator(`[data-case="${kase.id}"]`)).toContainText("hk lagi");
    await village.page.goto(pathOf(kase));
    await expect(village.page.locator("main")).toContainText("Dilanjutkan");
  });
});
