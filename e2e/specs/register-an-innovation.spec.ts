import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { pdfOf } from "../fixtures/pdf";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

/** Seed 001, the report that its office published. */
const report = readFileSync(
  new URL("../../packages/domain/src/innovations/laporan-indeks.fixture.txt", import.meta.url),
  "utf8",
);
/** The first drawing of a worker that has just begun takes its time on a busy machine. */
const madeWithin = 60_000;

/** One step of the report: its button, and the window that says what it means. */
const step = async (page: Page, title: string, send: string) => {
  await page.reload();
  await page.getByRole("button", { name: title, exact: false }).first().click();
  const window = windowOf(page, title);
  await window.getByRole("button", { name: send, exact: true }).click();
  await expect(window).toBeHidden();
};

// Halong's innovations: no other journey registers any, and this one has a name of its own.
test("an innovation is registered from its report, checked, endorsed, and printed", async ({
  browser,
}) => {
  const name = `RUKO PARSEL ${Date.now()}`;
  const { page: manager, faults } = await enter(browser, "halong.pengelola-inovasi");

  await manager.goto("/inovasi/baru");
  await manager.getByLabel("Tempel laporan atau proposal").fill(report);
  await expect(manager.getByText("11 dari 11 bagian")).toBeVisible();
  await manager.getByLabel("Nama inovasi").fill(name);
  await manager.getByRole("button", { name: "Daftarkan", exact: true }).click();
  await expect(manager.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(manager.getByText("Rancang bangun 213 kata; diminta sedikitnya 300.")).toBeVisible();
  const address = manager.url();

  await test.step("a decree is attached with its last day", async () => {
    await manager.getByRole("button", { name: "Tambah lampiran" }).click();
    const adding = windowOf(manager, "Tambah lampiran");
    await adding.getByRole("button", { name: "Tambahkan", exact: true }).click();
    await expect(adding.getByText("Pilih jenis lampiran.").first()).toBeVisible();
    await adding.getByLabel("Jenis").selectOption("SK atau peraturan");
    await adding.getByLabel("Berlaku sampai").fill("2020-12-31");
    await adding
      .getByLabel("Pilih berkas")
      .last()
      .setInputFiles({ name: "SK Megawati.pdf", mimeType: "application/pdf", buffer: pdfOf(900) });
    await adding.getByRole("button", { name: "Tambahkan", exact: true }).click();
    await expect(adding).toBeHidden();
    const attached = manager.getByRole("list", { name: "Lampiran" });
    await expect(attached.getByText("SK Megawati.pdf")).toBeVisible();
    await expect(attached.getByText("Habis masa berlaku")).toBeVisible();
    const link = attached.getByRole("link", { name: "Simpan SK Megawati.pdf" });
    const file = await manager.request.get((await link.getAttribute("href")) ?? "");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });

  await test.step("a village's case shows the problem, linked by its number", async () => {
    const { context } = await enter(browser, "halong.liyu");
    const title = `Jalan titian rusak ${name}`;
    const told = await openCase(context.request, {
      ...{ villageCode: "63.11.02.2014", categoryCode: "VIL-PROG", title },
    });
    expect(told.status).toBe(200);
    const { page: desk } = await enter(browser, "halong.triase");
    await desk.goto(address);
    await desk.getByLabel("Nomor kasus").fill(told.data.number);
    await desk.getByRole("button", { name: "Kaitkan", exact: true }).click();
    await expect(desk.getByRole("link", { name: told.data.number })).toBeVisible();
    // Who leads the innovation reads no cases: that there is one, and no more.
    await manager.reload();
    await expect(manager.getByText("1 kasus lain").first()).toBeVisible();
    await expect(manager.getByText(title)).toHaveCount(0);
  });

  await test.step("is returned while its kind is not decided, and answered", async () => {
    await step(manager, "Ajukan laporan", "Ajukan");
    const { page: sekcam } = await enter(browser, "halong.sekcam");
    await sekcam.goto(address);
    await step(sekcam, "Mulai verifikasi", "Mulai");
    await expect(sekcam.getByText("Masih ada rincian yang kosong").first()).toBeVisible();
    await sekcam.getByRole("button", { name: "Kembalikan untuk diperbaiki" }).click();
    const asking = windowOf(sekcam, "Kembalikan untuk diperbaiki");
    // One request for each open row is proposed; one is enough here.
    for (const place of [3, 2])
      await asking.getByRole("button", { name: `Hapus permintaan ${place}` }).click();
    await asking.getByLabel("Permintaan 1", { exact: true }).fill("Mohon ditentukan.");
    await asking.getByRole("button", { name: "Kembalikan", exact: true }).click();
    await expect(asking).toBeHidden();

    await manager.reload();
    await manager.getByRole("button", { name: "Ubah Identitas" }).click();
    const form = windowOf(manager, "Identitas");
    await form.getByLabel("Tahapan inovasi").selectOption("Penerapan");
    await form.getByLabel("Bentuk inovasi").selectOption("Pelayanan publik");
    await form.getByLabel("Jenis inovasi", { exact: true }).selectOption("Non digital");
    await form.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(form).toBeHidden();
    await manager.getByRole("button", { name: "Jawab permintaan tentang Tahapan inovasi" }).click();
    const answer = windowOf(manager, "Jawab");
    await answer.getByLabel("Apa yang sudah diperbaiki?").fill("Sudah dipilih.");
    await answer.getByRole("button", { name: "Simpan jawaban" }).click();
    await expect(answer).toBeHidden();
    await step(manager, "Ajukan laporan", "Ajukan");
    await step(sekcam, "Mulai verifikasi", "Mulai");
    await step(sekcam, "Nyatakan valid", "Nyatakan valid");
  });

  await test.step("is endorsed by the camat, who has its report as a PDF", async () => {
    const { page: camat, faults: wrong } = await enter(browser, "halong.camat");
    await camat.goto(address);
    await step(camat, "Sahkan", "Sahkan");
    await camat.getByRole("link", { name: "Laporan indeks" }).click();
    await expect(camat.getByText("01 June 2022")).toBeVisible();
    await camat.getByRole("button", { name: "PDF laporan indeks" }).click();
    const papers = windowOf(camat, "PDF laporan indeks");
    await papers.getByRole("button", { name: "PDF laporan indeks" }).click();
    const link = papers.getByRole("link", { name: "Unduh" }).first();
    await expect(link).toBeVisible({ timeout: madeWithin });
    const file = await camat.request.get((await link.getAttribute("href")) ?? "");
    expect(file.headers()["content-type"]).toBe("application/pdf");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
    expect(wrong).toEqual([]);
  });

  await test.step("a coach reads it now, and nobody's name", async () => {
    const { page: coach } = await enter(browser, "kalsel.pembina");
    await coach.goto(address);
    await expect(coach.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(coach.getByText("MEGAWATI")).toHaveCount(0);
    const attached = coach.getByRole("list", { name: "Lampiran" });
    await expect(attached.getByText("SK atau peraturan")).toBeVisible();
    await expect(coach.getByText("SK Megawati")).toHaveCount(0);
    await coach.goto(`${address}/laporan`);
    await expect(coach.getByText("Nama tidak ditampilkan bagi Anda")).toBeVisible();
    await expect(coach.getByText("MEGAWATI")).toHaveCount(0);
  });
  expect(faults).toEqual([]);
});
