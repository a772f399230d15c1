import { addDays, type LocalDate } from "@rembuk/domain/calendars/local-date";
import { instantAt, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { PlanTripCommand } from "@rembuk/domain/trips/commands";
import type { ServiceContext } from "@rembuk/services/context";
import { finishAction } from "@rembuk/services/meetings/finish-action";
import { listMeetings } from "@rembuk/services/meetings/queries";
import { recordMeeting } from "@rembuk/services/meetings/record-meeting";
import { allocateToTrip } from "@rembuk/services/trips/allocate-entitlements";
import { arriveTrip } from "@rembuk/services/trips/arrive-trip";
import type { ChangedTrip } from "@rembuk/services/trips/change-trip";
import { countTrip } from "@rembuk/services/trips/count-trip";
import { issueDecree } from "@rembuk/services/trips/issue-decree";
import { loadTrip } from "@rembuk/services/trips/load-trip";
import { offerForTrip } from "@rembuk/services/trips/manifest-queries";
import { moveTrip } from "@rembuk/services/trips/move-trip";
import { planTrip } from "@rembuk/services/trips/plan-trip";
import { postponeTrip } from "@rembuk/services/trips/postpone-trip";
import { showTrip } from "@rembuk/services/trips/queries";
import { recordOutreach } from "@rembuk/services/trips/record-outreach";
import { relayOutreach } from "@rembuk/services/trips/relay-outreach";
import { setStop } from "@rembuk/services/trips/set-stop";
import { actorOf, type DemoAccount } from "./accounts";
import { idOf, timedIdOf } from "./chance";
import { fictional } from "./names";
import type { Stage } from "./perform-cases";

/** PAK SOTARSA: trips from Halong into the Meratus mountains. */
const halong = "63.11.02";
const liyu = "63.11.02.2014";
const uren = "63.11.02.2019";
const marajai = "63.11.02.2020";
const zone = "WITA";

export interface Garage {
  readonly stage: Stage;
  readonly today: LocalDate;
  readonly decreeId: string;
  readonly by: (post: string, at: Date, name: string) => ServiceContext;
}

export const garageOf = (stage: Stage, accounts: readonly DemoAccount[], anchor: Date) => {
  const by = (post: string, at: Date, name: string): ServiceContext => {
    const account = accounts.find((a) => a.username === `halong.${post}`);
    if (!account) throw new Error(`no account halong.${post}`);
    let made = 0;
    return {
      ...stage,
      actor: actorOf(account),
      now: () => at,
      newId: () => {
        made += 1;
        return timedIdOf(at, `trip/${name}/${made}`);
      },
      demo: true,
    };
  };
  return { stage, by, today: toLocalDate(anchor, zone) };
};

export const morning = (day: LocalDate, hour = 9): Date => instantAt(day, hour * 60, zone);

const team = [
  { name: fictional("Rusmiati Hayati"), position: "Kasi Kesejahteraan Sosial", duty: "lead" },
  { name: fictional("Akhmad Yani Noor"), position: "TKSK", duty: "member" },
  { name: fictional("Fahmi Arsyad"), position: "Staf Seksi Kessos", duty: "driver" },
] as const;

export const rice = (day: LocalDate, number: string, received: number) => ({
  ...{ name: "Beras", unit: "karung 10 kg", source: "Dinas Sosial Balangan" },
  ...{ receiptNumber: number, receivedOn: addDays(day, -4), received },
});

/** A trip of two days as the section plans it, a week before. */
export const planned = (
  { today, decreeId, by }: Garage,
  name: string,
  inDays: number,
  plan: Pick<PlanTripCommand, "purpose" | "villages" | "goods" | "activities"> &
    Partial<Pick<PlanTripCommand, "crew">>,
): Promise<ChangedTrip> => {
  const startsOn = addDays(today, inDays);
  const at = morning(addDays(today, Math.min(inDays - 7, -3)));
  return planTrip(by("kasi-kessos", at, name), {
    ...{ clientActionId: idOf(`trip/${name}/plan`), subdistrictCode: halong, decreeId },
    ...{ startsOn, endsOn: addDays(startsOn, 1), vehicle: "Mobil 4x4 kecamatan", crew: [...team] },
    ...plan,
    costs: [
      { bearer: "Dinas Sosial Balangan", what: "Bahan bakar", amount: 600_000 },
      { bearer: "Kecamatan Halong", what: "Konsumsi tim", amount: 250_000 },
    ],
  });
};

/** Names the act, the trip and the version that it is done on. */
export const on = (name: string, act: string, trip: ChangedTrip) => ({
  clientActionId: idOf(`trip/${name}/${act}`),
  ...{ tripId: trip.tripId, version: trip.version },
});

/** The camat's letter, and each village's word by the way it has: its screen, or a radio. */
export const confirmed = async (
  { today, by }: Garage,
  name: string,
  inDays: number,
  trip: ChangedTrip,
  words: readonly (string | null)[],
): Promise<ChangedTrip> => {
  const day = addDays(today, Math.min(inDays - 6, -2));
  const camat = by("camat", morning(day), name);
  let last = await moveTrip(camat, { ...on(name, "approve", trip), move: "approve" });
  const { stops } = await showTrip(camat, trip);
  for (const [at, said] of words.entries()) {
    const stop = stops[at];
    if (!stop) continue;
    const post = said === null ? "liyu-kades" : "triase";
    last = await setStop(by(post, morning(day, 10 + at), name), {
      ...on(name, `stop-${at}`, last),
      ...{ stopId: stop.id, place: `Balai desa ${stop.villageName}` },
      meetsAt: morning(addDays(today, inDays + at), 10),
      said: said === null ? null : { by: "radio", name: said, at: morning(day, 8) },
    });
  }
  return last;
};

/** There and back: 40 sacks, three came home, one fell into the river. */
const closedTrip = async (garage: Garage): Promise<void> => {
  const [name, inDays] = ["closed", -34];
  const { today, by } = garage;
  const trip = await planned(garage, name, inDays, {
    purpose: "Antar bantuan beras dan perekaman KTP-el ke Uren dan Marajai",
    villages: [uren, marajai],
    goods: [rice(addDays(today, inDays), "BAST-03/DINSOS/2026", 40)],
    activities: [{ sectorCode: "DUKCAPIL", name: "Perekaman KTP-el", expected: 30 }],
  });
  const ready = await confirmed(garage, name, inDays, trip, ["Kades Uren", "Kades Marajai"]);
  const day = addDays(today, inDays);
  const lead = (hour: number, later = 0) =>
    by("kasi-kessos", morning(addDays(day, later), hour), name);
  const { goods, stops, activities } = await showTrip(lead(6), ready);
  const ids = goods.map(({ id }) => id);
  const loaded = await loadTrip(lead(6), {
    ...on(name, "load", ready),
    goods: ids.map((id) => ({ id, loaded: 40 })),
  });
  let last = await moveTrip(lead(7), { ...on(name, "depart", loaded), move: "depart" });
  for (const [at, stop] of stops.entries())
    last = await arriveTrip(lead(10, at), { ...on(name, `arrive-${at}`, last), stopId: stop.id });
  last = await countTrip(lead(14, 1), {
    ...on(name, "count", last),
    goods: ids.map((id) => ({
      ...{
        id,
        delivered: 36,
        returned: 3,
        lost: 1,
        lostReason: "Jatuh ke sungai saat menyeberang",
      },
    })),
    activities: activities.map(({ id }) => ({ id, served: 27 })),
  });
  last = await moveTrip(lead(17, 1), { ...on(name, "return", last), move: "return" });
  await moveTrip(lead(9, 2), { ...on(name, "reconcile", last), move: "reconcile" });
};

/** The road gave way: it waits. */
const postponedTrip = async (garage: Garage): Promise<void> => {
  const [name, inDays] = ["postponed", -6];
  const { today, by } = garage;
  const trip = await planned(garage, name, inDays, {
    purpose: "Antar bantuan lanjut usia ke Marajai",
    villages: [marajai],
    goods: [rice(addDays(today, inDays), "BAST-05/DINSOS/2026", 18)],
    activities: [],
  });
  const ready = await confirmed(garage, name, inDays, trip, ["Kades Marajai"]);
  await postponeTrip(by("kasi-kessos", morning(addDays(today, inDays), 6), name), {
    ...on(name, "postpone", ready),
    ...{ reason: "road", note: "Jembatan ke Marajai putus sejak semalam." },
  });
};

/** Ahead of us: Uren has answered by radio, Liyu has still to say when and where. */
const waitingTrip = async (garage: Garage): Promise<void> => {
  const [name, inDays] = ["waiting", 6];
  const trip = await planned(garage, name, inDays, {
    purpose: "Antar bantuan beras dan Posyandu ke Uren dan Liyu",
    villages: [uren, liyu],
    goods: [rice(garage.today, "BAST-06/DINSOS/2026", 32)],
    activities: [{ sectorCode: "PUSKESMAS", name: "Posyandu lansia", expected: 25 }],
  });
  const last = await confirmed(garage, name, inDays, trip, ["Kades Uren"]);
  // Who waits in Uren is on its list; Liyu's are still to be put there.
  const kasi = garage.by("kasi-kessos", morning(addDays(garage.today, -1), 13), name);
  const { groups, goods } = await offerForTrip(kasi, last.tripId);
  const lines = groups
    .filter(({ villageCode }) => villageCode === uren)
    .flatMap(({ unit, entitlements }) =>
      entitlements.flatMap(({ id }) => {
        const item = goods.find((one) => one.unit === unit);
        return item ? [{ entitlementId: id, goodsId: item.id }] : [];
      }),
    );
  if (lines.length > 0) await allocateToTrip(kasi, { ...on(name, "fill", last), lines });
};

/** Waits for the camat. */
const plannedTrip = async (garage: Garage): Promise<void> => {
  await planned(garage, "planned", 13, {
    purpose: "Sosialisasi jaminan sosial dan pendataan rumah tidak layak huni di Liyu",
    villages: [liyu],
    goods: [],
    activities: [{ sectorCode: "DPRKP", name: "Pendataan rumah tidak layak huni", expected: 12 }],
  });
};

/** Told face to face in Uren, which passed it on; published for Liyu, which has not yet. */
const insertOutreach = async ({ today, by }: Garage): Promise<void> => {
  const kasi = (day: LocalDate, name: string) => by("kasi-kessos", morning(day, 15), name);
  const first = addDays(today, -40);
  await recordOutreach(kasi(first, "outreach-uren"), {
    ...{ clientActionId: idOf("outreach/uren"), villageCode: uren, heldOn: first },
    ...{ topic: "Cara mengusulkan keluarga untuk bantuan sosial", place: "Balai desa Uren" },
    ...{ medium: "in_person", team: "Seksi Kessos dan TKSK", attendance: 46 },
  }).then(({ outreachId }) =>
    relayOutreach(by("triase", morning(addDays(first, 3)), "outreach-relay"), {
      ...{ clientActionId: idOf("outreach/relay"), outreachId, relayedOn: addDays(first, 2) },
      how: "Diumumkan di musala dan grup pesan RT",
    }),
  );
  const second = addDays(today, -12);
  await recordOutreach(kasi(second, "outreach-liyu"), {
    ...{ clientActionId: idOf("outreach/liyu"), villageCode: liyu, heldOn: second },
    ...{ topic: "Jadwal kunjungan dan berkas yang perlu disiapkan", place: "Laman kecamatan" },
    ...{ medium: "facebook", link: "https://contoh.invalid/halong/jadwal", attendance: null },
    team: "Operator media sosial tim jejaring",
  });
};

/** Where PAK SOTARSA was decided: one decision is done, one is past its day. */
const insertMeeting = async ({ today, by, decreeId }: Garage): Promise<void> => {
  const heldOn = addDays(today, -205);
  const kasi = by("kasi-kessos", morning(addDays(today, -199)), "meeting");
  await recordMeeting(kasi, {
    ...{ clientActionId: idOf("meeting/kessos"), subdistrictCode: halong, decreeId },
    ...{ sectorCode: "KASI_KESSOS", programYear: Number(heldOn.slice(0, 4)), heldOn },
    ...{ subject: "Penentuan inovasi bidang kesejahteraan sosial", place: "Aula kecamatan" },
    chair: "Sekretaris Camat",
    attendees: [
      ...team.map(({ name, position }) => ({ name, position, element: "office" as const })),
      { name: fictional("Siti Aminah"), position: "Bidan Puskesmas", element: "health" },
      { name: fictional("Darmawan Said"), position: "Kepala desa Uren", element: "village" },
    ],
    minutes:
      "Bantuan terlambat sampai karena jalan jauh dan tidak ada sinyal. Disepakati pelayanan diantar ke desa, waktu dan tempat ditetapkan desa, dan layanan bidang lain ikut serta.",
    decisions: [
      {
        ...{ decision: "Menyiapkan SK tim pelaksana dan tim jejaring", owner: "Kasi Kessos" },
        dueOn: addDays(heldOn, 10),
      },
      {
        ...{ decision: "Mencatat jarak dan sinyal semua desa", owner: "Petugas loket" },
        dueOn: addDays(today, -30),
      },
    ],
  });
  const { items } = await listMeetings(kasi, { subdistrictCode: halong });
  await finishAction(kasi, {
    ...{ clientActionId: idOf("meeting/kessos/decree"), words: "SK ditandatangani camat" },
    ...{ actionId: items[0]?.actions[0]?.id ?? "", doneOn: addDays(heldOn, 5) },
  });
};

/** An SK with its teams, and a trip in each state that an officer meets. */
export const insertTrips = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<Garage> => {
  const garage = garageOf(stage, accounts, anchor);
  const startsOn = addDays(garage.today, -200);
  const camat = garage.by("camat", morning(startsOn), "decree");
  const { decreeId } = await issueDecree(camat, {
    ...{ clientActionId: idOf("trip/decree"), subdistrictCode: halong, issuedOn: startsOn },
    ...{ number: `188.45/07/KEC-HLG/${startsOn.slice(0, 4)}`, startsOn },
    endsOn: addDays(garage.today, 165),
    subject: "Tim pelaksana dan tim jejaring inovasi PAK SOTARSA",
    procedure: "SOP PAK SOTARSA, versi 2",
    members: [
      ...team.map(({ name, position }) => ({ name, position, team: "pelaksana" as const })),
      { name: fictional("Siti Aminah"), position: "Bidan Puskesmas", team: "jejaring" },
      { name: fictional("Hamdani Said"), position: "Operator media sosial", team: "jejaring" },
    ],
  });
  const whole = { ...garage, decreeId };
  await insertMeeting(whole);
  await insertOutreach(whole);
  await closedTrip(whole);
  await postponedTrip(whole);
  await waitingTrip(whole);
  await plannedTrip(whole);
  return whole;
};
