import { expect } from "@playwright/test";
import { ask } from "../fixtures/api";
import { enter, signIn } from "../fixtures/people";
import { ownPassword } from "../fixtures/staff";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(180_000);

interface Me {
  readonly assignments: readonly { readonly role: string }[];
}

/** From the invitation to the end of the account: the administrator and the person, two browsers. */
test("somebody is invited, signs in by the code, gets and loses a role, and is shut out", async ({
  browser,
}) => {
  const admin = await enter(browser, "parsel.admin");
  const { page } = admin;
  const username = `parsel.uji-${Date.now()}`;
  const name = `Uji Jalan ${Date.now()} (fiktif)`;
  await page.goto("/pengguna");

  const code = await test.step("invited as a triage officer", async () => {
    await page.getByRole("button", { name: "Undang pengguna" }).click();
    const dialog = windowOf(page, "Undang pengguna");
    await dialog.getByRole("button", { name: "Undang", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("Isi nama lengkap.");
    await dialog.getByLabel("Nama lengkap").fill(name);
    await dialog.getByLabel("Nama pengguna").fill(username);
    await dialog.getByLabel("Peran", { exact: true }).selectOption({ label: "Petugas triase" });
    await dialog.getByLabel("Nomor SK").fill("141/UJI/KEC-PRS/2026");
    await dialog.getByRole("button", { name: "Undang", exact: true }).click();
    const told = windowOf(page, `Akun ${name} dibuat`);
    const shown = (await told.getByLabel("Kode sekali pakai").textContent()) ?? "";
    expect(shown.replace(/-/g, "")).toMatch(/^[A-Z0-9]{10}$/);
    await told.getByRole("button", { name: "Sudah saya sampaikan" }).click();
    await expect(told).toBeHidden();
    return shown;
  });

  const context = await browser.newContext();
  const own = await context.newPage();
  await test.step("the code opens the first sign-in, once", async () => {
    const redeem = async (password: string) => {
      await own.goto("/masuk/kode");
      await own.getByLabel("Nama pengguna").fill(username);
      await own.getByLabel("Kode sekali pakai").fill(code);
      await own.getByLabel("Kata sandi baru").fill(password);
      await own.getByRole("button", { name: "Simpan kata sandi baru" }).click();
    };
    await redeem(ownPassword);
    await expect(own.getByText("Kata sandi baru tersimpan. Silakan masuk.")).toBeVisible();
    await redeem("kata sandi orang lain");
    await expect(own.getByText(/kode tidak cocok, atau kode sudah lewat masa/)).toBeVisible();
    await signIn(own, username, ownPassword);
    await expect(own.getByRole("heading", { level: 1, name: "Meja triase" })).toBeVisible();
  });

  const roles = async () =>
    (await ask<Me>(own.request, "session.me", {})).data.assignments.map(({ role }) => role).sort();
  const pane = page.getByRole("complementary", { name: "Rincian pengguna" });

  await test.step("a second role counts from the next request", async () => {
    await page.getByRole("searchbox", { name: "Cari nama atau nama pengguna" }).fill(name);
    await page.getByRole("button", { name: new RegExp(username) }).click();
    await expect(pane.getByRole("heading", { name })).toBeVisible();
    await pane.getByRole("button", { name: /^Beri peran lain/ }).click();
    const dialog = windowOf(page, "Beri peran lain");
    await dialog.getByLabel("Peran", { exact: true }).selectOption({ label: "Kepala seksi" });
    const sector = dialog.getByRole("combobox", { name: /Bidang atau seksi/ });
    await sector.fill("Pemberdayaan");
    await page.getByRole("option").first().click();
    await dialog.getByRole("button", { name: "Beri peran" }).click();
    await expect(dialog).toBeHidden();
    expect(await roles()).toEqual(["section-head", "triage-officer"]);
    await own.goto("/");
    await expect(own.getByRole("heading", { name: "Seksi Anda" })).toBeVisible();
  });

  await test.step("a role that was ended gives nothing any more", async () => {
    await pane.getByRole("button", { name: "Akhiri peran Petugas triase" }).click();
    const dialog = windowOf(page, "Akhiri peran");
    await expect(dialog).toContainText(name);
    await dialog.getByRole("button", { name: "Akhiri peran" }).click();
    await expect(dialog).toBeHidden();
    expect(await roles()).toEqual(["section-head"]);
    await own.goto("/");
    await expect(own.getByRole("heading", { level: 1, name: "Seksi Anda" })).toBeVisible();
    await expect(own.getByRole("heading", { name: "Meja triase" })).toHaveCount(0);
    await expect(
      pane
        .getByRole("listitem")
        .filter({ hasText: "Petugas triase" })
        .filter({ hasText: "berakhir" }),
    ).toHaveCount(1);
  });

  await test.step("a disabled account ends with its next request, and stays closed", async () => {
    await pane.getByRole("button", { name: /^Nonaktifkan akun/ }).click();
    const dialog = windowOf(page, "Nonaktifkan akun");
    await dialog.getByRole("button", { name: "Nonaktifkan", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect((await ask(own.request, "session.me", {})).status).toBe(401);
    await own.goto("/antrean");
    await expect(own).toHaveURL(/\/masuk/);
    await own.getByLabel("Nama pengguna, surel, atau nomor telepon").fill(username);
    await own.getByLabel("Kata sandi", { exact: true }).fill(ownPassword);
    await own.getByRole("button", { name: "Masuk", exact: true }).click();
    await expect(own.getByText(/tidak cocok/).first()).toBeVisible();
    await expect(pane.getByText("Dinonaktifkan", { exact: true })).toBeVisible();
  });
  expect(admin.faults).toEqual([]);
  await context.close();
  await admin.context.close();
});

/** On a poor line the script of a window is cut off: the button still does what it says, a little later. */
test("a window whose script was cut off on the way opens once the line is back", async ({
  browser,
}) => {
  const { context, page } = await enter(browser, "parsel.admin", { serviceWorkers: "block" });
  await page.goto("/pengguna");
  await page.getByRole("searchbox", { name: "Cari nama atau nama pengguna" }).fill("kasi-pem");
  await page.getByRole("button", { name: /parsel\.kasi-pemerintahan/ }).click();

  let cut = 0;
  const scripts = /\/_next\/static\/chunks\/.*\.js/;
  await page.route(scripts, async (route) => {
    cut += 1;
    await route.abort("connectionreset");
  });
  const pane = page.getByRole("complementary", { name: "Rincian pengguna" });
  await pane.getByRole("button", { name: /^Catat ketidakhadiran/ }).click();
  await expect.poll(() => cut, "scripts cut off").toBeGreaterThan(0);
  await page.unroute(scripts);
  await expect(windowOf(page, "Catat ketidakhadiran").getByLabel("Mulai")).toBeVisible();
  await context.close();
});
