import { readFile } from "node:fs/promises";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { ask } from "../fixtures/api";
import {
  arrangeFieldTrip,
  done,
  type Recipient,
  shownTrip,
  tripStep,
} from "../fixtures/field-trips";
import { enter, type Person, passSignIn } from "../fixtures/people";
import { everythingKept } from "../fixtures/phones";
import { noise } from "../fixtures/pictures";
import { test } from "../fixtures/test";
import { windowOf } from "../fixtures/windows";

const pin = "241198";
const day = 86_400_000;

const small = noise(24);
/** More than one part on its way. */
const large = noise(420);

const squareOfTabuan = { latitude: -2.3107, longitude: 115.6211, accuracy: 14 };

/** Takes the trip along on a phone whose clock is off by so much, and puts it into aeroplane mode. */
const takeAlong = async (
  { context, page }: Person,
  label: string,
  purpose: string,
  skew: number,
): Promise<void> => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(squareOfTabuan);
  // Where the clock is right it stays the browser's own: Dexie's copies know no other kind of Date.
  if (skew !== 0) await context.clock.install({ time: Date.now() + skew });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/lapangan");
  await page.getByLabel("Nama ponsel").fill(label);
  await page.getByRole("button", { name: "Siapkan ponsel" }).click();
  await page.getByRole("radio", { name: new RegExp(purpose) }).check();
  await page.getByLabel("PIN baru").fill(pin);
  await page.getByLabel("Ulangi PIN").fill(pin);
  await page.getByRole("button", { name: "Bawa kunjungan ini" }).click();
  await expect(page.getByRole("button", { name: "Serah terima berikutnya" })).toBeVisible();
  await expect(page.getByText("Halaman ini bisa dibuka tanpa jaringan.")).toBeVisible({
    timeout: 30_000,
  });
  await context.setOffline(true);
};

const openTrip = async (page: Page): Promise<void> => {
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Buka", exact: true }).click();
  await expect(page.getByRole("button", { name: "Orang di luar daftar" })).toBeVisible();
};

const sign = async (page: Page): Promise<void> => {
  const pad = page.getByRole("img", { name: /Gores dengan jari|Tanda tangan sudah ada/ });
  // Not behind the bar at the bottom.
  await pad.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await pad.boundingBox();
  if (!box) throw new Error("no pad");
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 25);
  await page.mouse.move(box.x + 200, box.y + 70);
  await page.mouse.up();
};

const prove = async (page: Page, photo = small): Promise<void> => {
  // The position that is found meanwhile moves the pad: a stroke that missed it is drawn again.
  await expect(async () => {
    await sign(page);
    await expect(page.getByRole("img", { name: "Tanda tangan sudah ada" })).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
  await page
    .getByLabel("Foto", { exact: true })
    .setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: photo });
  await expect(page.getByRole("img", { name: "Foto serah terima" })).toBeVisible();
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Simpan di perangkat" }).click();
  await expect(page.getByLabel("Nama, kode, atau 4 angka terakhir NIK")).toBeVisible();
};

const handOver = async (page: Page, { name }: Recipient, photo = small): Promise<void> => {
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await prove(page, photo);
  await save(page);
};

const onDevice = (page: Page, count: number) =>
  expect(page.getByRole("button", { name: `${count} di perangkat` })).toBeVisible({
    timeout: 60_000,
  });

interface Handovers {
  readonly items: readonly {
    readonly state: string;
    readonly person: string;
    readonly isCandidate: boolean;
    readonly isSkewed: boolean;
    readonly evidence: readonly { readonly isThere: boolean }[];
  }[];
}

interface RecordGroup {
  readonly villageCode: string;
  readonly programCode: string;
  readonly people: number;
}

/** The line is cut before one sending, after the next one's commit, and in the middle of a photo. */
const cutTheLine = async (context: BrowserContext): Promise<() => number> => {
  let cuts = 0;
  await context.route(/\/api\/trpc\/handovers\.push/, async (route) => {
    cuts += 1;
    if (cuts === 1) return route.abort("connectionreset");
    if (cuts > 2) return route.continue();
    expect((await route.fetch()).status()).toBe(200);
    return route.abort("connectionreset");
  });
  let parts = 0;
  await context.route(/\/api\/trpc\/handovers\.putEvidence/, async (route) => {
    parts += 1;
    if (parts === 2) {
      cuts += 1;
      return route.abort("connectionreset");
    }
    return route.continue();
  });
  return () => cuts;
};

/**
 * PAK SOTARSA at the end of the road, Halong: families, cycle and trip of its own (CBP_BERAS; Tabuan and Kapul, for
 * which no other journey fills a manifest). Three phones, 40 handovers.
 */
test("three phones without signal hand over 40 sacks: 39 count, one waits for a person, none is lost", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const lead = await enter(browser, "halong.ketua-kunjungan");
  const [left, right] = [
    await enter(browser, "halong.lapangan-1"),
    await enter(browser, "halong.lapangan-2"),
  ];
  const phones = [left, right, lead];
  const { tripId, purpose, recipients } = await arrangeFieldTrip(browser, {
    ...{ crew: [lead, left, right], count: 38, born: "14" },
  });
  const everybody = (of: Person) => ask<Handovers>(of.page.request, "handovers.list", { tripId });
  const to = (n: number): Recipient => recipients[n] as Recipient;

  await test.step("each takes the trip along, with clocks two days off, and loses its signal", async () => {
    await takeAlong(left, "HLG-01", purpose, 0);
    await takeAlong(right, "HLG-02", purpose, 2 * day);
    await takeAlong(lead, "HLG-03", purpose, -2 * day);
  });

  await test.step("opens from cold, is killed in the middle of a handover, and goes on", async () => {
    const cold = await left.context.newPage();
    const answer = await cold.goto("/lapangan");
    expect(answer?.fromServiceWorker()).toBe(true);
    await openTrip(cold);
    await cold.getByRole("button", { name: new RegExp(to(0).name) }).click();
    await cold.getByRole("radio", { name: "Diwakili" }).check();
    await cold.getByLabel("Nama wakil").fill("Rahmah Kenari");
    await cold.getByLabel("Hubungan").selectOption("child");
    await cold.getByLabel("NIK pada KTP").fill(to(1).nik);
    await expect(cold.getByText("NIK tidak sama dengan daftar.")).toBeVisible();
    await cold.getByLabel("NIK pada KTP").fill(to(0).nik);
    await expect(cold.getByText("NIK cocok dengan daftar.")).toBeVisible();
    // A page that asks while it is being told its place waits for the next news of it.
    await left.context.setGeolocation(squareOfTabuan);
    await expect(cold.getByText("Titik tercatat")).toBeVisible();
    await prove(cold, large);
    await cold.waitForTimeout(700);
    await cold.close({ runBeforeUnload: false });
    await left.page.goto("/lapangan");
    await openTrip(left.page);
    await expect(left.page.getByText("Belum disimpan")).toBeVisible();
    await left.page.getByRole("button", { name: new RegExp(to(0).name) }).click();
    await expect(left.page.getByLabel("Nama wakil")).toHaveValue("Rahmah Kenari");
    await expect(left.page.getByRole("img", { name: "Foto serah terima" })).toBeVisible();
    await save(left.page);
    await onDevice(left.page, 1);
  });

  await test.step("40 are recorded, one person on two phones, one without a NIK", async () => {
    const { page } = right;
    await Promise.all([
      (async () => {
        for (let n = 1; n < 14; n += 1) await handOver(left.page, to(n));
      })(),
      (async () => {
        for (let n = 14; n < 27; n += 1) await handOver(page, to(n));
        await handOver(page, to(0));
      })(),
      (async () => {
        for (let n = 27; n < 38; n += 1) await handOver(lead.page, to(n));
        await lead.page.getByRole("button", { name: "Orang di luar daftar" }).click();
        await lead.page.getByLabel("Nama", { exact: true }).fill("Galuh Intan");
        await lead.page.getByLabel("NIK", { exact: true }).selectOption("not-recorded");
        await prove(lead.page);
        await save(lead.page);
      })(),
    ]);
    await onDevice(left.page, 14);
    await onDevice(page, 14);
    await onDevice(lead.page, 12);
    const kept = await everythingKept(left.page);
    for (const word of [to(0).name, to(0).nik, "Rahmah", "Kenari", purpose])
      expect(kept, word).not.toContain(word);
  });

  await test.step("a flood holds the lead ten days: the trip goes from the phone, the records stay", async () => {
    await lead.context.clock.setSystemTime(Date.now() + 8 * day);
    await lead.page.reload();
    await onDevice(lead.page, 12);
    await expect(lead.page.getByRole("heading", { name: "Bawa kunjungan" })).toBeVisible();
    const kept = await everythingKept(lead.page);
    expect(kept).not.toContain(to(30).name);
  });

  await test.step("back in reach they send, through a line that is cut three times", async () => {
    const cuts = await cutTheLine(left.context);
    await left.context.setOffline(false);
    for (let time = 0; time < 4; time += 1) {
      await left.page.reload();
      await left.page.waitForTimeout(1500);
    }
    await onDevice(left.page, 0);
    await expect.poll(cuts).toBeGreaterThanOrEqual(3);
    await expect(left.page.getByText("Semua terkirim")).toBeVisible({ timeout: 60_000 });
    for (const { context, page } of [right, lead]) {
      await context.setOffline(false);
      await page.reload();
      await onDevice(page, 0);
      await expect(page.getByText("Semua terkirim")).toBeVisible({ timeout: 60_000 });
    }
    const { items } = (await everybody(lead)).data;
    const of = (state: string) => items.filter((one) => one.state === state);
    expect([items.length, of("synced").length, of("held").length]).toEqual([40, 39, 1]);
    expect(of("held")[0]?.person).toBe(to(0).name);
    expect(items.filter(({ isCandidate }) => isCandidate)).toHaveLength(1);
    expect(items.filter(({ isSkewed }) => isSkewed)).toHaveLength(26);
    const photos = items.flatMap(({ evidence }) => evidence);
    expect([photos.length, photos.every(({ isThere }) => isThere)]).toEqual([80, true]);
  });

  await test.step("who runs the trip decides, and it is reconciled", async () => {
    const office = await enter(browser, "halong.kasi-kessos");
    const { page } = office;
    await page.goto(`/kunjungan/${tripId}`);
    await page.getByRole("button", { name: "Tinjau" }).click();
    const dialog = windowOf(page, "Perlu ditinjau");
    await expect(dialog.getByText("Orang ini sudah dilayani perangkat lain.")).toBeVisible();
    await expect(dialog.getByText(/diwakili Rahmah Kenari \(Anak\)/)).toBeVisible();
    await dialog.getByRole("radio", { name: "Hitung yang pertama" }).check();
    await dialog.getByRole("button", { name: "Putuskan" }).click();
    await expect(dialog.getByText("Tulis alasan, sedikitnya lima huruf.").first()).toBeVisible();
    await dialog.getByLabel("Alasan").fill("Sudah dicek dengan saksi");
    await dialog.getByRole("button", { name: "Putuskan" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("39 dihitung, 0 perlu ditinjau")).toBeVisible();
    const { request } = page;
    const { stops, goods } = await shownTrip(request, tripId);
    expect(goods[0]?.delivered).toBe(39);
    for (const { id } of stops) await tripStep(request, "trips.arrive", tripId, { stopId: id });
    await tripStep(request, "trips.move", tripId, { move: "return" });
    await tripStep(request, "trips.count", tripId, {
      goods: [{ id: goods[0]?.id, delivered: 0, returned: (goods[0]?.loaded ?? 0) - 39, lost: 0 }],
      activities: [],
    });
    await tripStep(request, "trips.move", tripId, { move: "reconcile" });
    expect((await shownTrip(request, tripId)).status).toBe("reconciled");
    const groups = (await ask<readonly RecordGroup[]>(request, "handovers.records", { tripId }))
      .data;
    expect(groups.reduce((all, { people }) => all + people, 0)).toBe(39);
    const { villageCode, programCode } = groups[0] as RecordGroup;
    const place = { tripId, villageCode, programCode };
    const { paperId } = await done<{ paperId: string }>(
      request,
      "reports.requestHandoverRecord",
      place,
    );
    const paper = async () => {
      const papers = await ask<readonly { id: string; status: string }[]>(
        request,
        "reports.papers",
        {},
      );
      return papers.data.find(({ id }) => id === paperId)?.status;
    };
    await expect.poll(paper, { timeout: 30_000 }).toBe("ready");
    expect(office.faults).toEqual([]);
    await office.context.close();
  });
  await test.step("a phone that is full, left and revoked loses nothing: what it still holds waits for a person", async () => {
    const { page, context } = left;
    await page.goto("/lapangan");
    await openTrip(page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Orang di luar daftar" }).click();
    await page.getByLabel("Nama", { exact: true }).fill("Diang Kenari");
    await page.getByLabel("NIK", { exact: true }).selectOption("not-recorded");
    await prove(page);
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = () => {
        IDBObjectStore.prototype.add = add;
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await page.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(page.getByText(/^Ruang ponsel penuh/)).toBeVisible();
    await save(page);
    await onDevice(page, 1);
    // The page that sends is closed, so that it is somewhere else that somebody signs out.
    await page.goto("about:blank");
    await context.setOffline(false);
    await page.goto("/");
    await page.getByRole("button", { name: "Lainnya" }).click();
    await page.getByRole("menuitem", { name: "Keluar" }).click();
    const warned = windowOf(page, "Masih ada yang belum terkirim");
    await expect(warned.getByText(/belum terkirim\./)).toBeVisible();
    await warned.getByRole("button", { name: "Jangan keluar" }).click();
    const admin = await enter(browser, "halong.admin");
    await admin.page.goto("/perangkat");
    const phone = admin.page.getByRole("listitem").filter({ hasText: "HLG-01" }).first();
    await expect(phone.getByText(/membawa kunjungan sampai/)).toBeVisible();
    await phone.getByRole("button", { name: "Cabut perangkat" }).click();
    const revoke = windowOf(admin.page, "Cabut perangkat");
    await revoke.getByLabel("Alasan").fill("Ponsel tertinggal di perahu");
    await revoke.getByRole("button", { name: "Cabut perangkat" }).click();
    await expect(revoke).toBeHidden();
    // Revoking ended the session too: who holds the phone proves again who they are.
    await page.goto("/lapangan");
    await page.getByRole("link", { name: "Masuk", exact: true }).click({ timeout: 40_000 });
    await passSignIn(page, "halong.lapangan-1");
    await expect(page.getByText("Ponsel ini sudah dicabut")).toBeVisible({ timeout: 40_000 });
    await onDevice(page, 0);
    await expect(page.getByLabel("PIN", { exact: true })).toBeHidden();
    const kept = await everythingKept(page);
    for (const word of [to(1).name, "Diang", purpose]) expect(kept, word).not.toContain(word);
    const office = await enter(browser, "halong.kasi-kessos");
    await office.page.goto("/perangkat/karantina");
    const waiting = office.page.getByRole("listitem").filter({ hasText: "Diang Kenari" }).first();
    await waiting.getByRole("button", { name: "Sisihkan" }).click();
    const aside = windowOf(office.page, "Sisihkan catatan");
    await aside.getByLabel("Alasan").fill("Kunjungan sudah ditutup");
    await aside.getByRole("button", { name: "Sisihkan" }).click();
    await expect(aside).toBeHidden();
    await expect(waiting.getByText("Disisihkan")).toBeVisible();
    expect([...office.faults, ...admin.faults]).toEqual([]);
    await office.context.close();
    await admin.context.close();
  });
  for (const { faults, context } of phones) {
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
    await context.close();
  }
});

test("what a village tells the crew, far from any signal, is a case at the desk", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const lead = await enter(browser, "halong.ketua-kunjungan");
  const other = await enter(browser, "halong.lapangan-2");
  const { purpose } = await arrangeFieldTrip(browser, {
    ...{ crew: [lead, other], count: 1, born: "15" },
  });
  const word = `pelatuk${Date.now()}`;
  const { page, context } = lead;
  const desk = await enter(browser, "halong.triase");
  const opened = await Promise.all(
    (["NORMAL", "SECRET"] as const).map((privacy) =>
      done<{ number: string }>(desk.page.request, "cases.open", {
        ...{ villageCode: "63.11.02.2004", categoryCode: "VIL-FAC", channel: "desk", privacy },
        ...{ title: "Titian ulin lapuk", description: "Diceritakan Rusmiati Contoh (fiktif)." },
        reporter: { name: "Rusmiati Contoh (fiktif)" },
      }),
    ),
  );
  const [known, secret] = opened.map(({ number }) => number) as [string, string];

  await test.step("what is open in the village is read from cold, without network", async () => {
    await takeAlong(lead, "HLG-04", purpose, 0);
    const cold = await context.newPage();
    const answer = await cold.goto("/lapangan");
    expect(answer?.fromServiceWorker()).toBe(true);
    await openTrip(cold);
    await cold.getByRole("button", { name: "Kasus terbuka di desa ini, Tabuan" }).click();
    await expect(cold.getByText(/^Tabuan · diunduh /)).toBeVisible();
    const row = cold.getByRole("listitem").filter({ hasText: known });
    await expect(row.getByText("Titian ulin lapuk")).toBeVisible();
    await expect(row.getByText("Diterima", { exact: true })).toBeVisible();
    await expect(cold.getByText(secret)).toBeHidden();
    await expect(cold.getByText("Rusmiati")).toBeHidden();
    const kept = await everythingKept(cold);
    for (const words of [known, secret, "Titian ulin lapuk"])
      expect(kept, words).not.toContain(words);
    await cold.close();
  });

  await test.step("it is written down without network", async () => {
    await page.getByRole("button", { name: "Catat masalah" }).click();
    await page.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(page.getByText("Pilih desa.")).toBeVisible();
    await page.getByLabel("Desa", { exact: true }).selectOption("Tabuan");
    await page.getByLabel("Jenis masalah").selectOption("VIL-FAC");
    await page.getByLabel("Judul singkat").fill(`Titian ${word} putus`);
    await page.getByLabel("Cerita").fill("Papan ketiga hilang sejak banjir.");
    await page.getByLabel("Nama pelapor").fill("Rusmiati Contoh (fiktif)");
    await page
      .getByLabel("Foto", { exact: true })
      .setInputFiles({ name: "titian.png", mimeType: "image/png", buffer: small });
    await expect(page.getByRole("img", { name: "Foto 1" })).toBeVisible();
    await page.getByRole("button", { name: "Simpan di perangkat" }).click();
    await expect(page.getByText(/^Tersimpan di perangkat pukul/)).toBeVisible();
    await onDevice(page, 2);
    expect((await everythingKept(page)).includes(word), "it can be read").toBe(false);
  });

  const found = { text: word, limit: 10 };
  interface Found {
    readonly items: readonly { readonly id: string; readonly villageName: string }[];
  }
  const atDesk = async () => (await ask<Found>(desk.page.request, "cases.list", found)).data.items;

  await test.step("the other phone of the crew takes it along as a file, and brings it to the desk", async () => {
    await page.getByRole("button", { name: "2 di perangkat" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Simpan sebagai berkas" }).click();
    const file = await (await download).path();
    expect(await readFile(file, "utf8")).not.toContain(word);
    const phone = other.page;
    await phone.setViewportSize({ width: 360, height: 740 });
    await phone.goto("/lapangan");
    await phone.getByLabel("Nama ponsel").fill("HLG-05");
    await phone.getByRole("button", { name: "Siapkan ponsel" }).click();
    await phone.getByRole("button", { name: "0 di perangkat" }).click();
    await phone.getByLabel("Ambil dari berkas").setInputFiles(file);
    await expect(
      phone.getByText("1 catatan diambil dan akan dikirim dari ponsel ini."),
    ).toBeVisible();
    await expect.poll(async () => (await atDesk()).length, { timeout: 60_000 }).toBe(1);
    await onDevice(phone, 0);
    const [kase] = await atDesk();
    expect(kase?.villageName).toBe("Tabuan");
    await desk.page.goto(`/kasus/${kase?.id}`);
    await expect(desk.page.getByText("Foto 1.jpg").first()).toBeVisible();
    await other.context.close();
  });

  await test.step("from the first phone it comes again, and stays one; the crew reads no case", async () => {
    await context.setOffline(false);
    await onDevice(page, 0);
    expect(await atDesk()).toHaveLength(1);
    expect((await ask(page.request, "cases.list", found)).status).toBe(403);
    await desk.context.close();
  });
  await context.close();
});
