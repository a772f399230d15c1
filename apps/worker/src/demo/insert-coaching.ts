import { addDays, localDate } from "@rembuk/domain/calendars/local-date";
import { instantAt, toLocalDate } from "@rembuk/domain/calendars/working-days";
import { showBatch } from "@rembuk/services/coaching/batch-queries";
import { handOver } from "@rembuk/services/coaching/hand-over";
import { moveCommitment, proposeCommitment } from "@rembuk/services/coaching/move-commitment";
import { moveEngagement } from "@rembuk/services/coaching/move-engagement";
import { moveSession, scheduleSession } from "@rembuk/services/coaching/move-session";
import { openBatch } from "@rembuk/services/coaching/open-batch";
import { remindOwners } from "@rembuk/services/coaching/remind-owners";
import { agreePlan, savePlan } from "@rembuk/services/coaching/save-plan";
import { systemContext } from "@rembuk/services/system-context";
import { actorOf, type DemoAccount } from "./accounts";
import { idOf, timedIdOf } from "./chance";
import { insertWinners, type On, rateWinners, type Winner } from "./insert-winners";
import { fictional } from "./names";
import type { Stage } from "./perform-cases";
import { institutions, type WinnerText, winners } from "./texts/east-java-batch";

const province = "35";
const zone = "WIB";

/** The coaching team: one account, and one person who is written in two orders. */
const team = [
  {
    ...{ id: idOf("coaching/team/0"), institution: institutions[0], username: "jatim.pembina" },
    ...{ name: fictional("Satria Bima Wirayuda"), aliases: [fictional("Bima Satria")] },
  },
  {
    ...{ id: idOf("coaching/team/1"), institution: institutions[1], username: null },
    ...{ name: fictional("Dwi Anggara Putra"), aliases: [] },
  },
  {
    ...{ id: idOf("coaching/team/2"), institution: institutions[2], username: null },
    ...{ name: fictional("Ratna Kusumadewi"), aliases: [] },
  },
];

const contextsOf = (stage: Stage, accounts: readonly DemoAccount[]): On => {
  let made = 0;
  return (username, day) => {
    const account = accounts.find((one) => one.username === username);
    if (!account) throw new Error(`no account ${username}`);
    const at = instantAt(localDate(day), 10 * 60, zone);
    const newId = () => {
      made += 1;
      return timedIdOf(at, `coaching/${made}`);
    };
    return { ...stage, actor: actorOf(account), now: () => at, newId, demo: true };
  };
};

/** Each act once under a name of its own, each on the version that the one before made. */
const acting = (name: string) => {
  let version = -1;
  return (act: string) => {
    version += 1;
    return { clientActionId: idOf(`coaching/${name}/${act}`), version };
  };
};

const holdSession = async (
  on: On,
  text: WinnerText,
  engagementId: string,
  day: string,
): Promise<string> => {
  const { prefix, absent } = text;
  const at = (minutes: number) => instantAt(localDate(day), minutes, zone);
  const before = on("jatim.pembina", addDays(localDate(day), -7));
  const { sessionId } = await scheduleSession(before, {
    ...{ clientActionId: idOf(`coaching/${prefix}/${day}/schedule`), engagementId },
    ...{ startsAt: at(9 * 60), endsAt: at(12 * 60), place: `Aula Kecamatan ${text.place}` },
  });
  const next = acting(`${prefix}/${day}`);
  const step = (who: string, act: string, taken: Parameters<typeof moveSession>[1]["step"]) =>
    moveSession(on(who, day), { ...next(act), sessionId, step: taken });
  await step("jatim.pembina", "hold", {
    move: "hold",
    attendance: {
      present: team.filter(({ institution }) => institution !== absent).map(({ id }) => id),
      absences: absent ? [{ institution: absent, reason: "Tugas di kecamatan lain" }] : [],
      office: { head: 1, manager: text.innovations.length, stakeholder: 8 },
    },
  });
  await step("jatim.pembina", "write", {
    move: "write",
    minutes: {
      ...{ challenges: [text.challenge], pride: [text.pride] },
      ideas: [{ id: idOf(`coaching/${prefix}/${day}/idea`), text: text.idea }],
      summary: `Pembina dan kecamatan sepakat: ${text.direction}`,
    },
  });
  await step("jatim.pembina", "agree", { move: "agree", side: "coach" });
  await step(`${prefix}.camat`, "agree-office", { move: "agree", side: "office" });
  return sessionId;
};

const agreePlanOf = async (
  on: On,
  { prefix, direction, kept }: WinnerText,
  engagementId: string,
  day: string,
): Promise<void> => {
  const next = acting(`${prefix}/engagement`);
  const at = (act: string) => ({ ...next(act), engagementId });
  const plan = {
    ...{ direction, steps: [kept, "Meninjau kemajuan tiap enam bulan"] },
    support: "SK camat dan baris anggaran tiap tahun",
  };
  await moveEngagement(on("jatim.pembina", day), { ...at("start"), move: "start" });
  await savePlan(on(`${prefix}.pengelola`, day), { ...at("plan"), plan });
  await agreePlan(on("jatim.pembina", day), { ...at("plan-coach"), side: "coach" });
  await agreePlan(on(`${prefix}.camat`, day), { ...at("plan-office"), side: "office" });
  await moveEngagement(on("jatim.pembina", day), { ...at("monitor"), move: "monitor" });
};

interface Promised {
  readonly engagementId: string;
  readonly sessionId: string;
  readonly innovationId: string | null;
  readonly text: string;
  readonly ownerId: string;
  readonly agreedOn: string;
  readonly dueOn: string;
}

/** Proposed by the coach, agreed by the camat. */
const promise = async (on: On, prefix: string, name: string, given: Promised) => {
  const { agreedOn, ...commitment } = given;
  const { commitmentId } = await proposeCommitment(on("jatim.pembina", agreedOn), {
    ...{ ...commitment, clientActionId: idOf(`coaching/${prefix}/${name}/propose`) },
  });
  const next = acting(`${prefix}/${name}`);
  const step = (who: string, day: string, taken: Parameters<typeof moveCommitment>[1]["step"]) =>
    moveCommitment(on(who, day), { ...next(taken.move), commitmentId, step: taken });
  await step(`${prefix}.camat`, agreedOn, { move: "agree" });
  return step;
};

const followWinner = async (
  on: On,
  text: WinnerText,
  { engagementId, innovationIds }: { engagementId: string; innovationIds: readonly string[] },
  ownerId: string,
  today: string,
): Promise<void> => {
  const day = `2024-${text.sessionDay}`;
  const sessionId = await holdSession(on, text, engagementId, day);
  await agreePlanOf(on, text, engagementId, day);
  const of = { engagementId, ownerId };
  const innovationId = innovationIds.at(-1) ?? null;
  const step = await promise(on, text.prefix, "kept", {
    ...{ ...of, sessionId, innovationId, text: text.kept, agreedOn: day, dueOn: "2025-01-31" },
  });
  const note = "Sudah selesai; berita acara tersimpan di kecamatan.";
  await step(`${text.prefix}.pengelola`, "2024-11-18", { move: "submit", note, link: null });
  await step("jatim.pembina", "2024-11-25", { move: "verify" });
  if (!text.open) return;
  const back = (days: number) => addDays(localDate(today), -days);
  const agreedOn = back(text.open.since);
  const again = await holdSession(on, text, engagementId, agreedOn);
  await promise(on, text.prefix, "open", {
    ...{ ...of, sessionId: again, innovationId, text: text.open.text, agreedOn },
    dueOn: back(-text.open.dueIn),
  });
};

/** This week's session, for the agenda. */
const scheduleNext = (on: On, engagementId: string, today: string) => {
  const day = addDays(localDate(today), 3);
  return scheduleSession(on("jatim.pembina", today), {
    ...{ clientActionId: idOf("coaching/next"), engagementId, place: "Aula Kecamatan Manguharjo" },
    startsAt: instantAt(day, 9 * 60, zone),
    endsAt: instantAt(day, 11 * 60, zone),
  });
};

/**
 * Pembinaan pemenang SKK 2023 of East Java (seed 003): 7 kecamatan, 9 innovations, three institutions, sessions from
 * 21 October to 2 November 2024, reviews of May 2025, and what is open today.
 */
export const insertCoaching = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const on = contextsOf(stage, accounts);
  const today = toLocalDate(anchor, zone);
  const won: readonly Winner[] = await insertWinners(on);
  const { batchId } = await openBatch(on("jatim.ketua-pembina", "2024-10-01"), {
    ...{ clientActionId: idOf("coaching/batch"), provinceCode: province, team },
    award: { name: "SKK 2023", giver: "Gubernur Jawa Timur", year: 2023 },
    title: "Pembinaan pemenang SKK 2023, Jawa Timur",
    ...{ startsOn: "2024-10-21", endsOn: "2024-11-02", institutions },
    innovationIds: won.map(({ innovationId }) => innovationId),
  });
  const { engagements } = await showBatch(on("jatim.ketua-pembina", today), { batchId });
  for (const text of winners) {
    const row = engagements.find((one) => one.subdistrictCode === text.subdistrictCode);
    const owner = accounts.find(({ username }) => username === `${text.prefix}.pengelola`);
    if (!row || !owner) throw new Error(`no engagement of ${text.place}`);
    const innovationIds = won
      .filter(({ prefix }) => prefix === text.prefix)
      .map(({ innovationId }) => innovationId);
    await followWinner(on, text, { engagementId: row.id, innovationIds }, owner.userId, today);
    if (text.prefix === "manguharjo") await scheduleNext(on, row.id, today);
  }
  await rateWinners(stage, on, won);
  for (const days of [41, 34, 11, 3, 0]) {
    const at = instantAt(addDays(localDate(today), -days), 6 * 60, zone);
    await remindOwners(systemContext({ ...stage, demo: true, now: () => at }));
  }
  await passOn(on, engagements, accounts, today);
};

/** Junrejo's camat was followed by another one this year. */
const passOn = async (
  on: On,
  engagements: Awaited<ReturnType<typeof showBatch>>["engagements"],
  accounts: readonly DemoAccount[],
  today: string,
): Promise<void> => {
  const row = engagements.find((one) => one.subdistrictCode === "35.79.03");
  const next = accounts.find(({ username }) => username === "junrejo.camat-baru");
  if (!row || !next) throw new Error("no successor in Junrejo");
  const day = addDays(localDate(today), -60);
  await handOver(on("junrejo.camat-baru", day), {
    ...{ clientActionId: idOf("coaching/junrejo/handover"), engagementId: row.id, version: 5 },
    ...{ toUserId: next.userId, note: "Kelas membatik berjalan; pengajar tetap masih dicari." },
  });
};
