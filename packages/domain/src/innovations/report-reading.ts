import {
  type IidStage,
  type InitiatorType,
  type InnovationForm,
  type InnovationKind,
  type InnovationProfile,
  type ReportRowKey,
  reportRowKeys,
} from "./model";

export type ReportRows = Readonly<Record<ReportRowKey, string>>;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/gu, " ")
    .replace(/[.;]+$/u, "")
    .trim();

const months: readonly (readonly string[])[] = [
  ["januari", "january", "jan"],
  ["februari", "february", "feb", "peb"],
  ["maret", "march", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["agustus", "august", "agu", "aug", "agt"],
  ["september", "sep", "sept"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nop", "nov"],
  ["desember", "december", "des", "dec"],
];
const monthNames = months.map(([name = ""]) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);

const dayOf = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1945;
  return isReal ? at.toISOString().slice(0, 10) : null;
};

/** "01 June 2022", "1 Juni 2022", "1/6/2022" and "2022-06-01" as "2022-06-01"; null: no whole date. */
export const readDay = (text: string): string | null => {
  const words = text
    .toLowerCase()
    .replace(/[\s.,]+/gu, " ")
    .trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(words);
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const named = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(words);
  const month = named ? months.findIndex((names) => names.includes(named[2] ?? "")) : -1;
  return named && month >= 0 ? dayOf(Number(named[3]), month + 1, Number(named[1])) : null;
};

/** "2022-06-01" as "1 Juni 2022". */
export const writeDay = (day: string): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? month} ${year}`;
};

const stageWords: Readonly<Record<IidStage, string>> = {
  initiative: "Inisiatif",
  trial: "Uji Coba",
  adoption: "Penerapan",
};
const formWords: Readonly<Record<InnovationForm, string>> = {
  governance: "Tata kelola pemerintahan daerah",
  "public-service": "Pelayanan publik",
  other: "Inovasi daerah lainnya",
};
const kindWords: Readonly<Record<InnovationKind, string>> = {
  digital: "Digital",
  "non-digital": "Non digital",
  undecided: "Belum ditentukan",
};
export const initiatorWords: Readonly<Record<InitiatorType, string>> = {
  "regional-head": "Kepala Daerah",
  council: "Anggota DPRD",
  agency: "Perangkat Daerah",
  "civil-servant": "ASN",
  community: "Masyarakat",
};

const stagePatterns: Readonly<Record<IidStage, RegExp>> = {
  initiative: /^inisia(tif|si)$/,
  trial: /^uji ?coba$/,
  adoption: /^penerapan$/,
};
const formPatterns: Readonly<Record<InnovationForm, RegExp>> = {
  governance: /^(inovasi )?tata kelola( pemerintahan)?( daerah)?$/,
  "public-service": /^(inovasi )?pelayanan publik$/,
  other: /^(inovasi daerah |bentuk |inovasi )?lainnya( sesuai .*)?$/,
};
const kindPatterns: Readonly<Record<InnovationKind, RegExp>> = {
  digital: /^digital$/,
  "non-digital": /^non ?digital$/,
  undecided: /^belum ditentukan$/,
};
const initiatorPatterns: Readonly<Record<InitiatorType, RegExp>> = {
  "regional-head": /^kepala daerah$/,
  council: /^(anggota )?dprd$/,
  agency: /^(perangkat daerah|opd|skpd)$/,
  "civil-servant": /^(asn|aparatur sipil negara)$/,
  community: /^masyarakat$/,
};

const chosen = <Key extends string>(
  text: string,
  patterns: Readonly<Record<Key, RegExp>>,
): Key | null => {
  const words = plain(text);
  return (Object.keys(patterns) as Key[]).find((key) => patterns[key].test(words)) ?? null;
};

/** "ASN (Siti Aminah)", a type alone, or a name alone. */
const readInitiator = (
  text: string,
): Pick<InnovationProfile, "initiatorType" | "initiatorName"> => {
  const both = /^([^()]+?)\s*\(([\s\S]+)\)$/u.exec(text);
  const type = both ? chosen(both[1] ?? "", initiatorPatterns) : null;
  if (both && type) return { initiatorType: type, initiatorName: (both[2] ?? "").trim() };
  const alone = chosen(text, initiatorPatterns);
  return { initiatorType: alone, initiatorName: alone ? "" : text };
};

const writeInitiator = ({ initiatorType, initiatorName }: InnovationProfile): string => {
  if (initiatorType === null) return initiatorName;
  const word = initiatorWords[initiatorType];
  return initiatorName === "" ? word : `${word} (${initiatorName})`;
};

/** What one row of a report says about the profile. */
const readings: Readonly<Record<ReportRowKey, (text: string) => Partial<InnovationProfile>>> = {
  agency: (agency) => ({ agency }),
  name: (name) => ({ name }),
  iidStage: (text) => ({ iidStage: chosen(text, stagePatterns) }),
  initiator: readInitiator,
  form: (text) => ({ form: chosen(text, formPatterns) }),
  kind: (text) => ({ kind: chosen(text, kindPatterns) }),
  startedOn: (text) => ({ startedOn: readDay(text) }),
  design: (design) => ({ design }),
  purpose: (purpose) => ({ purpose }),
  benefit: (benefit) => ({ benefit }),
  outcome: (outcome) => ({ outcome }),
};

/** Rows whose text stands for something else than itself. */
const coded: readonly ReportRowKey[] = ["iidStage", "initiator", "form", "kind", "startedOn"];

/** The profile with the rows that a report has; rows that it has not stay as they were. */
export const withReport = (
  profile: InnovationProfile,
  rows: Partial<ReportRows>,
): InnovationProfile => {
  let after = profile;
  for (const key of reportRowKeys) {
    const text = rows[key];
    if (text === undefined) continue;
    const written = coded.includes(key) ? { ...after.written, [key]: text } : after.written;
    after = { ...after, ...readings[key](text), written };
  }
  return after;
};

const canonical = (profile: InnovationProfile): ReportRows => ({
  agency: profile.agency,
  name: profile.name,
  iidStage: profile.iidStage ? stageWords[profile.iidStage] : "",
  initiator: writeInitiator(profile),
  form: profile.form ? formWords[profile.form] : "",
  kind: profile.kind ? kindWords[profile.kind] : "",
  startedOn: profile.startedOn ? writeDay(profile.startedOn) : "",
  design: profile.design,
  purpose: profile.purpose,
  benefit: profile.benefit,
  outcome: profile.outcome,
});

/** Does this text say of the profile what the profile says? Then it may stand for it, byte for byte. */
const stillSays = (profile: InnovationProfile, key: ReportRowKey, text: string): boolean =>
  Object.entries(readings[key](text)).every(
    ([field, value]) => profile[field as keyof InnovationProfile] === value,
  );

/** The 11 rows of the report; what was imported stays as it was written, until it is changed. */
export const reportRowsOf = (profile: InnovationProfile): ReportRows => {
  const rows = canonical(profile);
  const kept = coded.flatMap((key) => {
    const text = profile.written[key];
    return text !== undefined && stillSays(profile, key, text) ? [[key, text] as const] : [];
  });
  return { ...rows, ...Object.fromEntries(kept) };
};

/** Why a row does not count as told: blank, said to be open, or written so that nobody can read it. */
export type RowGap = "blank" | "undecided" | "unreadable";

/** Rows that are incomplete, with the reason. */
export const reportGaps = (
  profile: InnovationProfile,
): Readonly<Partial<Record<ReportRowKey, RowGap>>> => {
  const rows = reportRowsOf(profile);
  const gaps: Partial<Record<ReportRowKey, RowGap>> = {};
  for (const key of reportRowKeys) {
    if (rows[key].trim() === "") gaps[key] = "blank";
    else if (key === "kind" && profile.kind === "undecided") gaps[key] = "undecided";
    else if (
      (key === "iidStage" || key === "form" || key === "kind" || key === "startedOn") &&
      profile[key] === null
    )
      gaps[key] = "unreadable";
  }
  return gaps;
};
