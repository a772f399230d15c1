import { expect } from "@playwright/test";
import { act, type OpenedCase } from "../fixtures/api";
import { actOn, placeOf } from "../fixtures/cases";
import { enter } from "../fixtures/people";
import { everythingSeen, nothingSeen, whatIsSeen } from "../fixtures/strangers";
import { test } from "../fixtures/test";

test.setTimeout(300_000);

/** Violence at home, told by the village: need to know, from the first minute to the last. */
test("a secret case is there for those who need to know, and nowhere for anybody else", async ({
  browser,
}) => {
  const word = `serindit${Date.now()}`;
  const categoryCode = "SEC-VIOL";
  const village = await enter(browser, "parsel.lingsir");
  const desk = await enter(browser, "parsel.triase");
  const villageCode = await placeOf(village.page.request);
  const opened = await act<OpenedCase>(village.page.request, "cases.open", {
    villageCode,
    categoryCode,
    title: `Dugaan kekerasan ${word}`,
    description: `${word}: seorang ibu minta perlindungan.`,
    channel: "village",
    reporter: { name: "Rusmiati Contoh (fiktif)" },
  });
  expect(opened.status, opened.text).toBe(200);
  const { id: caseId, number } = opened.data;
  const hidden = { caseId, number, word, villageCode, categoryCode };
  const sees = (username: string) => whatIsSeen(browser, username, hidden);

  const strangers = [
    "parsel.murung-abuin",
    "halong.triase",
    "paron.camat",
    "balangan.dpmd",
    "balangan.dinsos",
    "parsel.kasi-pemerintahan",
    "parsel.puskesmas",
    "parsel.admin",
    "sistem.admin",
    "warga.siti",
  ];
  await test.step("before it is routed", async () => {
    for (const username of strangers) {
      expect(await sees(username), username).toEqual(nothingSeen);
    }
    // A secret case is nobody's hint, not even of those who may open it.
    const desk = { ...everythingSeen, hinted: false };
    expect(await sees("parsel.triase"), "the desk, so that the search is known to find").toEqual(
      desk,
    );
  });

  await test.step("after it went to a sector, the others still see nothing", async () => {
    await actOn(desk.page.request, "triage", caseId);
    const routed = { target: "DINSOS", instruction: "Mohon segera." };
    await actOn(desk.page.request, "route", caseId, routed);
    for (const username of ["balangan.dpmd", "parsel.murung-abuin", "halong.triase"]) {
      expect(await sees(username), username).toEqual(nothingSeen);
    }
  });
  for (const { faults, context } of [village, desk]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
