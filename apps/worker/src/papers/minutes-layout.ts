import { officeDate } from "@rembuk/domain/letters/office-date";
import type { MeetingElement } from "@rembuk/domain/meetings/model";
import type { MeetingMinutes } from "@rembuk/services/meetings/minutes-queries";
import type { Content, TableCell } from "pdfmake/interfaces";
import { signature } from "../letters/cover-letter-layout";
import { letterhead } from "../letters/letterhead";
import { printed, statusNames } from "./paper-words";
import { partTitle, quietLine, thinTable } from "./sheet-parts";

type Action = MeetingMinutes["meeting"]["actions"][number];

const elementNames: Record<MeetingElement, string> = {
  office: "Perangkat daerah",
  village: "Desa atau kelurahan",
  health: "Tenaga kesehatan",
  education: "Tenaga pendidik",
  partner: "Mitra",
};

const dayWords = (day: string, { office }: MeetingMinutes): string =>
  officeDate(new Date(`${day}T03:00:00Z`), office.zone).words;

const facts = (minutes: MeetingMinutes): Content => {
  const { meeting } = minutes;
  const rows: readonly (readonly [string, string])[] = [
    ["Pokok bahasan", printed(meeting.subject, 200)],
    ["Tanggal", dayWords(meeting.heldOn, minutes)],
    ["Tempat", printed(meeting.place, 200)],
    ["Pimpinan", printed(meeting.chair, 120)],
    ["Bidang", meeting.sectorName],
    ["Program", `tahun ${meeting.programYear}`],
    ["SK", meeting.decreeNumber ?? "belum ada"],
  ];
  return {
    ...{ layout: "noBorders", margin: [0, 0, 0, 4] },
    table: {
      widths: [80, 4, "*"],
      body: rows.map(([name, value]) => [{ text: name }, { text: ":" }, { text: value }]),
    },
  };
};

/** What came of a decision; a case that is secret, or that its reader may not open, is not named. */
const outcome = ({ kase, doneOn, doneWords }: Action, minutes: MeetingMinutes): string => {
  const known = kase === null || kase === "hidden" || kase.isSecret ? null : kase;
  return [
    known ? `Kasus ${known.number}, ${statusNames[known.status].toLowerCase()}` : "",
    doneOn ? `Selesai ${dayWords(doneOn, minutes)}: ${printed(doneWords ?? "", 300)}` : "",
  ]
    .filter((words) => words !== "")
    .join(". ");
};

const decisions = (minutes: MeetingMinutes): Content =>
  thinTable(
    [18, "*", "auto", "auto", 150],
    ["No.", "Keputusan", "Penanggung jawab", "Tenggat", "Tindak lanjut"],
    minutes.meeting.actions.map((one, at): TableCell[] => [
      { text: String(at + 1) },
      { text: printed(one.decision, 500) },
      { text: printed(one.owner, 60) },
      { text: one.dueOn ? dayWords(one.dueOn, minutes) : "-" },
      { text: outcome(one, minutes) || "-" },
    ]),
  );

const people = ({ meeting }: MeetingMinutes): Content =>
  thinTable(
    [18, "*", "*", "auto", 84],
    ["No.", "Nama", "Jabatan", "Unsur", "Tanda tangan"],
    meeting.attendees.map((one, at): TableCell[] => [
      { text: String(at + 1), margin: [0, 5, 0, 5] },
      { text: printed(one.name, 80), margin: [0, 5, 0, 5] },
      { text: printed(one.position, 80), margin: [0, 5, 0, 5] },
      { text: elementNames[one.element], margin: [0, 5, 0, 5] },
      { text: "" },
    ]),
  );

/** Notula rapat: what was said and decided, who was there, with room for each hand. */
export const minutesSheet = (minutes: MeetingMinutes): Content[] => {
  const { meeting, office, signer } = minutes;
  const paragraphs = meeting.minutes.split(/\n+/).filter((text) => text.trim() !== "");
  return [
    letterhead({ office, letterhead: [...minutes.letterhead] }, null),
    {
      ...{ text: "NOTULA RAPAT", bold: true, fontSize: 14, alignment: "center" },
      margin: [0, 0, 0, 10],
    },
    facts(minutes),
    partTitle("Pembahasan"),
    ...paragraphs.map(
      (text): Content => ({
        ...{ text: printed(text.trim(), 8000), alignment: "justify" },
        margin: [0, 0, 0, 5],
      }),
    ),
    partTitle("Keputusan dan tindak lanjut"),
    meeting.actions.length > 0 ? decisions(minutes) : quietLine("Tidak ada yang diputuskan."),
    partTitle("Daftar hadir", `${meeting.attendees.length} orang`),
    people(minutes),
    {
      ...{ margin: [0, 16, 0, 0], unbreakable: true },
      stack: [
        { text: "Pimpinan rapat," },
        { text: `\n\n\n${printed(meeting.chair, 80)}`, bold: true },
      ],
    } as Content,
    ...(signer ? [signature(signer)] : []),
  ];
};
