import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { act, ask } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

interface ShownTrip {
  readonly status: string;
  readonly version: number;
  readonly stops: readonly { readonly id: string; readonly villageName: string }[];
}

const shownTrip = async (request: APIRequestContext, tripId: string): Promise<ShownTrip> => {
  const shown = await ask<ShownTrip>(request, "trips.show", { tripId });
  expect(shown.status, shown.text).toBe(200);
  return shown.data;
};

/** A step on the version that is there; fails the test when it is refused. */
const step = async (
  request: APIRequestContext,
  path: string,
  tripId: string,
  input: object = {},
): Promise<void> => {
  const { version } = await shownTrip(request, tripId);
  const done = await act(request, path, { tripId, version, ...input });
  expect(done.status, `${path}: ${done.text}`).toBe(200);
};

/** Opens a step, or the window of a button, and waits for it to have the focus. */
const opened = async (page: Page, button: string | RegExp, title: string) => {
  await page.getByRole("button", { name: button }).first().click();
  const dialog = windowOf(page, title);
  await expect(dialog).toBeVisible();
  return dialog;
};

/** Halong plans a journey to Liyu and Kapul. A trip of its own; no settings touched. */
test("a trip is planned, ordered, given its time by the villages, loaded, driven, counted and closed", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const purpose = `Antar beras ${Date.now()}`;
  const section = await enter(browser, "halong.kasi-kessos");
  const camat = await enter(browser, "halong.camat");
  const village = await enter(browser, "halong.liyu-kades");
  const { page } = section;

  const tripId = await test.step("the section plans it under the SK", async () => {
    await page.goto("/kunjungan/baru");
    await page.getByRole("button", { name: "Simpan rencana" }).click();
    await expect(page.getByText("Tulis keperluan, sedikitnya lima huruf.").first()).toBeVisible();
    await page.getByLabel("Keperluan").fill(purpose);
    await page.getByLabel("Dasar SK").selectOption({ index: 1 });
    for (const name of ["Liyu", "Kapul"])
      await page.getByLabel("Tambah desa").selectOption({ label: name });
    await page.getByRole("button", { name: /Ambil \d+ orang dari tim pelaksana/ }).click();
    await page.getByRole("button", { name: "Tambah barang" }).click();
    const goods = {
      ...{ "Nama barang": "Beras", Satuan: "karung", "Dari siapa": "Dinas Sosial" },
      ...{ "Nomor BAST masuk": "BAST-9", Jumlah: "40" },
    };
    for (const [label, value] of Object.entries(goods))
      await page.getByLabel(`${label}, baris 1`).fill(value);
    await page.getByRole("button", { name: "Simpan rencana" }).click();
    await expect(page.getByRole("heading", { level: 1, name: purpose })).toBeVisible();
    return new URL(page.url()).pathname.slice("/kunjungan/".length);
  });

  await test.step("the camat, and nobody before him, orders it", async () => {
    await expect(page.getByText("Beri surat tugas")).toHaveCount(0);
    await camat.page.goto(`/kunjungan/${tripId}`);
    const window = await opened(camat.page, /^Beri surat tugas/, "Beri surat tugas");
    await window.getByRole("button", { name: "Beri surat tugas" }).click();
    await expect(window).toBeHidden();
    await expect(camat.page.getByText(/400\.10\/\d+\/KEC-HLG\/\d{4}/)).toBeVisible();
  });

  await test.step("Liyu sets its time on a phone; Kapul's word comes by radio", async () => {
    await village.page.setViewportSize({ width: 390, height: 844 });
    await village.page.goto("/");
    await village.page.getByRole("link", { name: new RegExp(purpose) }).click();
    await expect(village.page.getByRole("button", { name: /di Kapul/ })).toHaveCount(0);
    const own = await opened(village.page, /di Liyu/, "Waktu dan tempat di Liyu");
    await own.getByLabel("Tempat").fill("Balai adat Liyu");
    await own.getByRole("button", { name: "Simpan waktu dan tempat" }).click();
    await expect(own).toBeHidden();
    await page.goto(`/kunjungan/${tripId}`);
    await expect(page.getByText(/Balai adat Liyu/)).toBeVisible();
    const waiting = page.getByText(/masih ada desa yang belum menetapkan/);
    await expect(waiting).toBeVisible();
    const told = await opened(page, /di Kapul/, "Waktu dan tempat di Kapul");
    await told.getByLabel("Tempat").fill("Rumah RT 1");
    await told.getByRole("button", { name: "Simpan waktu dan tempat" }).click();
    await expect(told.getByText("Tulis siapa yang mengatakannya.").first()).toBeVisible();
    await told.getByLabel("Siapa di desa yang mengatakannya").fill("Kades Kapul");
    await told.getByLabel("Lewat apa").selectOption({ label: "lewat radio" });
    await told.getByRole("button", { name: "Simpan waktu dan tempat" }).click();
    await expect(told).toBeHidden();
    await expect(page.getByText("Dikonfirmasi desa")).toBeVisible();
    await expect(waiting).toHaveCount(0);
  });

  await test.step("it is loaded, never beyond what the store received, and driven", async () => {
    const load = await opened(page, /^Muat barang/, "Muat barang");
    await expect(load).toContainText("Kapul, Liyu");
    await load.getByLabel(/Beras/).fill("41");
    await load.getByRole("button", { name: "Catat muatan" }).click();
    await expect(load.getByText(/tidak lebih dari yang diterima/).first()).toBeVisible();
    await load.getByLabel(/Beras/).fill("40");
    await load.getByRole("button", { name: "Catat muatan" }).click();
    await expect(load).toBeHidden();
    const { request } = page;
    await step(request, "trips.move", tripId, { move: "depart" });
    for (const { id } of (await shownTrip(request, tripId)).stops)
      await step(request, "trips.arrive", tripId, { stopId: id });
    await step(request, "trips.move", tripId, { move: "return" });
  });

  await test.step("it closes only when every sack is accounted for", async () => {
    await page.reload();
    await expect(page.getByText(/barang belum terhitung seluruhnya/)).toBeVisible();
    const count = await opened(page, /^Hitung$/, "Hitung barang dan layanan");
    await count.getByLabel("diserahkan").fill("38");
    await count.getByLabel("kembali").fill("1");
    await count.getByLabel("hilang", { exact: true }).fill("1");
    await expect(count.getByText("Semua terhitung.")).toBeVisible();
    await count.getByLabel("Mengapa hilang").fill("Basah kena hujan");
    await count.getByRole("button", { name: "Simpan hitungan" }).click();
    await expect(count).toBeHidden();
    const close = await opened(page, /^Selesaikan kunjungan/, "Selesaikan kunjungan");
    await close.getByRole("button", { name: "Selesaikan" }).click();
    await expect(close).toBeHidden();
    await expect(page.getByText("Selesai dihitung")).toBeVisible();
    expect((await shownTrip(page.request, tripId)).status).toBe("reconciled");
  });
  for (const { faults, context } of [section, camat, village]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
