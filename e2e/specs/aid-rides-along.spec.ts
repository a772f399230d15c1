import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { act, ask, openCase } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

const halong = "63.11.02";
const liyu = "63.11.02.2014";

/** Does it and answers with what came of it; fails the test when it is refused. */
const done = async <Data>(request: APIRequestContext, path: string, input: object) => {
  const { status, text, data } = await act<Data>(request, path, input);
  expect(status, `${path}: ${text}`).toBe(200);
  return data;
};

interface ShownTrip {
  readonly status: string;
  readonly version: number;
}
const shown = async (request: APIRequestContext, tripId: string) =>
  (await ask<ShownTrip>(request, "trips.show", { tripId })).data;

const opened = async (page: Page, button: RegExp) => {
  await page.getByRole("button", { name: button }).first().click();
  const dialog = windowOf(page);
  await expect(dialog).toBeVisible();
  return dialog;
};

/**
 * A family of Liyu, Halong, from what it is entitled to onto a trip that is loaded for it. A family and a trip of
 * its own; the cycle is the demonstration's BLT_DD of Halong, which no other journey touches.
 */
test("what a family is entitled to is approved, put on a trip and loaded", async ({ browser }) => {
  test.setTimeout(180_000);
  const name = `Arbaiyah ${randomUUID().slice(0, 4).replace(/\d/g, "a")}`;
  const section = await enter(browser, "halong.kasi-kessos");
  const village = await enter(browser, "halong.liyu");
  const head = await enter(browser, "halong.liyu-kades");
  const camat = await enter(browser, "halong.camat");

  const request = await openCase(village.page.request, {
    ...{ villageCode: liyu, categoryCode: "WEL-FOOD", title: `Sembako untuk ${name}` },
  });
  expect(request.status).toBe(200);
  const citizen = await (await browser.newContext()).newPage();
  /** Whoever asked for it, on the page where they track it. */
  const tracks = async (chip: string, words: RegExp) => {
    await citizen.goto(`/lacak/k/${request.data.code}`);
    const aid = citizen.locator("section").filter({ hasText: "Bantuan yang diminta" });
    await expect(aid).toContainText("BLT-DD");
    await expect(aid).toContainText(chip);
    await expect(aid).toContainText(words);
    await expect(aid).not.toContainText(name);
  };

  await test.step("a family is decided for the village's own aid", async () => {
    const { householdId } = await done<{ householdId: string }>(
      village.page.request,
      "beneficiaries.save",
      {
        ...{ version: 0, villageCode: liyu, leaving: [], hamlet: "", rt: "", rw: "", address: "" },
        members: [
          {
            ...{ name, aliases: [], relation: "head", sex: "female" },
            ...{ birthDate: "1958-02-03", nikMissing: "lost" },
          },
        ],
      },
    );
    const family = await ask<{ members: readonly { id: string }[] }>(
      village.page.request,
      "beneficiaries.show",
      { householdId },
    );
    const { enrollmentId } = await done<{ enrollmentId: string }>(
      village.page.request,
      "aid.nominate",
      {
        ...{ programCode: "BLT_DD", residentId: family.data.members[0]?.id, documentsSeen: [] },
        ...{ ground: "Lansia tunggal", caseId: request.data.id },
      },
    );
    const on = { enrollmentId, words: "Sesuai keadaan" };
    await done(section.page.request, "aid.settle", {
      ...{ ...on, version: 0, act: "verify", happenedOn: "2026-01-10" },
    });
    await tracks("Terverifikasi", /menunggu penetapan/);
    await done(head.page.request, "aid.settle", { ...on, version: 1, act: "approve" });
    await tracks("Ditetapkan", /diberitahukan lewat desa/);
  });

  const { page } = section;
  await test.step("the kecamatan prepares its entitlement, the village's head approves it", async () => {
    await page.goto("/bantuan/BLT_DD");
    await page.getByRole("link", { name: "Triwulan berjalan" }).click();
    const prepare = await opened(page, /^Susun hak untuk \d+ orang/);
    await prepare.getByLabel("Barang atau jasa").fill("Paket sembako");
    await prepare.getByLabel("Satuan").fill("paket");
    await prepare.getByLabel("Jumlah tiap penerima").fill("nol");
    await prepare.getByRole("button", { name: "Susun" }).click();
    await expect(prepare.getByText("Isi jumlah dengan angka bulat.").first()).toBeVisible();
    await prepare.getByLabel("Jumlah tiap penerima").fill("1");
    await prepare.getByRole("button", { name: "Susun" }).click();
    await expect(prepare).toBeHidden();
    await expect(page.getByRole("link", { name })).toBeVisible();
    // Who prepared it approves nothing of it, and the money is the village's.
    await expect(page.getByRole("button", { name: /^Tetapkan/ })).toHaveCount(0);
    await head.page.goto(new URL(page.url()).pathname);
    const grant = await opened(head.page, /^Tetapkan \d+ hak/);
    await grant.getByRole("button", { name: "Tetapkan" }).click();
    await expect(grant).toBeHidden();
    await village.page.setViewportSize({ width: 390, height: 844 });
    await village.page.goto("/");
    await expect(village.page.getByRole("link", { name: /BLT.* orang menunggu/ })).toBeVisible();
  });

  const tripId = await test.step("it is put onto a trip from the planning board", async () => {
    await page.goto("/kunjungan/rencana");
    await page.getByLabel("Liyu").check();
    await page.getByRole("link", { name: "Buat kunjungan ke 1 desa" }).click();
    await expect(page.getByRole("button", { name: "Simpan rencana" })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Liyu" })).toBeVisible();
    const decrees = await ask<readonly { id: string; isRunning: boolean }[]>(
      page.request,
      "trips.decrees",
      { subdistrictCode: halong },
    );
    const day = new Date().toISOString().slice(0, 10);
    const planned = await done<{ tripId: string }>(page.request, "trips.plan", {
      ...{ subdistrictCode: halong, purpose: `Antar paket ${name}`, vehicle: "" },
      ...{ startsOn: day, endsOn: day, villages: [liyu], activities: [], costs: [] },
      decreeId: decrees.data.find((one) => one.isRunning)?.id,
      crew: [{ name: "Rusmiati (fiktif)", position: "Kasi", duty: "lead" }],
      goods: [
        {
          ...{ name: "Paket sembako", unit: "paket", source: "Desa Liyu", received: 5 },
          ...{ receiptNumber: "BAST-21", receivedOn: day },
        },
      ],
    });
    await page.goto(`/kunjungan/${planned.tripId}`);
    const fill = await opened(page, /^Isi manifes/);
    await fill.getByRole("button", { name: /^Masukkan \d+ orang/ }).click();
    await expect(fill).toBeHidden();
    await expect(page.getByText(name).first()).toBeVisible();
    await tracks("Dijadwalkan", /Direncanakan diantar ke desa mulai/);
    return planned.tripId;
  });

  await test.step("the village sees its people on it, and the car is loaded for them", async () => {
    await village.page.goto(`/kunjungan/${tripId}`);
    await expect(village.page.getByText(name).first()).toBeVisible();
    const { version } = await shown(page.request, tripId);
    await done(camat.page.request, "trips.move", { tripId, version, move: "approve" });
    await head.page.goto(`/kunjungan/${tripId}`);
    const stop = await opened(head.page, /di Liyu/);
    await stop.getByLabel("Tempat").fill("Balai desa Liyu");
    await stop.getByRole("button", { name: "Simpan waktu dan tempat" }).click();
    await expect(stop).toBeHidden();
    await page.reload();
    const load = await opened(page, /^Muat barang/);
    await load.getByLabel(/Paket sembako/).fill("0");
    await load.getByRole("button", { name: "Catat muatan" }).click();
    await expect(load.getByText(/sedikitnya yang diperlukan manifes/).first()).toBeVisible();
    await load.getByLabel(/Paket sembako/).fill("5");
    await load.getByRole("button", { name: "Catat muatan" }).click();
    await expect(load).toBeHidden();
    expect((await shown(page.request, tripId)).status).toBe("loaded");
    await expect(page.getByRole("button", { name: /^Isi manifes/ })).toHaveCount(0);
  });

  await test.step("rain holds it: the village reads who waits, and says how it told them", async () => {
    const postpone = await opened(page, /^Tunda/);
    await postpone.getByLabel("Alasan", { exact: true }).fill("Hujan sejak malam");
    await postpone.getByRole("button", { name: "Tunda kunjungan" }).click();
    await expect(postpone).toBeHidden();
    await tracks("Ditunda", /karena cuaca/);
    await village.page.reload();
    const word = village.page
      .getByRole("listitem")
      .filter({ hasText: "Kunjungan ditunda karena cuaca" })
      .filter({ hasText: `Antar paket ${name}` });
    await expect(word).toContainText("di daftar kunjungan perlu diberi tahu");
    await word.getByText("Siapa yang menunggu").click();
    await expect(word.getByText(name, { exact: true })).toBeVisible();
    await word.getByRole("button", { name: /^Catat diteruskan/ }).click();
    const told = windowOf(village.page);
    await told.getByLabel("Bagaimana diteruskan").fill("Diumumkan di langgar");
    await told.getByRole("button", { name: "Catat diteruskan" }).click();
    await expect(told).toBeHidden();
    await expect(word).toContainText("Diumumkan di langgar");
    await page.reload();
    await expect(page.getByText(/Diteruskan desa .*Diumumkan di langgar/)).toBeVisible();
  });
  await citizen.context().close();
  for (const { faults, context } of [section, camat, village, head]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
