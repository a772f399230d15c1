import { expect, type Page, test } from "@playwright/test";
import { ask } from "../fixtures/api";
import { openedEarlier, runSoon } from "../fixtures/database";
import { enter } from "../fixtures/people";
import { windowOf } from "../fixtures/windows";

test.setTimeout(240_000);

/** Swept within seconds once the slot is free; a busy machine takes longer. */
const sweptWithin = 90_000;

interface Innovations {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** The window of one step of the review that waits for this person. */
const stepOf = async (page: Page, title: string) => {
  await page.reload();
  await page.getByRole("button", { name: title, exact: true }).first().click();
  return windowOf(page, title);
};

const save = async (window: Awaited<ReturnType<typeof stepOf>>) => {
  await window.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(window).toBeHidden();
};

// Modo's innovation: no other journey reviews any.
test("a review is answered by its office, judged from outside, agreed, and opens anew half a year on", async ({
  browser,
}) => {
  const { page: manager, faults } = await enter(browser, "modo.pengelola");
  const { page: coach } = await enter(browser, "jatim.pembina");
  const { page: camat } = await enter(browser, "modo.camat");
  const found = await ask<Innovations>(manager.request, "innovations.list", { limit: 20 });
  const innovationId = found.data.items.find(({ name }) => name.startsWith("Modo"))?.id ?? "";
  for (const page of [manager, coach, camat]) await page.goto(`/inovasi/${innovationId}`);

  await test.step("its office answers each criterion", async () => {
    const window = await stepOf(manager, "Nilai sendiri");
    await window.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(window.getByText("Pilih nilai untuk tiap kriteria.")).toBeVisible();
    for (const grade of await window.getByRole("combobox").all()) await grade.selectOption("2");
    await save(window);
    await expect(manager.getByText("Menunggu pemeriksaan bukti").first()).toBeVisible();
    await expect(manager.getByRole("button", { name: "Tetapkan status" })).toHaveCount(0);
  });

  await test.step("the coach checks the evidence and rates, the camat agrees to a plan", async () => {
    const checking = await stepOf(coach, "Catat pemeriksaan bukti");
    await checking.getByLabel("Hasil pemeriksaan").fill("Sesuai dengan yang tercatat.");
    await save(checking);
    const rating = await stepOf(coach, "Tetapkan status");
    await rating.getByLabel("Status keberlanjutan").selectOption("Berisiko");
    await rating
      .getByLabel("Alasan")
      .fill("Pencatatan benda budaya berhenti sejak pengelola pindah.");
    await save(rating);
    const agreeing = await stepOf(camat, "Sepakati rencana");
    await agreeing.getByLabel("Rencana").fill("Menunjuk pengelola tetap dan mencatat tiap bulan.");
    await save(agreeing);
    await save(await stepOf(coach, "Tutup tinjauan"));
    await expect(
      coach.getByText("Menunjuk pengelola tetap dan mencatat tiap bulan."),
    ).toBeVisible();
  });

  await test.step("half a year later the next one is open, by itself and once", async () => {
    await openedEarlier(innovationId, 190);
    await runSoon("open-reviews", "1 hour");
    const waits = camat.getByText("Menunggu penilaian kantor");
    await expect
      .poll(
        async () => {
          await camat.reload();
          await expect(camat.getByRole("region", { name: "Keberlanjutan" })).toContainText(
            "Berisiko",
          );
          return waits.count();
        },
        { timeout: sweptWithin },
      )
      .toBe(1);
    await expect(camat.getByText(/Enam bulan sekali/).first()).toBeVisible();
  });
  expect(faults).toEqual([]);
});
