import { expect, type Page } from "@playwright/test";
import { ask, openCase } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

const kecamatan = "63.11.07";
const village = "63.11.07.2015";
const categoryCode = "TOU-VILL";
/** Two sectors in turn, so that the journey may run again on the same installation. */
const sectors = [
  { code: "DISKOMINFO", name: /Komunikasi/ },
  { code: "DINSOS", name: /Dinas Sosial/ },
] as const;

interface Node {
  readonly code: string;
  readonly values: { readonly name: string; readonly leadSectorCode: string };
}

const proposedIn = async (page: Page, caseId: string) => {
  await page.goto(`/kasus/${caseId}`);
  await page
    .getByRole("button", { name: /^Verifikasi/ })
    .first()
    .click();
  const verify = windowOf(page, "Verifikasi");
  await verify.getByRole("button", { name: "Verifikasi" }).click();
  await expect(verify).toBeHidden();
  await page
    .getByRole("button", { name: /^Disposisi/ })
    .first()
    .click();
  const route = windowOf(page, "Disposisi");
  await expect(route.getByRole("combobox", { name: "Tujuan" })).not.toHaveValue("");
  return route;
};

/** The administrator changes where a category goes; new cases follow, an old one keeps its rule. */
test("a rule is tried, saved as a version, proposes the new sector, and an old case keeps its own", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const admin = await enter(browser, "parsel.admin");
  const desk = await enter(browser, "parsel.triase");
  const tree = await ask<readonly Node[]>(admin.page.request, "rules.tree", {
    areaCode: kecamatan,
  });
  const node = tree.data.find((one) => one.code === categoryCode);
  expect(node).toBeDefined();
  const next = sectors.find((one) => one.code !== node?.values.leadSectorCode) ?? sectors[0];
  const open = async (word: string) => {
    const title = `${word} ${Date.now()}`;
    const opened = await openCase(desk.page.request, { villageCode: village, categoryCode, title });
    expect(opened.status).toBe(200);
    return opened.data.id;
  };
  const oldCase = await open("Papan penunjuk wisata lama");

  await test.step("the administrator finds the category, tries the rule and saves it", async () => {
    const { page } = admin;
    await page.goto("/");
    await page.getByRole("link", { name: "Aturan", exact: true }).first().click();
    await expect(page).toHaveURL(/\/aturan/);
    await page.getByRole("searchbox", { name: "Cari kategori" }).fill(categoryCode);
    await page.getByRole("button", { name: new RegExp(node?.values.name ?? "none") }).click();
    const target = page.getByRole("combobox", { name: "Tujuan" });
    await target.fill(next.code === "DINSOS" ? "Dinas Sosial" : "Komunikasi");
    await page.getByRole("option", { name: next.name }).first().click();
    await page.getByRole("button", { name: "Coba pada kasus lalu" }).click();
    const trial = page.getByRole("region", { name: "Andai aturan ini berlaku" });
    await expect(trial).toContainText(next.name);
    await expect(trial).toContainText("Kasus rahasia dan aduan pengawasan tidak ikut dihitung");
    await page.getByLabel("Alasan perubahan").fill("Kesepakatan rapat koordinasi");
    await page.getByRole("button", { name: "Simpan versi baru" }).click();
    await expect(page.getByText(/versi \d+ tersimpan/).first()).toBeVisible();
    const history = page.getByRole("region", { name: "Riwayat versi" });
    await expect(history).toContainText("Kesepakatan rapat koordinasi");
    await expect(history).toContainText(next.name);
  });

  await test.step("a new case is proposed to the new sector, with prepared words", async () => {
    const { page } = desk;
    const route = await proposedIn(page, await open("Papan penunjuk wisata baru"));
    await expect(route.getByRole("combobox", { name: "Tujuan" })).toHaveValue(next.name);
    await route.getByRole("button", { name: "Balasan siap pakai" }).click();
    await page.getByRole("menuitem", { name: "Dampingi desa dan laporkan" }).click();
    const written = route.getByLabel(/Isi disposisi/);
    await expect(written).toHaveValue(/Mohon Desa Lingsir didampingi .*PRS-\d{4}-/);
    await written.fill(`${await written.inputValue()} Terima kasih.`);
    await route.getByRole("button", { name: "Kirim disposisi" }).click();
    await expect(route).toBeHidden();
    await expect(page.locator("main")).toContainText("Terima kasih.");
  });

  await test.step("the old case keeps its rule", async () => {
    const route = await proposedIn(desk.page, oldCase);
    await expect(route.getByRole("combobox", { name: "Tujuan" })).not.toHaveValue(next.name);
  });

  await test.step("an administrator reads no case, an officer edits no rule", async () => {
    const read = await ask(admin.page.request, "cases.show", { caseId: oldCase });
    expect([403, 404]).toContain(read.status);
    const replies = await ask(admin.page.request, "cases.replies", { caseId: oldCase });
    expect([403, 404]).toContain(replies.status);
    const edited = await ask(desk.page.request, "rules.tree", { areaCode: kecamatan });
    expect(edited.status).toBe(403);
    const elsewhere = await ask(admin.page.request, "rules.tree", { areaCode: "63.11.02" });
    expect(elsewhere.status).toBe(403);
  });
  expect([...admin.faults, ...desk.faults]).toEqual([]);
  await admin.context.close();
  await desk.context.close();
});
