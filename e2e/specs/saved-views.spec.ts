import { expect, type Page } from "@playwright/test";
import { act, ask, openCase } from "../fixtures/api";
import { placeOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(120_000);

interface View {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: Readonly<Record<string, string>>;
}

const office = "63.11.02";

const viewsOf = async ({ request }: Page): Promise<readonly View[]> =>
  (await ask<{ saved: View[] }>(request, "views.list", {})).data.saved;

const openMenu = async (page: Page, name: string | RegExp = "Tampilan") => {
  await page.getByRole("button", { name, exact: typeof name === "string" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
};

// In Halong. Chooses where the queue of Halong's Kasi Kessos begins, and gives it back; its views carry a
// word of their own and are deleted at the end.
test("a view of one's list is shared with the office, with everybody's own number, and with no other", async ({
  browser,
}) => {
  const village = await enter(browser, "halong.liyu");
  const desk = await enter(browser, "halong.triase");
  const section = await enter(browser, "halong.kasi-kessos");
  const stranger = await enter(browser, "parsel.triase");
  const word = `Uji ${Date.now().toString(36)}`;
  const villageCode = await placeOf(village.page.request);
  const opened = await openCase(village.page.request, {
    ...{ villageCode, categoryCode: "VIL-FIN", title: `Laporan ${word}` },
  });
  expect(opened.status).toBe(200);

  await test.step("the desk narrows its list, puts it under villages, and shares it", async () => {
    const { page } = desk;
    await page.goto(
      `/antrean?tampilan=terbuka&desa=${villageCode}&kelompok=desa&kolom=status,waktu`,
    );
    const list = page.getByRole("grid", { name: "Daftar kasus" });
    await expect(list.getByRole("row", { name: /^Liyu \d+/ })).toBeVisible();
    await expect(list.getByRole("columnheader", { name: "Pemegang" })).toHaveCount(0);
    await openMenu(page);
    await page.getByRole("menuitem", { name: "Simpan tampilan ini" }).click();
    const dialog = windowOf(page, "Simpan tampilan");
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog.getByText("Tulis nama tampilan, paling sedikit 2 huruf.")).toBeVisible();
    await dialog.getByLabel("Nama tampilan").fill(word);
    await dialog.getByLabel(/^Bagikan kepada/).check();
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(page).toHaveURL(/simpanan=[0-9a-f-]{36}/);
    await expect(page.getByRole("button", { name: word })).toBeVisible();
  });

  const view = (await viewsOf(desk.page)).find(({ name }) => name === word);
  expect(view?.address).toMatchObject({ desa: villageCode, kelompok: "desa" });
  if (!view) return;

  await test.step("a colleague finds it with the number of their own cases, and begins with it", async () => {
    const { page } = section;
    const input = { one: { villages: [villageCode] } };
    const count = async (who: Page) =>
      (await ask<{ one: number }>(who.request, "cases.counts", input)).data.one;
    const [own, all] = [await count(page), await count(desk.page)];
    expect(own).toBeLessThan(all);
    await page.goto("/antrean?tampilan=terbuka");
    await openMenu(page);
    const item = page.getByRole("menuitem", { name: word });
    await expect(item).toHaveText(new RegExp(`${word}\\s*${own}$`));
    await item.click();
    await expect(page).toHaveURL(new RegExp(`simpanan=${view.id}`));
    await openMenu(page, word);
    await page.getByRole("menuitem", { name: `Jadikan “${word}” awal antrean saya` }).click();
    await expect(page.getByText(`Antrean Anda sekarang mulai dari “${word}”.`)).toBeVisible();
    await page.goto("/antrean");
    await expect(page).toHaveURL(new RegExp(`desa=${villageCode}.*simpanan=${view.id}`));
  });

  await test.step("whoever saves over another's change is told, and has a way on", async () => {
    const { page } = section;
    await openMenu(page, word);
    await page.getByRole("menuitem", { name: `Ubah “${word}”` }).click();
    const dialog = windowOf(page, `Ubah “${word}”`);
    const theirs = await act(desk.page.request, "views.save", {
      ...{ change: { viewId: view.id, version: view.version }, name: `${word} meja` },
      ...{ officeKey: office, address: view.address },
    });
    expect(theirs.status, theirs.text).toBe(200);
    await dialog.getByLabel("Nama tampilan").fill(`${word} seksi`);
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog.getByText("baru saja mengubah tampilan ini")).toBeVisible();
    await dialog.getByRole("button", { name: "Timpa dengan punya saya" }).click();
    await expect(page.getByRole("button", { name: `${word} seksi` })).toBeVisible();
    const now = (await viewsOf(page)).find(({ id }) => id === view.id);
    expect([now?.name, now?.version]).toEqual([`${word} seksi`, 3]);
  });

  await test.step("another kecamatan has neither its name nor what it holds", async () => {
    const { page } = stranger;
    expect((await viewsOf(page)).map(({ id }) => id)).not.toContain(view.id);
    await page.goto(`/antrean?simpanan=${view.id}`);
    await expect(page.getByRole("grid", { name: "Daftar kasus" })).toBeVisible();
    expect(page.url()).not.toContain("desa=");
    await openMenu(page);
    await expect(page.getByRole("menuitem", { name: new RegExp(word) })).toHaveCount(0);
    const taken = await act(page.request, "views.save", {
      ...{ change: { viewId: view.id, version: 3 }, name: word, officeKey: null, address: {} },
    });
    expect(taken.status).toBe(404);
  });

  await test.step("deleted, it is gone for all, and nobody's queue begins with it", async () => {
    const { page } = section;
    await openMenu(page, `${word} seksi`);
    await page.getByRole("menuitem", { name: `Ubah “${word} seksi”` }).click();
    await windowOf(page).getByRole("button", { name: "Hapus" }).click();
    await expect(page.getByText(`Tampilan “${word} seksi” dihapus.`)).toBeVisible();
    expect((await viewsOf(desk.page)).map(({ id }) => id)).not.toContain(view.id);
    await page.goto("/antrean");
    await expect(page.getByRole("button", { name: "Tampilan", exact: true })).toBeVisible();
    expect(page.url()).not.toContain("simpanan");
    await act(page.request, "views.setStart", { viewKey: null });
  });
  for (const person of [village, desk, section, stranger]) {
    expect(person.faults).toEqual([]);
    await person.context.close();
  }
});
