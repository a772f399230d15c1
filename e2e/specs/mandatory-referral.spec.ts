import { expect, type Locator, type Page } from "@playwright/test";
import { act, openCase } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

const dialogOf = async (page: Page, title: string | RegExp): Promise<Locator> => {
  const dialog = windowOf(page, title);
  await expect(dialog).toBeVisible();
  return dialog;
};

const cardOf = (page: Page, name: string): Locator =>
  page
    .getByRole("region", { name: "Rujukan berjalan bersamaan" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name }) });

/** A case of a village that DPMD works on; the desk's own acts go through the transport. */
const workedOn = async (desk: Page, dpmd: Page, title: string): Promise<string> => {
  const { data } = await openCase(desk.request, {
    villageCode: "63.11.07.2009",
    categoryCode: "VIL-LPM",
    title,
  });
  const on = (version: number) => ({ caseId: data.id, version });
  await act(desk.request, "cases.triage", on(0));
  const routed = { target: "DPMD", instruction: "Mohon dibina" };
  await act(desk.request, "cases.route", { ...on(1), ...routed });
  const accepted = await act(dpmd.request, "cases.accept", on(2));
  expect(accepted.status).toBe(200);
  return `/kasus/${data.id}`;
};

/** Health, or here social affairs and the village, are asked side by side; the holder waits for the mandatory one. */
test("a mandatory referral blocks resolving until it is done", async ({ browser }) => {
  test.setTimeout(240_000);
  const desk = await enter(browser, "parsel.triase");
  const dpmd = await enter(browser, "balangan.dpmd");
  const caseUrl = await workedOn(desk.page, dpmd.page, `LPM belum berjalan ${Date.now()}`);

  await test.step("the desk refers to two parties at once", async () => {
    const { page } = desk;
    await page.goto(caseUrl);
    await page.getByRole("button", { name: "Tambah rujukan" }).click();
    const dialog = await dialogOf(page, "Rujuk ke beberapa pihak");
    for (const name of ["Dinas Sosial", "Pemerintah desa/kelurahan Murung Abuin"]) {
      const box = dialog.getByRole("combobox", { name: /Tambah pihak/ });
      await box.fill(name);
      await page.getByRole("option", { name }).first().click();
      await dialog
        .getByRole("group", { name })
        .getByLabel("Yang diminta")
        .fill(`Mohon bantuan: ${name}`);
    }
    await dialog
      .getByRole("group", { name: /Pemerintah desa/ })
      .getByRole("checkbox")
      .uncheck();
    await dialog.getByRole("button", { name: "Kirim 2 rujukan" }).click();
    await expect(dialog).toBeHidden();
    await expect(cardOf(page, "Dinas Sosial")).toContainText("Menunggu jawaban");
  });

  await test.step("the holder cannot resolve, and reads why", async () => {
    const { page } = dpmd;
    await page.goto(caseUrl);
    await expect(page.getByText(/rujukan wajib Dinas Sosial masih terbuka/)).toBeVisible();
  });

  await test.step("social affairs accepts, tells its progress, keeps a note, and is done", async () => {
    const { page, context, faults } = await enter(browser, "balangan.dinsos");
    await page.goto("/");
    await expect(page.getByRole("region", { name: "Rujukan untuk Anda" })).toBeVisible();
    await page.goto(caseUrl);
    const card = cardOf(page, "Dinas Sosial");
    await card.getByRole("button", { name: "Terima rujukan" }).click();
    const accept = await dialogOf(page, "Terima rujukan");
    await accept.getByRole("button", { name: "Terima", exact: true }).click();
    await expect(accept).toBeHidden();
    await card.getByRole("button", { name: "Catat kemajuan" }).click();
    const step = await dialogOf(page, "Catat kemajuan");
    await step.getByLabel("Apa yang sudah dilakukan").fill("Keluarga sudah didatangi.");
    await step.getByRole("button", { name: "Simpan kemajuan" }).click();
    await expect(step).toBeHidden();
    await card.getByRole("button", { name: "Catatan sendiri" }).click();
    const note = await dialogOf(page, "Catatan sendiri");
    await note.getByLabel("Catatan", { exact: true }).fill("HANYA-UNTUK-KAMI");
    await note.getByRole("button", { name: "Simpan catatan" }).click();
    await expect(note).toBeHidden();
    await expect(card).toContainText("HANYA-UNTUK-KAMI");
    await card.getByRole("button", { name: "Nyatakan selesai" }).click();
    const finish = await dialogOf(page, "Nyatakan selesai");
    await finish.getByLabel("Hasilnya").fill("Pendamping sudah ditetapkan.");
    await finish.getByRole("button", { name: "Nyatakan selesai" }).click();
    await expect(finish).toBeHidden();
    await expect(card).toContainText("Selesai");
    expect(faults).toEqual([]);
    await context.close();
  });

  await test.step("the referring side reads the milestone and not the note", async () => {
    const { page } = desk;
    await page.goto(caseUrl);
    await expect(cardOf(page, "Dinas Sosial")).toContainText("Keluarga sudah didatangi.");
    await expect(page.locator("body")).not.toContainText("HANYA-UNTUK-KAMI");
  });

  await test.step("now the holder resolves, while the village's optional one is still open", async () => {
    const { page } = dpmd;
    await page.goto(caseUrl);
    await page
      .getByRole("button", { name: /^Selesaikan/ })
      .first()
      .click();
    const answer = await dialogOf(page, "Selesaikan");
    await answer.getByRole("radio", { name: "Ditangani" }).check();
    for (const field of ["Tanggapan", "Solusi", "Tindak lanjut"])
      await answer.getByLabel(field).fill("Sudah dibina bersama.");
    await answer.getByRole("button", { name: "Selesaikan kasus" }).click();
    await expect(answer).toBeHidden();
    await expect(page.locator("main")).toContainText("Selesai");
  });
  expect([...desk.faults, ...dpmd.faults]).toEqual([]);
});
