import { ageStarts } from "@rembuk/domain/calendars/case-spans";
import {
  type CaseOrder,
  caseOrders,
  type DayRange,
  readDayRange,
} from "@rembuk/domain/cases/list-filters";
import { caseStatuses } from "@rembuk/domain/cases/model";
import { isPersonalTerm } from "@rembuk/domain/cases/personal-term";
import type { SavedAddress } from "@rembuk/domain/cases/saved-views";
import {
  type ListColumn,
  type ListGroup,
  listColumns,
  listGroups,
  type QueueLook,
} from "./queue-look";
import {
  holderFilters,
  latenessFilters,
  noFilters,
  type QueueFilters,
  queueViews,
  viewAddress,
} from "./queue-view";

/**
 * The address of the queue: the one place where its words stand. Boards, notices and saved views link
 * by `queueHref`; a word that is here stays, because people keep such links.
 *
 * | Word         | Value                                                             |
 * | ------------ | ----------------------------------------------------------------- |
 * | `tampilan`   | terbuka, giliran, rujukan, lewat, semua                           |
 * | `status`     | statuses of cases, by comma: `received,triaged`                   |
 * | `kecamatan`  | codes of kecamatan: `63.11.07`                                    |
 * | `desa`       | codes of villages: `63.11.07.2009`                                |
 * | `jenis`      | codes of categories: `VIL-FIN`                                    |
 * | `bidang`     | sectors that lead or sections that accompany: `DPMD,KASI_PMD`     |
 * | `unit`       | sector or section that holds it now: `DPMD`                       |
 * | `tenggat`    | late, near (two working days), today, week                        |
 * | `pemegang`   | unowned, desk, leaders, section, sector, village                  |
 * | `umur`       | working days since receipt: 0-3, 4-7, 8-14, 15-30, 31             |
 * | `petugas`    | `saya`, or the id of an officer; never a name                     |
 * | `masuk`      | days of receipt, both included: `2026-11-01..2026-11-15`, `2026-11-01..` |
 * | `jatuhtempo` | days on which the nearer deadline falls, likewise                 |
 * | `eskalasi`   | 1: has risen to the Sekcam or higher                              |
 * | `cari`       | words; what may be a NIK or a phone is never written here         |
 * | `urut`       | tenggat, terbaru, terlama, diubah, nomor                          |
 * | `kelompok`   | tenggat, desa, bidang, tanpa                                      |
 * | `kolom`      | columns in their order: desa, status, waktu, pemegang, jenis, bidang, petugas, masuk, diubah |
 * | `kerapatan`  | rapat                                                             |
 * | `simpanan`   | id of a saved view, or `role-…`; alone it means all that the view holds |
 *
 * Bare, the address means the view that the reader chose to begin with.
 */
export const addressWords = {
  view: "tampilan",
  statuses: "status",
  subdistricts: "kecamatan",
  villages: "desa",
  categories: "jenis",
  sectors: "bidang",
  units: "unit",
  lateness: "tenggat",
  holder: "pemegang",
  age: "umur",
  person: "petugas",
  received: "masuk",
  due: "jatuhtempo",
  isEscalated: "eskalasi",
  text: "cari",
  order: "urut",
} as const satisfies Record<keyof QueueFilters, string>;

/** Words for how the list is shown, beside what it shows. */
export const lookWords = {
  group: "kelompok",
  columns: "kolom",
  density: "kerapatan",
} as const satisfies Record<keyof QueueLook, string>;

export const savedWord = "simpanan";

const groupAddress: Record<ListGroup, string> = {
  due: "tenggat",
  village: "desa",
  sector: "bidang",
  none: "tanpa",
};

const columnAddress: Record<ListColumn, string> = {
  village: "desa",
  status: "status",
  clocks: "waktu",
  holder: "pemegang",
  category: "jenis",
  sector: "bidang",
  officer: "petugas",
  received: "masuk",
  updated: "diubah",
};

/** "4-7", and "31" for all that is older. */
const ageAddress: readonly string[] = ageStarts.map((start, at) => {
  const next = ageStarts[at + 1];
  return next === undefined ? String(start) : `${start}-${next - 1}`;
});

const DENSE = "rapat";

export const orderAddress: Record<CaseOrder, string> = {
  due: "tenggat",
  newest: "terbaru",
  oldest: "terlama",
  updated: "diubah",
  number: "nomor",
};

/** What stands behind the words of an address; null where there is none. */
export type RawAddress = Readonly<Record<string, string | null | undefined>>;

/** A value as it was read, and whether anything of it had to be left out. */
interface Read<Value> {
  readonly value: Value;
  readonly isWhole: boolean;
}

const oneOf = <Value extends string>(
  list: readonly Value[],
  raw: string | null,
): Read<Value | null> => {
  const value = list.find((one) => one === raw) ?? null;
  return { value, isWhole: !raw || value !== null };
};

/** Items of a list, those that look like one. @param most what the server takes */
const several = (raw: string | null, item: RegExp, most: number): Read<readonly string[]> => {
  const given = [...new Set(raw?.split(",").filter(Boolean) ?? [])];
  const value = given.filter((one) => item.test(one)).slice(0, most);
  return { value, isWhole: value.length === given.length };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ME = "saya";

const personIn = (raw: string | null): Read<string | null> => {
  if (!raw) return { value: null, isWhole: true };
  if (raw === ME) return { value: "me", isWhole: true };
  return UUID.test(raw) ? { value: raw, isWhole: true } : { value: null, isWhole: false };
};

const rangeIn = (raw: string | null): Read<DayRange | null> => {
  if (!raw) return { value: null, isWhole: true };
  const [from, to, ...more] = raw.split("..");
  const range = readDayRange({ from: from || undefined, to: to || undefined });
  const isWhole = range !== null && more.length === 0 && raw.includes("..");
  return { value: isWhole ? range : null, isWhole };
};

const rangeOut = (range: DayRange | null): string | null =>
  range && `${range.from ?? ""}..${range.to ?? ""}`;

const statusItem = new RegExp(`^(${caseStatuses.join("|")})$`);
const columnItem = new RegExp(`^(${Object.values(columnAddress).join("|")})$`);
const codeItem = /^[A-Z0-9][A-Z0-9_-]{1,39}$/;

const readAll = (raw: RawAddress) => {
  const at = (name: keyof QueueFilters) => raw[addressWords[name]] || null;
  const view = oneOf(Object.values(viewAddress), at("view"));
  const order = oneOf(Object.values(orderAddress), at("order"));
  const age = oneOf(ageAddress, at("age"));
  const escalated = oneOf(["1"], at("isEscalated"));
  return {
    view: {
      isWhole: view.isWhole,
      value: queueViews.find((one) => viewAddress[one] === view.value) ?? noFilters.view,
    },
    statuses: several(at("statuses"), statusItem, 17),
    subdistricts: several(at("subdistricts"), /^\d\d(\.\d\d){2}$/, 60),
    villages: several(at("villages"), /^\d\d(\.\d\d){2}\.\d{4}$/, 60),
    categories: several(at("categories"), codeItem, 200),
    sectors: several(at("sectors"), codeItem, 60),
    units: several(at("units"), codeItem, 60),
    lateness: oneOf(latenessFilters, at("lateness")),
    holder: oneOf(holderFilters, at("holder")),
    age: {
      isWhole: age.isWhole,
      value: age.value === null ? null : ageAddress.indexOf(age.value),
    },
    person: personIn(at("person")),
    received: rangeIn(at("received")),
    due: rangeIn(at("due")),
    isEscalated: { value: escalated.value === "1", isWhole: escalated.isWhole },
    text: { value: (at("text") ?? "").slice(0, 120), isWhole: true },
    order: {
      isWhole: order.isWhole,
      value: caseOrders.find((one) => orderAddress[one] === order.value) ?? null,
    },
  } satisfies { [Name in keyof QueueFilters]: Read<QueueFilters[Name]> };
};

/**
 * The filters that an address names. What cannot be understood narrows nothing.
 * @returns `ignored`: the words whose value was left out, whole or in part
 */
export function readAddress(raw: RawAddress): {
  readonly filters: QueueFilters;
  readonly ignored: readonly string[];
} {
  const read = readAll(raw);
  const names = Object.keys(read) as (keyof QueueFilters)[];
  const filters = Object.fromEntries(names.map((name) => [name, read[name].value]));
  return {
    filters: filters as unknown as QueueFilters,
    ignored: names.filter((name) => !read[name].isWhole).map((name) => addressWords[name]),
  };
}

/** How the list is shown, from the words of its address. */
export function readLook(raw: RawAddress): {
  readonly look: QueueLook;
  readonly ignored: readonly string[];
} {
  const at = (name: keyof QueueLook) => raw[lookWords[name]] || null;
  const group = oneOf(Object.values(groupAddress), at("group"));
  const columns = several(at("columns"), columnItem, listColumns.length);
  const density = oneOf([DENSE], at("density"));
  const chosen = columns.value.flatMap(
    (word) => listColumns.find((column) => columnAddress[column] === word) ?? [],
  );
  const isWhole = { group: group.isWhole, columns: columns.isWhole, density: density.isWhole };
  const names = Object.keys(lookWords) as (keyof QueueLook)[];
  return {
    look: {
      group: listGroups.find((one) => groupAddress[one] === group.value) ?? null,
      columns: chosen.length > 0 ? chosen : null,
      density: density.value === DENSE ? "dense" : "roomy",
    },
    ignored: names.filter((name) => !isWhole[name]).map((name) => lookWords[name]),
  };
}

/** The words for how the list is shown; null leaves the address. */
export function writeLook({ group, columns, density }: QueueLook): Record<string, string | null> {
  return {
    [lookWords.group]: group && groupAddress[group],
    [lookWords.columns]: columns && listOut(columns.map((column) => columnAddress[column])),
    [lookWords.density]: density === "dense" ? DENSE : null,
  };
}

const listOut = (values: readonly string[]): string | null => values.join(",") || null;

/** The words and values for filters; null leaves the address. */
export function writeAddress(filters: QueueFilters): Record<string, string | null> {
  const { view, person, text, order, isEscalated } = filters;
  const words: { [Name in keyof QueueFilters]: string | null } = {
    // Written also where it is the usual one: a bare address is where a person's own start stands.
    view: viewAddress[view],
    statuses: listOut(filters.statuses),
    subdistricts: listOut(filters.subdistricts),
    villages: listOut(filters.villages),
    categories: listOut(filters.categories),
    sectors: listOut(filters.sectors),
    units: listOut(filters.units),
    lateness: filters.lateness,
    holder: filters.holder,
    age: filters.age === null ? null : (ageAddress[filters.age] ?? null),
    person: person === "me" ? ME : person,
    received: rangeOut(filters.received),
    due: rangeOut(filters.due),
    isEscalated: isEscalated ? "1" : null,
    text: text.trim() && !isPersonalTerm(text) ? text : null,
    order: order && orderAddress[order],
  };
  const names = Object.keys(words) as (keyof QueueFilters)[];
  return Object.fromEntries(names.map((name) => [addressWords[name], words[name]]));
}

type Words = Readonly<Record<string, string | null | undefined>>;

const hrefOf = (words: Words): string => {
  const pairs = Object.entries(words).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/antrean?${new URLSearchParams(pairs).toString()}`;
};

/** A link to the queue for what is to be seen there; what is not given does not narrow. */
export const queueHref = (filters: Partial<QueueFilters>): string =>
  hrefOf(writeAddress({ ...noFilters, ...filters }));

/** A link to a saved view. @param key its id, or the name of one that comes with a role */
export const savedHref = (key: string, address: Words): string =>
  hrefOf({ ...writeAddress(noFilters), ...address, [savedWord]: key });

/** What a saved view keeps: all but the words that were searched for. */
export function savedAddressOf(filters: QueueFilters, look: QueueLook): SavedAddress {
  const words = { ...writeAddress({ ...filters, text: "" }), ...writeLook(look) };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null));
}
