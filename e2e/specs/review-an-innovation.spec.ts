import { expect } from "@playwright/test";
import { openedEarlier, runSoon } from "../fixtures/database";
import { enter } from "../fixtures/people";
import { agree, assess, innovationOf, judge, save, stepOf } from "../fixtures/reviews";
import { test } from "../fixtures/test";

test.setTimeout(240_000);

/** Swept within seconds once the slot is free; a busy machine takes longer. */
const sweptWithin = 90_000;

// Modo's innovation: no other journey reviews any.
test("a review is answered by its office, judged from outside, agreed, and opens anew half a year on", async ({
  browser,
}) => {
  const { page: manager, faults } = await enter(browser, "modo.pengelola");
  const { page: coach } = await enter(browser, "jatim.pembina");
  const { page: camat } = await enter(browser, "modo.camat");
  const innovationId = await innovationOf(manager, "Modo");
  for (const page of [manager, coach, camat]) await page.goto(`/inovasi/${innovationId}`);

  await test.step("its office answers each criterion", async () => {
    const window = await stepOf(manager, "Nilai sendiri");
    await window.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(window.getByText("Pilih nilai untuk tiap kriteria.")).toBeVisible();
    await assess(manager, "2");
    await expect(manager.getByText("Menunggu pemeriksaan bukti").first()).toBeVisible();
    await expect(manager.getByRole("button", { name: "Tetapkan status" })).toHaveCount(0);
  });

  await test.step("the coach checks the evidence and rates, the camat agrees to a plan", async () => {
    await judge(coach, {
      check: "Sesuai dengan yang tercatat.",
      rating: "Berisiko",
      reason: "Pencatatan benda budaya berhenti sejak pengelola pindah.",
    });
    await agree(camat, "Menunjuk pengelola tetap dan mencatat tiap bulan.");
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
