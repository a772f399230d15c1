import type { BoardCase } from "@rembuk/services/reports/case-queries";
import type { MeetingFacts, PlaceAsks } from "@rembuk/services/reports/meeting-queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TableCell } from "pdfmake/interfaces";
import { clockName, holderName, isLate, printed, shortDay } from "./paper-words";
import { clockCell, figures, ink, partTitle, quietLine, sheetHead, thinTable } from "./sheet-parts";

/** So many lines fit on the one page, whatever the board holds. */
const most = { decisions: 5, late: 9, places: 24, quietPlaces: 30 };

interface Decision {
  readonly what: string;
  readonly kase: BoardCase;
}

/** What only a leader can move: nobody owns it, it was raised, it is late for longest; each case once. */
const decisionsOf = ({ unowned, escalated, late }: MeetingFacts): readonly Decision[] => {
  const own = unowned.map((kase) => ({ what: "Tunjuk penanggung jawab", kase }));
  const raised = escalated.map((kase) => ({
    ...{ what: `Putuskan, naik ke tingkat ${kase.escalationLevel}`, kase },
  }));
  const longest = late.map((kase) => ({ what: "Tetapkan jalan keluar dan tanggalnya", kase }));
  // Some of each kind before more of one.
  const all: Decision[] = [
    ...[...own.slice(0, 2), ...raised.slice(0, 2), ...longest.slice(0, 1)],
    ...[...own.slice(2), ...raised.slice(2)],
  ];
  const first = new Map(all.toReversed().map((one) => [one.kase.id, one]));
  return all.filter((one) => first.get(one.kase.id) === one).slice(0, most.decisions);
};

const decisionRow = ({ what, kase }: Decision, at: number): readonly TableCell[] => [
  { text: String(at + 1), bold: true, color: ink.brand },
  {
    stack: [
      { text: what, bold: true },
      {
        text: `${kase.number} · ${printed(kase.title, 50)} · ${kase.villageName}`,
        color: ink.quiet,
        fontSize: 7.5,
      },
    ],
  },
  { text: "" },
];

const decisions = (facts: MeetingFacts): Content[] => {
  const list = decisionsOf(facts);
  if (list.length === 0)
    return [partTitle("Perlu keputusan"), quietLine("Tidak ada yang menunggu keputusan.")];
  return [
    partTitle("Perlu keputusan"),
    thinTable([12, 300, "*"], ["", "", "Keputusan rapat, siapa, kapan"], list.map(decisionRow)),
  ];
};

const lateRow = (kase: BoardCase): readonly TableCell[] => [
  { text: kase.number, noWrap: true },
  { text: printed(kase.title, 40) },
  { text: printed(kase.villageName, 22) },
  { text: printed(holderName(kase.holder), 18), bold: true },
  clockCell(clockName(kase.total), isLate(kase.total)),
  clockCell(clockName(kase.stage), isLate(kase.stage)),
];

const lateCases = ({ board, late }: MeetingFacts): Content[] => {
  const shown = late.slice(0, most.late);
  const rest = board.late - shown.length;
  if (board.late === 0)
    return [partTitle("Lewat tenggat"), quietLine("Tidak ada kasus yang lewat tenggat.")];
  const hands = board.holders
    .filter((holder) => holder.late > 0)
    .sort((a, b) => b.late - a.late)
    .slice(0, 6)
    .map((holder) => `${holderName(holder)} ${holder.late}`)
    .join(" · ");
  return [
    partTitle("Lewat tenggat, di tangan siapa", printed(hands, 110)),
    ...(shown.length > 0
      ? [
          thinTable(
            ["auto", "*", 80, 74, 52, 52],
            ["Nomor", "Perkara", "Desa", "Di tangan", "Waktu total", "Waktu tahap"],
            shown.map(lateRow),
          ),
        ]
      : []),
    ...(rest > 0 ? [quietLine(`dan ${rest} lagi yang tidak disebut di sini.`)] : []),
  ];
};

const asksText = ({ asks, open }: PlaceAsks, room: number): string => {
  const [first, second] = asks;
  const parts = [first, second].flatMap((one) => (one ? [`${one.category} ${one.cases}`] : []));
  const told = (first?.cases ?? 0) + (second?.cases ?? 0);
  if (open > told) parts.push(`lainnya ${open - told}`);
  return printed(parts.join(", "), room);
};

const placeRow = (place: PlaceAsks, room: number): readonly TableCell[] => [
  { text: printed(place.name, 20), bold: true, noWrap: true },
  { text: String(place.open), alignment: "right" },
  place.late > 0
    ? { text: String(place.late), alignment: "right", color: ink.bad, bold: true }
    : { text: "-", alignment: "right", color: ink.quiet },
  { text: asksText(place, room), color: ink.quiet, fontSize: 7 },
];

/** An office that serves several kecamatan reads them, not their villages. */
const bySubdistrict = (places: readonly PlaceAsks[]): readonly PlaceAsks[] => {
  const codes = [...new Set(places.map((place) => place.subdistrictCode))];
  if (codes.length <= 1) return places;
  return codes.flatMap((code) => {
    const own = places.filter((place) => place.subdistrictCode === code);
    const [first] = own;
    if (!first) return [];
    const counts = new Map<string, number>();
    for (const { category, cases } of own.flatMap((place) => place.asks))
      counts.set(category, (counts.get(category) ?? 0) + cases);
    const sum = (key: "open" | "late" | "near") => own.reduce((n, place) => n + place[key], 0);
    const asks = [...counts]
      .map(([category, cases]) => ({ category, cases }))
      .sort((a, b) => b.cases - a.cases);
    return [
      {
        ...first,
        name: first.within,
        open: sum("open"),
        late: sum("late"),
        near: sum("near"),
        asks,
      },
    ];
  });
};

/** A kecamatan of usual size has room for two lines a village. */
const roomFor = (places: number): number => (places <= 16 ? 56 : 30);

const half = (rows: readonly PlaceAsks[], room: number): Content =>
  thinTable(
    [76, 22, 20, "*"],
    ["", "buka", "lewat", "Yang diminta"],
    rows.map((place) => placeRow(place, room)),
  );

const placesPart = (facts: MeetingFacts): Content[] => {
  const all = bySubdistrict(facts.places);
  const isMany = all.length < facts.places.length;
  const busy = all
    .filter((place) => place.open > 0)
    .sort((a, b) => b.late - a.late || b.open - a.open);
  const shown = busy.slice(0, most.places);
  const room = roomFor(shown.length);
  const middle = Math.ceil(shown.length / 2);
  const calm = all.filter((place) => place.open === 0).map((place) => place.name);
  const notes = [
    ...(busy.length > shown.length
      ? [`${busy.length - shown.length} lagi dengan kasus terbuka tidak disebut di sini.`]
      : []),
    ...(calm.length > 0
      ? [`Tanpa kasus terbuka: ${printed(calm.slice(0, most.quietPlaces).join(", "), 260)}.`]
      : []),
  ];
  return [
    partTitle(isMany ? "Yang diminta tiap kecamatan" : "Yang diminta tiap desa"),
    ...(shown.length > 0
      ? [
          {
            columns: [half(shown.slice(0, middle), room), half(shown.slice(middle), room)],
            columnGap: 16,
          },
        ]
      : []),
    ...notes.map(quietLine),
  ];
};

/** Bahan rapat: what is late and in whose hands, what each place asks, what is to be decided; one page. */
export const meetingSheet = (head: PaperHead, facts: MeetingFacts): Content[] => {
  const { board, period } = facts;
  const span = `Masa ${period.days} hari: ${shortDay(period.from, head.zone)} sampai ${shortDay(head.madeAt, head.zone)}`;
  return [
    sheetHead(head, "Bahan rapat", [span]),
    figures([
      { value: board.open, label: "kasus terbuka" },
      { value: board.late, label: "lewat tenggat", isBad: board.late > 0 },
      { value: board.dueToday, label: "jatuh tempo 24 jam" },
      { value: board.unowned, label: "tanpa penanggung jawab", isBad: board.unowned > 0 },
      { value: board.escalated, label: "naik tingkat" },
      {
        value: `${period.received} / ${period.settled}`,
        label: `masuk / selesai ${period.days} hari`,
      },
    ]),
    ...decisions(facts),
    ...lateCases(facts),
    ...placesPart(facts),
  ];
};
