import { officeDate } from "@rembuk/domain/letters/office-date";
import type { BatchReport } from "@rembuk/services/coaching/paper-queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TableCell } from "pdfmake/interfaces";
import { printed } from "./paper-words";
import { figures, ink, partTitle, quietLine, sheetHead, thinTable } from "./sheet-parts";

type Zone = Parameters<typeof officeDate>[1];
type Engagement = BatchReport["engagements"][number];

const engagementNames: Readonly<Record<Engagement["status"], string>> = {
  planned: "Direncanakan",
  active: "Berjalan",
  monitoring: "Dipantau",
  completed: "Selesai",
  lapsed: "Terhenti",
  cancelled: "Dibatalkan",
};
const commitmentNames: Readonly<Record<Engagement["commitments"][number]["status"], string>> = {
  proposed: "Diusulkan",
  agreed: "Disepakati",
  in_progress: "Dikerjakan",
  overdue: "Lewat tenggat",
  evidence_submitted: "Bukti diserahkan",
  returned: "Bukti dikembalikan",
  verified: "Terbukti",
  dropped: "Dilepas",
};

const day = (text: string): string => officeDate(new Date(`${text}T03:00:00Z`), "WIB").words;

const attendance = (one: Engagement, zone: Zone): Content[] =>
  one.sessions.flatMap((session): Content[] => {
    const when = officeDate(session.startsAt, zone).words;
    const rows = session.attendance?.institutions ?? [];
    if (rows.length === 0) return [quietLine(`Sesi ${when}: belum ada catatan hadir`)];
    const who = rows.map(({ institution, present, reason }) =>
      present.length > 0
        ? `${institution}: ${present.join(", ")}`
        : `${institution}: tidak hadir (${reason ?? "-"})`,
    );
    return [quietLine(printed(`Sesi ${when}. ${who.join("; ")}`, 600))];
  });

const commitments = (one: Engagement): Content[] => {
  if (one.commitments.length === 0) return [quietLine("Belum ada komitmen.")];
  return [
    thinTable(
      ["*", 110, 75, 80],
      ["Komitmen", "Pemilik", "Tenggat", "Keadaan"],
      one.commitments.map(({ text, ownerName, dueOn, status, isLate }): TableCell[] => [
        { text: printed(text, 300) },
        { text: printed(ownerName, 80) },
        { text: day(dueOn), noWrap: true },
        isLate
          ? { text: `${commitmentNames[status]}, terlambat`, color: ink.bad, bold: true }
          : { text: commitmentNames[status] },
      ]),
    ),
  ];
};

const place = (one: Engagement, zone: Zone): Content[] => [
  partTitle(printed(one.placeName, 120), engagementNames[one.status]),
  { text: printed(one.innovations.map(({ name }) => name).join(", "), 300) },
  quietLine(`Camat: ${printed(one.leaders.map(({ name }) => name).join(", lalu ") || "-", 200)}`),
  ...attendance(one, zone),
  ...(one.plan
    ? [quietLine(`Rencana Pengembangan: ${printed(one.plan.direction, 300)}`)]
    : [quietLine("Rencana Pengembangan belum ditulis.")]),
  ...commitments(one),
];

/** Laporan angkatan: the whole in numbers, then each kecamatan with sessions, plan and commitments. */
export const batchReportSheet = (
  head: PaperHead,
  { batch, engagements }: BatchReport,
): Content[] => {
  const all = engagements.flatMap((one) => one.commitments).filter((c) => c.status !== "dropped");
  const sessions = engagements.flatMap((one) => one.sessions);
  const period = `${day(batch.startsOn)} sampai ${day(batch.endsOn)}`;
  const late = all.filter((one) => one.isLate).length;
  return [
    sheetHead(head, "Laporan angkatan pembinaan", [period]),
    { text: printed(batch.title, 200), bold: true, fontSize: 12, margin: [0, 9, 0, 0] },
    quietLine(printed(`${batch.award.name}, ${batch.award.giver}`, 200)),
    figures([
      { value: engagements.length, label: "kecamatan" },
      { value: engagements.flatMap((one) => one.innovations).length, label: "inovasi" },
      {
        value: sessions.filter(({ attendance: held }) => held !== null).length,
        label: "sesi terlaksana",
      },
      { value: all.length, label: "komitmen" },
      { value: all.filter(({ status }) => status === "verified").length, label: "terbukti" },
      { value: late, label: "terlambat", isBad: late > 0 },
    ]),
    ...engagements.flatMap((one) => place(one, head.zone as Zone)),
  ];
};
