import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { actOn, showCase } from "../fixtures/cases";
import { type Receipt, trackReport } from "../fixtures/citizens";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

/** Chooses a next step, from the row or from the menu of the others, and waits for its window. */
const openStep = async (page: Page, title: string): Promise<Locator> => {
  const row = page.getByRole("button", { name: new RegExp(`^${title}`) });
  await expect(page.getByRole("heading", { name: /^(Langkah|Yang bisa)/ }).first()).toBeVisible();
  if ((await row.count()) > 0) await row.first().click();
  else {
    await page.getByRole("button", { name: "Tindakan lain" }).last().click();
    await page.getByRole("menuitem", { name: new RegExp(`^${title}`) }).click();
  }
  const dialog = windowOf(page, title);
  await expect(dialog).toBeVisible();
  return dialog;
};

const tell = async (page: Page, name: string, story: string): Promise<void> => {
  await page.goto("/loket");
  await page.getByLabel("Nama", { exact: true }).fill(name);
  const village = page.getByRole("combobox", { name: /Desa atau kelurahan/ });
  await village.fill("Lingsir");
  await page
    .getByRole("option", { name: /Lingsir/ })
    .first()
    .click();
  await page.getByRole("radio", { name: /Administrasi dan keuangan desa/ }).check();
  await page.getByLabel(/Apa yang terjadi/).fill(story);
};

const keep = async (page: Page) => {
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/tanda-terima/);
  const sheet = await page.locator("main").innerText();
  const number = /PRS-\d{4}-\d{4,}-[A-Z0-9]/.exec(sheet)?.[0] ?? "";
  const pin =
    /\b\d{3}\s?\d{3}\b/.exec(sheet.slice(sheet.indexOf("PIN")))?.[0]?.replace(/\s/g, "") ?? "";
  expect(number).not.toBe("");
  return { number, pin, url: page.url().replace("/tanda-terima", "") };
};

/** What a citizen reads without an account. */
const tracked = async (browser: Browser, receipt: Receipt): Promise<string> => {
  const page = await trackReport(browser, receipt);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  const text = await page.locator("body").innerText();
  await page.context().close();
  return text;
};

/** "Sudah selesai", said from the tracking page; what the page answers. */
const sayDone = async (browser: Browser, receipt: Receipt, promised: string): Promise<string> => {
  const page = await trackReport(browser, receipt);
  await expect(page.locator("body")).toContainText(promised);
  await page.getByRole("button", { name: "Sudah selesai" }).click();
  await expect(page.locator("body")).toContainText("Terima kasih.");
  const text = await page.locator("body").innerText();
  await page.context().close();
  return text;
};

test("one matter told twice is joined at the desk, tracked, taken apart and merged again", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const word = `talud${Date.now()}`;
  const desk = await enter(browser, "parsel.triase");
  const { page } = desk;

  await tell(page, "Rusmiati (fiktif)", `Bendahara menanyakan ${word} belum dibukukan di laporan.`);
  const first = await keep(page);

  await test.step("the second time the desk is told of the first, looks and joins", async () => {
    await tell(page, "Hamdani (fiktif)", `Buku kas: ${word} belum dibukukan di laporan, kata RT.`);
    const hints = page.getByRole("region", { name: "Mungkin sudah dilaporkan" });
    await expect(hints).toContainText(first.number);
    await expect(hints).toContainText("desa sama, kategori sama");
    await hints.getByRole("button", { name: `Lihat ${first.number}` }).click();
    const preview = windowOf(page);
    await expect(preview).toContainText("Bendahara menanyakan");
    await preview.getByRole("button", { name: /Tambahkan sebagai pelapor/ }).click();
    await expect(page.getByText(`Akan digabung ke ${first.number}`)).toBeVisible();
  });

  const second = await keep(page);

  await test.step("its own receipt tells that it was merged, and nothing of the other reporter", async () => {
    const text = await tracked(browser, second);
    expect(text).toContain("Digabung dengan laporan lain");
    expect(text).toContain("sudah diterima");
    expect(text).not.toContain(first.number);
    expect(text).not.toContain("Rus");
  });

  await test.step("both pages lead to one another", async () => {
    await page.goto(first.url);
    const related = page.getByRole("region", { name: "Kasus terkait" });
    await expect(related).toContainText(second.number);
    await expect(related).toContainText("Hamdani");
    await page.goto(second.url);
    await expect(page.locator("main")).toContainText("digabung dengan kasus lain");
    await expect(page.locator("main")).toContainText(first.number);
  });

  await test.step("another officer, the camat, takes them apart", async () => {
    const camat = await enter(browser, "parsel.camat");
    await camat.page.goto(second.url);
    const undo = await openStep(camat.page, "Batalkan gabungan");
    await undo.getByLabel("Alasan").fill("Ternyata dua pembukuan yang berbeda.");
    await undo.getByRole("button", { name: "Pisahkan kembali" }).click();
    await expect(undo).toBeHidden();
    await expect(camat.page.locator("main")).toContainText("Gabungan dibatalkan");
    expect(camat.faults).toEqual([]);
    await camat.context.close();
    expect(await tracked(browser, second)).toContain("Sudah diterima");
  });

  await test.step("the desk finds the likeness again at triage and merges by choosing it", async () => {
    await page.goto(second.url);
    await expect(page.getByRole("region", { name: "Mungkin sudah dilaporkan" })).toContainText(
      first.number,
    );
    const merge = await openStep(page, "Gabung");
    await merge.getByRole("radio", { name: new RegExp(first.number) }).check();
    await merge.getByLabel("Alasan").fill("Bendahara memastikan satu masalah.");
    await merge.getByRole("button", { name: "Gabung kasus" }).click();
    await expect(merge).toBeHidden();
    await expect(page.locator("main")).toContainText("Digabung dengan kasus lain");
  });

  await test.step("settled once for both: each reporter's word holds for their own report", async () => {
    const caseId = first.url.slice(first.url.lastIndexOf("/") + 1);
    const dpmd = await enter(browser, "balangan.dpmd");
    await actOn(page.request, "triage", caseId);
    await actOn(page.request, "route", caseId, { target: "DPMD", instruction: "Mohon dibina." });
    await actOn(dpmd.page.request, "accept", caseId);
    const answer = { response: "Diperiksa.", solution: "Dibukukan.", followUp: "Dipantau." };
    await actOn(dpmd.page.request, "resolve", caseId, { outcome: "handled", ...answer });
    await dpmd.context.close();
    expect(
      await sayDone(browser, second, "Jawaban Anda berlaku untuk laporan Anda saja"),
    ).toContain("Penanganannya tetap berjalan bagi pelapor lain");
    expect((await showCase(page.request, caseId)).status).toBe("resolved");
    expect(await tracked(browser, second)).toContain("Anda mengatakan sudah selesai");
    expect(await sayDone(browser, first, "Sesudah itu laporan ditutup")).toContain(
      "Laporan Anda ditutup",
    );
    expect((await showCase(page.request, caseId)).status).toBe("closed");
  });
  expect(desk.faults).toEqual([]);
  await desk.context.close();
});
