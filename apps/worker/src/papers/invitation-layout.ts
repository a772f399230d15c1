import { officeDate } from "@rembuk/domain/letters/office-date";
import type { Invitation } from "@rembuk/services/coaching/paper-queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content } from "pdfmake/interfaces";
import { printed } from "./paper-words";

type Zone = Parameters<typeof officeDate>[1];

const clock = (at: Date, zone: string): string => {
  const hours = { WIB: 7, WITA: 8, WIT: 9 }[zone] ?? 7;
  return new Date(at.getTime() + hours * 3_600_000).toISOString().slice(11, 16).replace(":", ".");
};
const weekday = new Intl.DateTimeFormat("id-ID", { weekday: "long", timeZone: "Asia/Jakarta" });

const facts = (rows: readonly (readonly [string, string])[]): Content => ({
  ...{ layout: "noBorders", margin: [24, 6, 0, 6] },
  table: {
    widths: [90, 6, "*"],
    body: rows.map(([name, value]) => [
      { text: name },
      { text: ":" },
      { text: printed(value, 600) },
    ]),
  },
});

/** Undangan pembinaan: to the camat and who leads the innovations, with day, hour, place and matter. */
export const invitationSheet = (head: PaperHead, one: Invitation): Content[] => {
  const zone = one.zone as Zone;
  const { award, title, institutions } = one.batch;
  const made = officeDate(head.madeAt, head.zone as Zone).words;
  const day = `${weekday.format(one.startsAt)}, ${officeDate(one.startsAt, zone).words}`;
  const gap = (size: number): Content => ({ text: "", margin: [0, size, 0, 0] });
  return [
    { text: "TIM PEMBINA INOVASI KECAMATAN", bold: true, fontSize: 14, alignment: "center" },
    { text: printed(institutions.join(" · "), 200), alignment: "center", margin: [0, 2, 0, 10] },
    { text: made, alignment: "right" },
    facts([
      ["Nomor", head.number],
      ["Hal", "Undangan sesi pembinaan"],
    ]),
    gap(6),
    "Kepada Yth.",
    { text: `Camat ${printed(one.placeName, 120)}`, bold: true },
    ...(one.leaderName ? [printed(one.leaderName, 120)] : []),
    "bersama pengelola inovasi dan pemangku kepentingan",
    gap(10),
    {
      text: `Menindaklanjuti ${printed(award.name, 120)} dari ${printed(award.giver, 120)} dalam rangka ${printed(title, 200)}, kami mengundang Bapak/Ibu untuk hadir pada:`,
      alignment: "justify",
    },
    facts([
      ["Hari, tanggal", day],
      ["Pukul", `${clock(one.startsAt, zone)} sampai ${clock(one.endsAt, zone)} ${zone}`],
      ["Tempat", one.place],
      ["Inovasi", one.innovations.join(", ")],
      ["Acara", "Tantangan, kebanggaan, gagasan, dan Rencana Pengembangan inovasi"],
    ]),
    {
      text: "Mohon disiapkan catatan pelaksanaan, SK, dan anggaran inovasi tahun berjalan. Data pribadi warga tidak perlu dibawa.",
      alignment: "justify",
    },
    gap(6),
    "Demikian undangan ini disampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.",
    gap(14),
    { text: "Tim pembina:", bold: true },
    {
      ol: one.team.map(({ name, institution }) => printed(`${name}, ${institution}`, 200)),
      margin: [0, 2, 0, 0],
    },
  ];
};
