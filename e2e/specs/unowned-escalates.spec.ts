import { expect } from "@playwright/test";
import { ask, openCase } from "../fixtures/api";
import { placeOf, showCase } from "../fixtures/cases";
import { leaveUnowned } from "../fixtures/database";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";

/** The sweep goes round each minute; twice that and some. */
const sweepsMs = 150_000;
test.setTimeout(sweepsMs + 120_000);

/** Nobody answers for a case, and its days have passed: it must not lie unseen. */
test("a case that nobody owns rises to the camat, who finds it among the decisions", async ({
  browser,
}) => {
  const village = await enter(browser, "parsel.lingsir");
  const camat = await enter(browser, "parsel.camat");
  const stranger = await enter(browser, "halong.triase");
  const opened = await openCase(village.page.request, {
    villageCode: await placeOf(village.page.request),
    categoryCode: "VIL-FIN",
    title: `Laporan kangkareng${Date.now()}`,
  });
  expect(opened.status, opened.text).toBe(200);
  const { id, number } = opened.data;
  expect((await showCase(camat.page.request, id)).escalationLevel).toBe(0);

  await leaveUnowned(id);
  await expect
    .poll(async () => (await showCase(camat.page.request, id)).escalationLevel, {
      timeout: sweepsMs,
      intervals: [2_000],
    })
    .toBe(3);

  const notices = (who: typeof camat) => ask(who.page.request, "notifications.mine", {});
  await expect.poll(async () => (await notices(camat)).text, { timeout: 15_000 }).toContain(id);
  expect((await notices(stranger)).text).not.toContain(id);

  await camat.page.goto("/pemberitahuan");
  await expect(
    camat.page.locator("main").getByRole("link").filter({ hasText: number }).first(),
  ).toContainText("Kasus naik tingkat");
  await camat.page.goto(`/kasus/${id}`);
  await expect(camat.page.locator("main")).toContainText("Naik ke Camat");
  for (const { faults, context } of [village, camat, stranger]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
