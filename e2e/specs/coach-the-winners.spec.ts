import { expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import { moveCamat, runSoon, waitSince } from "../fixtures/database";
import { pdfOf } from "../fixtures/pdf";
import { enter } from "../fixtures/people";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

test.setTimeout(240_000);

/** Swept each minute, told by the outbox after it. */
const chasedWithin = 120_000;

interface Batches {
  readonly items: readonly { readonly id: string }[];
}
interface Batch {
  readonly engagements: readonly { readonly id: string; readonly placeName: string }[];
}
/** The engagement of a kecamatan of the sample batch, as the coach has it. */
const engagementOf = async (coach: Page, place: string): Promise<string> => {
  const list = await ask<Batches>(coach.request, "coaching.batches", { limit: 50 });
  const batchId = list.data.items[0]?.id;
  const batch = await ask<Batch>(coach.request, "coaching.batch", { batchId });
  const found = batch.data.engagements.find(({ placeName }) => placeName.startsWith(place));
  if (!found) throw new Error(`no engagement of ${place}`);
  return found.id;
};

// Pabean Cantian's open commitment: no other journey touches it.
test("a commitment without evidence for 37 days is told to its owner, the coach and the camat", async ({
  browser,
}) => {
  const { page: coach, faults } = await enter(browser, "jatim.pembina");
  const id = await engagementOf(coach, "Pabean Cantian");
  const text = "Mengumpulkan laporan mitra triwulan ini";
  await coach.goto(`/pembinaan/${id}`);
  await expect(coach.getByRole("heading", { name: text })).toBeVisible();
  await waitSince(text, 37);
  await runSoon("remind-owners");
  await expect
    .poll(
      async () => {
        await coach.reload();
        // Counted when it is there, not while it is fetched.
        await expect(coach.getByRole("heading", { name: text })).toBeVisible();
        return coach.getByText("Pembina dan camat diberi tahu").count();
      },
      { timeout: chasedWithin },
    )
    .toBeGreaterThan(0);

  await coach.goto("/pemberitahuan");
  await expect(coach.getByText("Komitmen tanpa bukti sejak 37 hari").first()).toBeVisible();
  const { page: owner } = await enter(browser, "pabeancantian.pengelola");
  await owner.goto("/pemberitahuan");
  await expect(owner.getByText("Komitmen Anda menunggu bukti sejak 30 hari")).toHaveCount(1);
  const { page: camat } = await enter(browser, "pabeancantian.camat");
  await camat.goto("/pemberitahuan");
  await expect(camat.getByText("Komitmen tanpa bukti sejak 37 hari")).toHaveCount(1);

  await test.step("the owner shows evidence, and the coach declares it proven", async () => {
    await owner.goto("/pembinaan");
    await owner.getByRole("link", { name: new RegExp(text) }).click();
    const promise = owner.getByRole("listitem").filter({ hasText: text });
    await promise
      .getByLabel("Tambah berkas bukti")
      .last()
      .setInputFiles({
        ...{ name: "Laporan mitra.pdf", mimeType: "application/pdf", buffer: pdfOf(900) },
      });
    await expect(promise.getByRole("link", { name: "Simpan Laporan mitra.pdf" })).toBeVisible();
    await owner.getByRole("button", { name: `Serahkan bukti: ${text}` }).click();
    const showing = windowOf(owner, "Serahkan bukti");
    await showing.getByLabel("Bukti", { exact: true }).fill("Laporan tujuh mitra sudah diterima.");
    await showing.getByRole("button", { name: "Serahkan bukti", exact: true }).click();
    await expect(showing).toBeHidden();
    await expect(owner.getByRole("button", { name: `Nyatakan terbukti: ${text}` })).toHaveCount(0);
    // What was handed in stays as it is.
    await expect(owner.getByRole("button", { name: "Tambah berkas bukti" })).toHaveCount(0);
    await expect(owner.getByRole("button", { name: /^Singkirkan/ })).toHaveCount(0);
    await coach.goto(`/pembinaan/${id}`);
    const link = coach.getByRole("link", { name: "Simpan Laporan mitra.pdf" });
    const file = await coach.request.get((await link.getAttribute("href")) ?? "");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await coach.getByRole("button", { name: `Nyatakan terbukti: ${text}` }).click();
    const proving = windowOf(coach, "Nyatakan terbukti");
    await proving.getByRole("button", { name: "Nyatakan terbukti", exact: true }).click();
    await expect(proving).toBeHidden();
    await expect(coach.getByText("2 dari 2 komitmen terbukti").first()).toBeVisible();
  });
  expect(faults).toEqual([]);
});

// Junrejo's former camat is moved to Talango: no other journey works there.
test("a camat is transferred, and the next one finds the history and takes over by name", async ({
  browser,
}) => {
  const { page: coach } = await enter(browser, "jatim.pembina");
  const id = await engagementOf(coach, "Talango");
  await moveCamat("talango.camat", "junrejo.camat");
  const { page: camat, faults } = await enter(browser, "junrejo.camat");
  await camat.goto(`/pembinaan/${id}`);
  await expect(camat.getByText("Camat berganti")).toBeVisible();
  await expect(camat.getByText("Jadwal siaga malam belum terisi penuh.").first()).toBeVisible();
  await camat.getByRole("button", { name: "Serah terima pembinaan" }).click();
  const window = windowOf(camat, "Serah terima pembinaan");
  await window.getByLabel("Yang perlu diketahui camat baru").fill("Jadwal siaga sudah diteruskan.");
  await window.getByRole("button", { name: "Serah terima pembinaan", exact: true }).click();
  await expect(window).toBeHidden();
  await expect(camat.getByText("Camat berganti")).toHaveCount(0);
  await expect(camat.getByText("Jadwal siaga sudah diteruskan.")).toBeVisible();
  const leaders = camat.getByRole("region", { name: "Camat", exact: true }).getByRole("listitem");
  await expect(leaders).toHaveCount(2);
  expect(faults).toEqual([]);
});

test("the coach reads no residents, and the calendar file holds the sessions", async ({
  browser,
}) => {
  const { page: coach } = await enter(browser, "jatim.pembina");
  const heard: Promise<string>[] = [];
  coach.on("response", (answer) => {
    // The stream of live news never ends.
    if (/\/api\/trpc\/(?!live\.)/.test(answer.url())) heard.push(answer.text().catch(() => ""));
  });
  for (const path of ["/pembinaan", "/pembinaan/agenda", "/inovasi", "/inovasi/kesehatan"]) {
    await coach.goto(path);
    await expect(coach.locator("main [aria-busy=true]")).toHaveCount(0);
  }
  for (const place of ["Modo", "Kawedanan", "Manguharjo"]) {
    await coach.goto(`/pembinaan/${await engagementOf(coach, place)}`);
    await expect(coach.getByRole("heading", { name: "Komitmen" })).toBeVisible();
  }
  await test.step("the board of health is walked by keys", async () => {
    await coach.goto("/inovasi/kesehatan");
    const lines = coach.getByRole("main").getByRole("listitem").filter({ hasText: "Kec." });
    const second = lines.nth(1).getByRole("link");
    await expect(second).toBeVisible();
    // Quicker than the address follows.
    await coach.keyboard.press("j");
    await coach.keyboard.press("j");
    await expect(second).toHaveAttribute("aria-current", "true");
    await coach.keyboard.press("Escape");
    await expect(second).not.toHaveAttribute("aria-current", "true");
    await coach.keyboard.press("j");
    await expect(lines.nth(0).getByRole("link")).toHaveAttribute("aria-current", "true");
    await coach.keyboard.press("o");
    await expect(coach).toHaveURL(/\/inovasi\/[0-9a-f-]{36}/);
  });
  const said = (await Promise.all(heard)).join("\n");
  expect(said).toContain("Rabu Komplit");
  // Every NIK and telephone of the sample data begins so.
  expect(said).not.toMatch(/9999\d{12}/);
  expect(said).not.toMatch(/0860-?0000/);
  const refused = await ask(coach.request, "beneficiaries.list", { limit: 5 });
  expect(refused.status).toBe(403);
  const cases = await ask(coach.request, "cases.list", { limit: 5 });
  expect(cases.status).toBe(403);

  const file = await coach.request.get("/api/berkas/agenda");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  const events = (await file.text()).match(/BEGIN:VEVENT/g) ?? [];
  expect(events.length).toBeGreaterThanOrEqual(8);
});
