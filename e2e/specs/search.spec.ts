import { expect } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { placeOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test.setTimeout(120_000);

// In Halong, by words of its own; it changes nothing but the one case that it brings.
test("a case is found from anywhere, and a NIK stands in no address", async ({ browser }) => {
  const village = await enter(browser, "halong.liyu");
  const { page } = await enter(browser, "halong.triase");
  const word = `wiwitan${Date.now()}`;
  const opened = await openCase(village.page.request, {
    villageCode: await placeOf(village.page.request),
    categoryCode: "VIL-FIN",
    title: `Perbaikan ${word}`,
  });
  expect(opened.status).toBe(200);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));

  await page.goto("/");
  await page.getByRole("link", { name: "Cari kasus" }).first().click();
  const field = page.getByRole("searchbox", { name: /Cari kasus menurut/ });
  await expect(field).toBeFocused();
  const results = page.getByRole("list", { name: "Kasus yang ditemukan" });

  await test.step("by a half typed word, marked where it stands", async () => {
    await field.fill(word.slice(0, -2));
    await expect(results.getByRole("listitem")).toHaveCount(1);
    await expect(results.locator("mark").first()).toHaveText(word);
    await expect(page).toHaveURL(/cari=wiwitan/);
  });

  await test.step("by its number without dashes, and narrowed by its village", async () => {
    await field.fill(opened.data.number.replaceAll("-", "").toLowerCase());
    await expect(results.getByRole("link")).toHaveAttribute("href", `/kasus/${opened.data.id}`);
    await page.getByRole("checkbox", { name: /^Liyu/ }).check();
    await expect(page).toHaveURL(/desa=63\.11\.02/);
    await expect(results.getByRole("listitem")).toHaveCount(1);
  });

  await test.step("by a name with a typo, told as a guess", async () => {
    await field.fill("Rusmaiti Contoh");
    await expect(page.getByText("Mungkin maksud Anda")).toBeVisible();
    await expect(results.getByText("Nama pelapor cocok").first()).toBeVisible();
  });

  await test.step("by a phone that stands neither in the page's address nor in a call's", async () => {
    await field.fill("0860-0000-0114");
    await expect(page.getByText("tidak ditulis di alamat")).toBeVisible();
    await expect(results.getByRole("listitem").first()).toBeVisible();
    await field.fill("9999014101900077");
    await expect(page.getByText("Tidak ada kasus yang cocok")).toBeVisible();
    const written = [...addresses, page.url()].map(decodeURIComponent).join("\n");
    expect(written).not.toMatch(/0860-?0000|9999014101/);
  });
});
