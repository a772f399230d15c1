import { readdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import { signIn, watchFaults } from "../fixtures/people";
import { test } from "../fixtures/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const widths = [1440, 390] as const;

test.describe.configure({ mode: "parallel" });

/** Paths as people open them; where a route has a name in brackets, `findPaths` puts something real. */
const places: readonly { readonly username: string | null; readonly paths: readonly string[] }[] = [
  {
    username: null,
    paths: [
      ...["/masuk", "/masuk/kode", "/lacak", "/lapor", "/lapor?kecamatan=63.11.07"],
      ...["/periksa/AAAA-AAAA-AAAA", "/luring", "/lapangan", "/~offline"],
    ],
  },
  {
    username: "parsel.triase",
    paths: [
      ...["/", "/antrean", "/cari?cari=desa", "/loket", "/papan", "/papan/kasus?kasus=lewat"],
      ...["/kasus/[id]", "/kasus/[id]/tanda-terima"],
    ],
  },
  {
    username: "halong.triase",
    paths: [
      ...["/akun", "/pemberitahuan", "/kalender", "/piket"],
      ...["/wilayah", "/kotak-surat", "/masuk/ganti-sandi", "/keluarga/ganda", "/bantuan"],
      "/buka-darurat",
    ],
  },
  { username: "parsel.camat", paths: ["/", "/papan", "/antrean", "/jejak-audit", "/retensi"] },
  {
    username: "parsel.lingsir",
    paths: ["/", "/kasus/baru", "/papan", "/desa/63.11.07.2015", "/kasus/[id]"],
  },
  {
    username: "halong.kasi-kessos",
    paths: [
      "/kunjungan",
      "/kunjungan/baru",
      "/kunjungan/sk",
      "/kunjungan/rencana",
      "/dampak",
      "/rapat",
      "/dampak/penerimaan?tahun=2026",
      "/kunjungan/[id]",
      "/kunjungan/[id]/ubah",
      "/perangkat/karantina",
    ],
  },
  {
    username: "halong.liyu",
    paths: [
      ...[
        "/keluarga",
        "/keluarga/permintaan",
        "/keluarga/baru",
        "/keluarga/impor",
        "/keluarga/[id]",
      ],
      ...["/keluarga/[id]/ubah", "/bantuan/PKH", "/bantuan/BLT_DD/[id]"],
      "/bantuan/usul?kasus=[id]",
    ],
  },
  {
    username: "halong.pengelola-inovasi",
    paths: ["/inovasi", "/inovasi/baru", "/inovasi/[id]", "/inovasi/[id]/laporan"],
  },
  {
    username: "kalsel.pembina",
    paths: ["/inovasi/kesehatan", "/inovasi/kesehatan?denyut=angka"],
  },
  {
    username: "jatim.pembina",
    paths: ["/", "/pembinaan", "/pembinaan/agenda", "/pembinaan/[id]", "/pembinaan/angkatan/[id]"],
  },
  { username: "jatim.ketua-pembina", paths: ["/pembinaan/angkatan/baru"] },
  { username: "balangan.dpmd", paths: ["/", "/antrean", "/papan"] },
  {
    username: "parsel.admin",
    paths: [
      ...["/", "/pengguna", "/organisasi", "/persiapan", "/perangkat"],
      ...["/aturan", "/aturan/balasan", "/aturan/pesan", "/aturan/surat"],
    ],
  },
  { username: "balangan.bagpem", paths: ["/papan"] },
  { username: "sistem.admin", paths: ["/operasi", "/inovasi/penilaian"] },
];

const routes = join(import.meta.dirname, "../../apps/web/src/app");

/** Every page of the product as its address: "/kasus/[id]". */
const pagesOfProduct = (): readonly string[] =>
  readdirSync(routes, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/${file.replace(/\(\w+\)\/|\/?page\.tsx$/g, "")}`);

/** Leads on to "/antrean". */
const elsewhere = ["/kasus"];

test("every page of the product is judged", () => {
  const judged = places.flatMap(({ paths }) => paths.map((path) => path.replace(/\?.*/, "")));
  const missing = pagesOfProduct().filter((page) => {
    const shape = new RegExp(`^${page.replace(/\[\w+\]/g, "[^/]+")}$`);
    return !elsewhere.includes(page) && !judged.some((path) => shape.test(path));
  });
  expect(missing).toEqual([]);
});

/** The cycles of a program of Halong. */
const listCycles = async (page: Page) => {
  const input = { subdistrictCode: "63.11.02", code: "BLT_DD" };
  const found = await ask<{ cycles: Listed["items"] }>(page.request, "aid.program", input);
  return { ...found, data: { items: found.data.cycles } };
};

/** The coach's batches, or the engagements of the first one. */
const listCoaching = async (page: Page, path: string) => {
  const found = await ask<Listed>(page.request, "coaching.batches", { limit: 1 });
  if (path.startsWith("/pembinaan/angkatan")) return found;
  const input = { batchId: found.data.items[0]?.id };
  const batch = await ask<{ engagements: Listed["items"] }>(page.request, "coaching.batch", input);
  return { ...batch, data: { items: batch.data.engagements } };
};

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** A case, a trip, a family, an innovation or a cycle that this person reads, in the place of "[id]". */
const findPath = async (page: Page, path: string): Promise<string> => {
  if (!path.includes("[id]")) return path;
  const limit = 1;
  const { request } = page;
  const listed = () => {
    if (path.startsWith("/bantuan/BLT_DD")) return listCycles(page);
    if (path.startsWith("/kunjungan"))
      return ask<Listed>(request, "trips.list", { limit, scope: "running" });
    if (path.startsWith("/pembinaan")) return listCoaching(page, path);
    if (path.startsWith("/inovasi")) return ask<Listed>(request, "innovations.list", { limit });
    if (path.startsWith("/keluarga")) return ask<Listed>(request, "beneficiaries.list", { limit });
    return ask<Listed>(request, "cases.list", { limit });
  };
  const list = await listed();
  expect(list.status, list.text).toBe(200);
  return path.replace("[id]", list.data.items[0]?.id ?? "");
};

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
      await page.setViewportSize({ width: widths[0], height: 900 });
      const opened = await page.goto(await findPath(page, path));
      // Whoever may not open a page would have "not found" judged in its place.
      if (username) expect(opened?.status(), path).toBe(200);
      await page.waitForLoadState("networkidle").catch(() => undefined);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
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
