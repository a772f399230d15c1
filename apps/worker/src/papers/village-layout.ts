import type { Access, Signal, VillageFacts } from "@rembuk/domain/trips/village-facts";
import type { CaseListItem } from "@rembuk/services/cases/queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { VillageSheet } from "@rembuk/services/reports/village-queries";
import type { Content, TableCell } from "pdfmake/interfaces";
import {
  clockName,
  holderName,
  isLate,
  printed,
  roleName,
  shortDay,
  statusNames,
} from "./paper-words";
import { clockCell, figures, ink, partTitle, quietLine, sheetHead, thinTable } from "./sheet-parts";

const most = { waiting: 5, open: 12, ended: 5, officials: 6 };

const named = (items: readonly CaseListItem[]) => items.filter((item) => !item.isSecret);

const holderOf = (item: CaseListItem): string =>
  holderName({ kind: item.holderKind, code: item.holderCode, name: item.holderName });

const caseRow = (item: CaseListItem): readonly TableCell[] => [
  { text: item.number, noWrap: true },
  { text: printed(item.title, 42) },
  { text: statusNames[item.status] },
  { text: printed(holderOf(item), 18) },
  clockCell(clockName(item.total), isLate(item.total)),
  clockCell(clockName(item.stage), isLate(item.stage)),
];

const cases = (items: readonly CaseListItem[], none: string): Content =>
  items.length === 0
    ? quietLine(none)
    : thinTable(
        ["auto", "*", 66, 74, 52, 52],
        ["Nomor", "Perkara", "Keadaan", "Di tangan", "Waktu total", "Waktu tahap"],
        items.map(caseRow),
      );

const more = (rest: number): Content[] =>
  rest > 0 ? [quietLine(`dan ${rest} lagi yang tidak disebut di sini.`)] : [];

/** What Rembuk does not know is shown as missing, with room to write it down. */
const missing = (name: string): readonly TableCell[] => [
  { text: name },
  { text: "belum tercatat di Rembuk", color: ink.quiet, italics: true },
];

const officials = ({ officials: list }: VillageSheet): Content => {
  const rows = list.slice(0, most.officials).map((one): readonly TableCell[] => [
    { text: printed(one.name, 40), bold: true },
    {
      text: `${roleName(one.role)}${one.acting ? ` (${one.acting === "plt" ? "Plt." : "Plh."})` : ""}`,
    },
  ]);
  return rows.length === 0
    ? quietLine("Belum ada pejabat desa yang bertugas di Rembuk.")
    : thinTable(["*", 84], [], rows);
};

const signalNames: Record<Signal, string> = {
  none: "tidak ada",
  sms: "SMS dan telepon",
  "2g": "2G",
  data: "data",
};
const accessNames: Record<Access, string> = {
  car: "mobil",
  motorcycle: "sepeda motor",
  foot: "jalan kaki",
  boat: "perahu",
  cut: "terputus",
};
/** "2,5 jam dengan mobil; musim hujan sepeda motor" */
const wayOf = ({ hoursToOffice, access, rainyAccess }: VillageFacts): string =>
  `${hoursToOffice.toLocaleString("id-ID")} jam dengan ${accessNames[access]}${
    rainyAccess === access ? "" : `; musim hujan ${accessNames[rainyAccess]}`
  }`;

const known = ({ lastVisit, lastMeeting, facts }: VillageSheet, zone: string): Content => {
  const row = (name: string, value: string | null): readonly TableCell[] =>
    value === null ? missing(name) : [{ text: name }, { text: value, bold: true }];
  return thinTable(
    [92, "*"],
    [],
    [
      row("Kunjungan terakhir", lastVisit && shortDay(lastVisit, zone)),
      row("Rapat terakhir", lastMeeting && shortDay(lastMeeting, zone)),
      row("Sinyal", facts && signalNames[facts.signal]),
      row("Jalan dan akses", facts && wayOf(facts)),
      missing("Bantuan yang berjalan"),
    ],
  );
};

/** Lembar desa: one village on one page. */
export const villageSheet = (head: PaperHead, sheet: VillageSheet): Content[] => {
  const { counts } = sheet;
  const waiting = named(sheet.waiting).slice(0, most.waiting);
  const open = named(sheet.open).slice(0, most.open);
  return [
    sheetHead(head, "Lembar desa", []),
    figures([
      { value: counts.open, label: "kasus terbuka" },
      { value: counts.late, label: "lewat tenggat", isBad: counts.late > 0 },
      { value: counts.waiting, label: "menunggu desa" },
      { value: counts.settled, label: "sudah ditutup" },
    ]),
    partTitle("Menunggu desa"),
    cases(waiting, "Tidak ada yang menunggu desa."),
    ...more(sheet.counts.waiting - waiting.length),
    partTitle("Kasus terbuka", "tenggat terdekat lebih dulu"),
    cases(open, "Tidak ada kasus terbuka."),
    ...more(counts.open - open.length),
    partTitle("Kasus yang berakhir", "yang terakhir diterima lebih dulu"),
    cases(named(sheet.ended).slice(0, most.ended), "Belum ada kasus yang berakhir."),
    {
      columns: [
        { stack: [partTitle("Pejabat dan petugas desa"), officials(sheet)] },
        { stack: [partTitle("Yang diketahui tentang desa"), known(sheet, head.zone)] },
      ],
      columnGap: 20,
    },
  ];
};
