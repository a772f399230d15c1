import { expect } from "@playwright/test";
import { act, ask, openCase } from "../fixtures/api";
import { enter } from "../fixtures/people";
import { everythingSeen, nothingSeen, whatIsSeen } from "../fixtures/strangers";
import { test } from "../fixtures/test";

const lingsir = "63.11.07.2006";

/** Decline and re-route, and who sees what of it in list, count, search, the case itself and by mutation. */
test("a declined case leaves the sector, reaches the next one, and strangers see nothing of it", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const word = `kanari${Date.now()}`;
  const village = await enter(browser, "parsel.lingsir");
  const places = await ask<{ places: { areaCode: string }[] }>(
    village.page.request,
    "session.me",
    {},
  );
  const villageCode = places.data.places[0]?.areaCode ?? lingsir;
  const opened = await openCase(village.page.request, {
    villageCode,
    categoryCode: "VIL-FIN",
    title: `Laporan ${word} belum lengkap`,
  });
  expect(opened.status).toBe(200);
  const caseId = opened.data.id;

  const hidden = { caseId, number: opened.data.number, word, villageCode, categoryCode: "VIL-FIN" };
  const sees = (username: string) => whatIsSeen(browser, username, hidden);

  expect(await sees("parsel.murung-abuin"), "another village").toEqual(nothingSeen);
  expect(await sees("balangan.dpmd"), "a sector before routing").toEqual(nothingSeen);
  expect(await sees("halong.triase"), "another kecamatan").toEqual(nothingSeen);
  expect(await sees("parsel.admin"), "an administrator").toEqual(nothingSeen);

  const desk = await enter(browser, "parsel.triase");
  expect(await sees("parsel.triase"), "the desk, so that the search is known to find").toEqual(
    everythingSeen,
  );
  const version = async () =>
    (await ask<{ version: number }>(desk.page.request, "cases.show", { caseId })).data.version;
  expect(
    (await act(desk.page.request, "cases.triage", { caseId, version: await version() })).status,
  ).toBe(200);
  const route = async (target: string) =>
    act(desk.page.request, "cases.route", {
      caseId,
      version: await version(),
      target,
      instruction: "Mohon ditindaklanjuti.",
    });
  expect((await route("DPMD")).status).toBe(200);

  const dpmd = await enter(browser, "balangan.dpmd");
  interface Held {
    readonly version: number;
    readonly total: { readonly dueAt: string; readonly limitDays: number };
  }
  const held = await ask<Held>(dpmd.page.request, "cases.show", { caseId });
  expect(held.status).toBe(200);
  // Only who may still read a case is told of it: the worker has told them before they decline.
  await expect
    .poll(async () => (await ask(dpmd.page.request, "notifications.mine", {})).text)
    .toContain(caseId);
  const declined = await act(dpmd.page.request, "cases.decline", {
    caseId,
    version: held.data.version,
    reason: "Wewenang Dinas Sosial.",
  });
  expect(declined.status).toBe(200);
  expect(await sees("balangan.dpmd"), "a sector after declining").toEqual({
    ...nothingSeen,
    // That it was asked stays among its notices; they hold the number, and open nothing any more.
    noticed: true,
  });

  expect((await route("DINSOS")).status).toBe(200);
  expect((await sees("balangan.dinsos")).shown, "the next sector").toBe(true);
  // Whoever has it next, the total clock is the one that began with the receipt.
  const again = await ask<Held>(desk.page.request, "cases.show", { caseId });
  expect(again.data.total.dueAt).toEqual(held.data.total.dueAt);
  expect(again.data.total.limitDays).toBe(held.data.total.limitDays);
  for (const person of [village, desk, dpmd]) await person.context.close();
});

test("a supervisory complaint is seen by the inspectorate alone", async ({ browser }) => {
  const word = `teratai${Date.now()}`;
  const village = await enter(browser, "parsel.lingsir");
  const me = await ask<{ places: { areaCode: string }[] }>(village.page.request, "session.me", {});
  const opened = await openCase(village.page.request, {
    villageCode: me.data.places[0]?.areaCode ?? lingsir,
    categoryCode: "SUP-FRAUD",
    title: `Dugaan ${word}`,
  });
  expect(opened.status).toBe(200);
  const reads = async (username: string) => {
    const { page, context } = await enter(browser, username);
    const shown = await ask(page.request, "cases.show", { caseId: opened.data.id });
    const counted = await ask<Record<string, number>>(page.request, "cases.counts", {
      x: { text: word },
    });
    await context.close();
    return { shown: shown.status, counted: counted.data?.x ?? 0 };
  };
  for (const username of ["parsel.triase", "parsel.camat", "parsel.lingsir", "balangan.dpmd"]) {
    expect(await reads(username), username).toEqual({ shown: 404, counted: 0 });
  }
  expect(await reads("balangan.inspektorat")).toEqual({ shown: 200, counted: 1 });
  await village.context.close();
});

test("live updates tell a stranger nothing, and the desk has its notice", async ({ browser }) => {
  const desk = await enter(browser, "parsel.triase");
  const stranger = await enter(browser, "halong.triase");
  for (const { page } of [desk, stranger]) await page.goto("/kasus");
  await expect(desk.page.getByRole("heading").first()).toBeVisible();
  const heard: string[] = [];
  stranger.page.on("response", async (response) => {
    if (response.url().includes("/api/trpc") && !response.url().includes("live.events")) {
      heard.push(await response.text().catch(() => ""));
    }
  });
  const word = `melati${Date.now()}`;
  const village = await enter(browser, "parsel.lingsir");
  const me = await ask<{ places: { areaCode: string }[] }>(village.page.request, "session.me", {});
  const opened = await openCase(village.page.request, {
    villageCode: me.data.places[0]?.areaCode ?? lingsir,
    categoryCode: "VIL-FAC",
    title: `Komputer ${word} rusak`,
  });
  expect(opened.status).toBe(200);
  await expect
    .poll(
      async () =>
        (await ask<{ items: { subject: string }[] }>(desk.page.request, "notifications.mine", {}))
          .text,
      { timeout: 15_000 },
    )
    .toContain(opened.data.id);
  await stranger.page.waitForTimeout(2_000);
  expect(heard.join("")).not.toContain(opened.data.id);
  expect(heard.join("")).not.toContain(word);
  for (const person of [desk, stranger, village]) await person.context.close();
});
