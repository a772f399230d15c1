import type { CaseStatus } from "@rembuk/domain/cases/model";
import { shortHolderName } from "@rembuk/domain/cases/short-holder-name";
import type { ClockReading } from "@rembuk/domain/cases/sla";
import { officeDate } from "@rembuk/domain/letters/office-date";
import { withoutLongNumbers } from "@rembuk/domain/reports/papers";

/** Paper speaks Indonesian, whatever language its reader has chosen for the screen. */
export const statusNames: Record<CaseStatus, string> = {
  draft: "Draf",
  received: "Diterima",
  needs_info: "Perlu info",
  lapsed: "Gugur",
  redirected: "Bukan wewenang",
  duplicate: "Digabung",
  archived: "Arsip",
  triaged: "Terverifikasi",
  assigned: "Disposisi",
  declined: "Dikembalikan",
  in_progress: "Proses",
  on_hold: "Menunggu",
  resolved: "Selesai",
  reopened: "Dibuka lagi",
  closed: "Ditutup",
  cancelled: "Dibatalkan",
  anonymised: "Dianonimkan",
};

const roleNames: Readonly<Record<string, string>> = {
  "triage-officer": "Petugas triase",
  "subdistrict-secretary": "Sekretaris kecamatan",
  "subdistrict-head": "Camat",
  "section-head": "Kepala seksi",
  "sector-partner": "Mitra sektor",
  "sector-lead": "Pimpinan sektor",
  "village-head": "Kepala desa",
  "village-officer": "Aparat desa",
  "village-council": "BPD",
  "regency-officer": "Petugas kabupaten",
};
/** A role that has no name here is left out rather than shown as a code. */
export const roleName = (role: string): string => roleNames[role] ?? "";

interface Holder {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string | null;
}

/** "Kasi PMD", "DPMD", "Meja triase", "Desa": who has it, in few letters. */
export const holderName = ({ kind, code, name }: Holder): string => {
  if (code !== null && (kind === "section" || kind === "sector"))
    return shortHolderName(code, name);
  if (kind === "leaders") return "Camat";
  if (kind === "village") return "Desa";
  return kind === "none" ? "-" : "Meja triase";
};

/** "lewat 3 hk", "hari ini", "2 hk lagi", "jeda", "selesai": one clock in few letters. */
export const clockName = ({ state, daysLeft, usedDays }: ClockReading): string => {
  // Late comes before everything else: neither a pause nor an end hides a missed deadline.
  if (daysLeft < 0) return `lewat ${-daysLeft} hk`;
  if (state === "stopped") return `${usedDays} hk`;
  if (state === "held") return "jeda";
  return daysLeft === 0 ? "hari ini" : `${daysLeft} hk lagi`;
};

export const isLate = (clock: ClockReading): boolean => clock.daysLeft < 0;

/** What somebody wrote, on paper: without long numbers, and no longer than there is room for. */
export const printed = (text: string, most: number): string => {
  const plain = withoutLongNumbers(text.replace(/\s+/g, " ").trim());
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
};

/** The SK on whose ground something is done: its number whole, which is the office's own and nobody's NIK. */
export const decreeWords = (decree: {
  readonly number: string;
  readonly subject: string;
}): string => `${decree.number} tentang ${printed(decree.subject, 250)}`;

const hours: Readonly<Record<string, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** An instant as the office's wall has it, for programs that know no zones. */
export const wallTime = (at: Date, zone: string): Date =>
  new Date(at.getTime() + (hours[zone] ?? 7) * 3_600_000);

/** "22 November 2026 pukul 09.14 WITA" */
export const momentName = (at: Date, zone: string): string => {
  const time = wallTime(at, zone).toISOString().slice(11, 16).replace(":", ".");
  return `${officeDate(at, zone).words} pukul ${time} ${zone}`;
};

const shortMonths = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "Mei",
  "Jun",
  "Jul",
  "Agu",
  "Sep",
  "Okt",
  "Nov",
  "Des",
];

/** "22 Nov" */
export const shortDay = (at: Date, zone: string): string => {
  const wall = wallTime(at, zone);
  return `${wall.getUTCDate()} ${shortMonths[wall.getUTCMonth()] ?? ""}`;
};
