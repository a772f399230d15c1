import { expect } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test("a meeting is written down, its decision becomes a case, and what came of it is told", async ({
  browser,
}) => {
  const word = `rapat${Date.now()}`;
  const decision = `Menyusun jadwal antar bantuan ${word}`;
  const { page: desk, context, faults } = await enter(browser, "halong.triase");
  await desk.goto("/rapat");
  await desk.getByRole("button", { name: "Catat rapat" }).click();
  const form = windowOf(desk, "Catat rapat");
  await form.getByRole("button", { name: "Simpan rapat" }).click();
  await expect(form.getByText("Isi notula, paling sedikit 20 huruf.").first()).toBeVisible();
  await form.getByLabel("Pokok bahasan").fill(`Bantuan terlambat ${word}`);
  await form.getByLabel("Tempat", { exact: true }).fill("Aula kecamatan");
  await form.getByLabel("Pimpinan rapat").fill("Sekretaris Camat");
  await form.getByLabel("Nama, baris 1").fill("Rusmiati Contoh (fiktif)");
  await form.getByLabel("Jabatan, baris 1").fill("Kasi Kesejahteraan Sosial");
  await form.getByLabel("Notula").fill("Bantuan ke desa terjauh tiba berminggu-minggu kemudian.");
  await form.getByLabel("Keputusan, baris 1").fill(decision);
  await form.getByLabel("Penanggung jawab, baris 1").fill("Kasi Kesejahteraan Sosial");
  await form.getByRole("button", { name: "Simpan rapat" }).click();
  await expect(form).toBeHidden();

  await test.step("the case that it became stands beside it", async () => {
    const told = await openCase(context.request, {
      ...{ villageCode: "63.11.02.2014", categoryCode: "VIL-PROG", title: `Jadwal ${word}` },
    });
    expect(told.status).toBe(200);
    await desk.getByRole("button", { name: `Kaitkan kasus dengan: ${decision}` }).click();
    const linking = windowOf(desk, "Kaitkan kasus");
    await linking.getByLabel("Nomor kasus").fill("HLG-2026-9999-X");
    await linking.getByRole("button", { name: "Kaitkan kasus", exact: true }).click();
    await expect(linking.getByText("Tidak ada kasus dengan nomor ini")).toBeVisible();
    await linking.getByLabel("Nomor kasus").fill(told.data.number);
    await linking.getByRole("button", { name: "Kaitkan kasus", exact: true }).click();
    await expect(linking).toBeHidden();
    const line = desk.getByRole("listitem").filter({ hasText: decision }).last();
    await expect(line.getByRole("link", { name: told.data.number })).toBeVisible();
    await expect(line.getByText("Diterima")).toBeVisible();
  });

  await test.step("what came of it is written down once", async () => {
    await desk.getByRole("button", { name: `Catat hasil: ${decision}` }).click();
    const finishing = windowOf(desk, "Catat hasil");
    await finishing.getByLabel("Hasilnya").fill("Jadwal ditempel di setiap balai desa.");
    await finishing.getByRole("button", { name: "Simpan hasil" }).click();
    await expect(finishing).toBeHidden();
    await expect(desk.getByText("Jadwal ditempel di setiap balai desa.")).toBeVisible();
    await expect(desk.getByRole("button", { name: `Catat hasil: ${decision}` })).toHaveCount(0);
  });

  await test.step("its minutes are made as a PDF", async () => {
    const meeting = desk.getByRole("listitem").filter({ hasText: `Bantuan terlambat ${word}` });
    await meeting.getByRole("button", { name: "PDF notula" }).click();
    const paper = windowOf(desk, "PDF notula");
    await paper.getByRole("button", { name: "PDF notula" }).click();
    const link = paper.getByRole("link", { name: /Unduh/ }).first();
    await expect(link).toBeVisible({ timeout: 30_000 });
    const file = await context.request.get((await link.getAttribute("href")) ?? "");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
  expect(faults).toEqual([]);
});
