import { expect, type Page } from "@playwright/test";
import { act, ask, openCase } from "../fixtures/api";
import { actOn, openStep, placeOf, stepOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

// The office-wide option of Paron is switched off, on, and back to what it was; no other journey
// routes a case there.

/** Sets the option where it is another. @returns what it was before */
const setOption = async (admin: Page, isFirst: boolean): Promise<boolean> => {
  const subdistrictCode = await placeOf(admin.request);
  const now = await ask<{ version: number; dispositionDays: number; dispositionFirst: boolean }>(
    admin.request,
    "rules.office",
    { subdistrictCode },
  );
  if (now.data.dispositionFirst === isFirst) return isFirst;
  const { version, dispositionDays } = now.data;
  const setting = { subdistrictCode, version, dispositionDays, dispositionFirst: isFirst };
  const saved = await act(admin.request, "rules.saveOffice", setting);
  expect(saved.status, saved.text).toBe(200);
  return !isFirst;
};

/** A case of Semen that the desk has looked at, and its page. */
const triaged = async (desk: Page, title: string): Promise<string> => {
  const given = { villageCode: "35.21.10.2003", categoryCode: "VIL-LPM", title };
  const { data } = await openCase(desk.request, given);
  await actOn(desk.request, "triage", data.id);
  return data.id;
};

/** The desk routes to DPMD; with the option it is a proposal. */
const propose = async (desk: Page, id: string): Promise<void> => {
  await desk.goto(`/kasus/${id}`);
  const dialog = await openStep(desk, "Disposisi");
  await expect(dialog.getByText(/menunggu pada mereka/)).toBeVisible();
  await dialog.getByLabel("Isi disposisi").fill("Mohon LPM didampingi.");
  await dialog.getByRole("button", { name: "Kirim disposisi" }).click();
  await expect(dialog).toBeHidden();
};

test.setTimeout(240_000);

test("a case leaves the office with the camat's disposisi alone", async ({ browser }) => {
  const admin = await enter(browser, "paron.admin");
  const desk = await enter(browser, "paron.triase");
  const camat = await enter(browser, "paron.camat");
  const sector = await enter(browser, "ngawi.dpmd");
  const seenBySector = async (caseId: string) =>
    (await ask(sector.page.request, "cases.show", { caseId })).status;
  const before = await setOption(admin.page, false);
  try {
    await test.step("while it is off, the desk routes by itself", async () => {
      const id = await triaged(desk.page, `LPM langsung ${Date.now()}`);
      await actOn(desk.page.request, "route", id, { target: "DPMD", instruction: "Dampingi." });
      expect(await seenBySector(id)).toBe(200);
    });

    await test.step("the administrator switches it on", async () => {
      const { page } = admin;
      await page.goto("/aturan/surat");
      const panel = page.getByRole("region", { name: "Disposisi camat sebelum kasus keluar" });
      await panel.getByLabel("Kasus keluar hanya dengan disposisi camat atau sekcam").check();
      await panel.getByRole("button", { name: "Simpan" }).click();
      await expect(page.getByText("Pengaturan disposisi tersimpan.")).toBeVisible();
    });

    const leaving = await triaged(desk.page, `LPM menunggu camat ${Date.now()}`);
    await test.step("the desk proposes, the sector sees nothing yet", async () => {
      await propose(desk.page, leaving);
      await expect(stepOf(desk.page, "Tarik usulan")).toBeVisible();
      expect(await seenBySector(leaving)).toBe(404);
    });

    await test.step("the camat disposes in own words, and the case leaves", async () => {
      const { page } = camat;
      await page.goto(`/kasus/${leaving}`);
      const dialog = await openStep(page, "Beri disposisi");
      const words = dialog.getByLabel("Isi disposisi");
      await expect(words).toHaveValue("Mohon LPM didampingi.");
      await words.fill("Dampingi pengurus LPM sampai terbentuk.");
      await dialog.getByRole("button", { name: "Beri disposisi" }).click();
      await expect(dialog).toBeHidden();
      await sector.page.goto(`/kasus/${leaving}`);
      const said = sector.page.getByText("Dampingi pengurus LPM sampai terbentuk.");
      await expect(said.first()).toBeVisible();
      await expect(sector.page.getByText("Mohon LPM didampingi.")).toHaveCount(0);
    });

    const returned = await triaged(desk.page, `LPM dikembalikan camat ${Date.now()}`);
    await test.step("another one comes back to the desk with the reason", async () => {
      await propose(desk.page, returned);
      const { page } = camat;
      await page.goto(`/kasus/${returned}`);
      const dialog = await openStep(page, "Kembalikan usulan");
      await dialog.getByLabel("Alasan").fill("Cukup ditangani Kasi PMD.");
      await dialog.getByRole("button", { name: "Kembalikan" }).click();
      await expect(dialog).toBeHidden();
      await desk.page.goto(`/kasus/${returned}`);
      await expect(desk.page.getByText("Cukup ditangani Kasi PMD.").first()).toBeVisible();
      await expect(stepOf(desk.page, "Disposisi")).toBeEnabled();
      expect(await seenBySector(returned)).toBe(404);
    });
  } finally {
    await setOption(admin.page, before);
  }

  for (const { faults, context } of [admin, desk, camat, sector]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
