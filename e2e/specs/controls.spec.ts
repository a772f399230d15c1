import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

test("Escape closes a list and takes no choice away; a long menu is in reach of the keyboard", async ({
  browser,
}) => {
  const { page, context, faults } = await enter(browser, "parsel.triase");
  await page.goto("/loket");
  const village = page.getByRole("combobox", { name: /Desa atau kelurahan/ });
  await village.fill("Lingsir");
  await page
    .getByRole("option", { name: /Lingsir/ })
    .first()
    .click();
  await expect(village).toHaveValue(/Lingsir/);
  await village.press("ArrowDown");
  await expect(page.getByRole("listbox")).toBeVisible();
  for (const _ of ["the open list", "the closed one"]) {
    await village.press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(village).toHaveValue(/Lingsir/);
  }

  await page.setViewportSize({ width: 1440, height: 300 });
  await page.goto("/");
  await page.getByRole("banner").locator("[aria-haspopup=menu]").click();
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem").first()).toBeVisible();
  expect(await menu.evaluate((box) => box.scrollHeight > box.clientHeight)).toBe(true);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
