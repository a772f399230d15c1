import { type Browser, expect, type Page } from "@playwright/test";
import { openCase } from "../fixtures/api";
import { type Decay, decays, runSoon } from "../fixtures/database";
import { enter } from "../fixtures/people";
import { agree, assess, innovationOf, judge } from "../fixtures/reviews";
import { test } from "../fixtures/test";

test.setTimeout(300_000);

/** Swept within seconds once the slot is free; a busy machine takes longer. */
const sweptWithin = 90_000;
/** No other journey reviews these, or moves their camat. */
interface Weakening {
  readonly prefix: string;
  readonly manager: string;
  readonly coach: string;
  readonly begins: string;
  readonly decay: Decay;
  readonly says: string;
  readonly rating: string;
  readonly plan: string;
}
const jatim = { coach: "jatim.pembina", manager: "pengelola" };
const weakening: readonly Weakening[] = [
  {
    ...{ ...jatim, prefix: "wonosari", begins: "Kampung Tematik", decay: "leader-rotated" },
    ...{ says: "Camat atau pengelola berganti", rating: "Berisiko" },
    plan: "Camat baru menetapkan tim dalam sebulan.",
  },
  {
    ...{ ...jatim, prefix: "manguharjo", begins: "e-Sayur", decay: "decree-expired" },
    ...{ says: "SK berakhir", rating: "Berisiko" },
    plan: "Memperpanjang SK tim sampai akhir tahun depan.",
  },
  {
    ...{ ...jatim, prefix: "kawedanan", begins: "Serasa Desa", decay: "no-budget" },
    ...{ says: "Tanpa anggaran tahun ini", rating: "Berisiko" },
    plan: "Mengusulkan baris anggaran pada perubahan DPA.",
  },
  {
    ...{ ...jatim, prefix: "kawedanan", begins: "Rabu Komplit", decay: "no-activity" },
    ...{ says: "Tanpa kegiatan 90 hari", rating: "Vakum" },
    plan: "Memulai lagi pembinaan tiap Rabu mulai bulan depan.",
  },
  {
    ...{ prefix: "halong", manager: "pengelola-inovasi", coach: "kalsel.pembina" },
    ...{ begins: "PAK SOTARSA", decay: "none", says: "Pengaduan naik", rating: "Berlanjut" },
    plan: "Menambah petugas penerima pengaduan di Desa Liyu.",
  },
];

/** Ferries: nobody else of Halong complains of them. */
const complainedOf = "TRN-FERRY";
const complain = async (browser: Browser) => {
  const { page } = await enter(browser, "halong.liyu");
  for (let n = 1; n <= 6; n += 1) {
    const title = `Rakit penyeberangan bocor, titik ${n} tinjauan`;
    const opened = await openCase(page.request, {
      ...{ villageCode: "63.11.02.2014", categoryCode: complainedOf, title },
    });
    expect(opened.status).toBe(200);
  }
};

const managerOf = async (browser: Browser, { prefix, manager }: Weakening): Promise<Page> =>
  (await enter(browser, `${prefix}.${manager}`)).page;

test("each sign of decay opens a review by itself, which goes through to a plan", async ({
  browser,
}) => {
  const ids = new Map<Weakening, string>();
  await test.step("five innovations weaken, each in another way", async () => {
    for (const one of weakening) {
      const manager = await managerOf(browser, one);
      const id = await innovationOf(manager, one.begins);
      ids.set(one, id);
      const counted =
        one.decay === "no-activity" || one.decay === "none" ? [complainedOf] : undefined;
      await decays(id, one.decay, counted);
      await manager.context().close();
    }
    await complain(browser);
    await runSoon("open-reviews", "1 hour");
  });

  for (const one of weakening)
    await test.step(one.says, async () => {
      const address = `/inovasi/${ids.get(one)}`;
      const manager = await managerOf(browser, one);
      await manager.goto(address);
      const reviews = manager.getByRole("region", { name: "Keberlanjutan" });
      await expect
        .poll(
          async () => {
            await manager.reload();
            await expect(reviews.getByRole("listitem").first()).toBeVisible();
            return reviews.getByText("Menunggu penilaian kantor").count();
          },
          { timeout: sweptWithin },
        )
        .toBe(1);
      const opened = reviews.getByRole("listitem").first();
      await expect(opened).toContainText(one.says);
      await expect(opened).not.toContainText("Enam bulan sekali");
      await assess(manager, "1");

      const { page: coach } = await enter(browser, one.coach);
      await coach.goto(address);
      await judge(coach, {
        ...{ check: "Sesuai dengan yang tercatat.", rating: one.rating },
        reason: `${one.says}, dan kantor mengakuinya.`,
      });
      const { page: camat, faults } = await enter(browser, `${one.prefix}.camat`);
      await camat.goto(address);
      await agree(camat, one.plan);
      await expect(camat.getByText("Rencana disepakati").first()).toBeVisible();
      await expect(camat.getByText(one.plan)).toBeVisible();
      expect(faults).toEqual([]);
      for (const page of [manager, coach, camat]) await page.context().close();
    });
});
