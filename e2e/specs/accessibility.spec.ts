import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn, watchFaults } from "../fixtures/people";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const widths = [1440, 390];

test.describe.configure({ mode: "parallel" });

const places: readonly { readonly username: string | null; readonly paths: readonly string[] }[] = [
  {
    username: null,
    paths: [
      ...["/masuk", "/masuk/kode", "/lacak", "/lapor", "/lapor?kecamatan=63.11.07"],
      "/periksa/AAAA-AAAA-AAAA",
    ],
  },
  {
    username: "parsel.triase",
    paths: ["/", "/kasus", "/cari?cari=desa", "/loket", "/papan", "/akun"],
  },
  { username: "parsel.camat", paths: ["/", "/papan", "/kasus"] },
  { username: "parsel.lingsir", paths: ["/", "/kasus/baru", "/papan", "/desa/63.11.07.2015"] },
  { username: "balangan.dpmd", paths: ["/", "/kasus", "/papan"] },
  { username: "parsel.admin", paths: ["/", "/pengguna", "/organisasi", "/persiapan"] },
];

/** What a theme can change; all else about a page was judged in the first one. */
const ofColour = ["color-contrast", "link-in-text-block"];

const violations = async (page: Page, isFirst: boolean) => {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  // No page has frames: without this, axe opens a window of its own to join their results.
  axe.setLegacyMode(true);
  const chosen = isFirst ? axe.withTags(rules) : axe.withRules(ofColour);
  const { violations: found } = await chosen.analyze();
  return found.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
};

for (const { username, paths } of places) {
  test(`axe finds nothing for ${username ?? "everybody"}`, async ({ page }) => {
    test.setTimeout(240_000);
    const faults = watchFaults(page);
    if (username) await signIn(page, username);
    for (const path of paths) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
        for (const theme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
          expect(await violations(page, theme === "light"), `${path} ${theme} ${width}`).toEqual(
            [],
          );
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow, `${path} ${theme} ${width} scrolls sideways`).toBeLessThanOrEqual(0);
        }
      }
    }
    expect(faults).toEqual([]);
  });
}
