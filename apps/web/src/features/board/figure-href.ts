import type { BoardFigure } from "./board-data";
import { caseListHref } from "./case-list-href";

const FIGURE = "/papan/kasus";

const textOf = (figure: BoardFigure): [string, string | undefined][] => [
  ["desa", figure.villages?.join(",")],
  ["kecamatan", figure.subdistrict],
  ["jenis", figure.categories?.join(",")],
  ["di", figure.holderKind],
  ["pemegang", figure.holderCode],
  ["tenggat", figure.lateness],
  ["tanpa", figure.unowned ? "1" : undefined],
  ["naik", figure.escalated ? "1" : undefined],
  ["umur", figure.age?.toString()],
  ["gerak", figure.moved],
  ["sejak", figure.since],
];

/** What the queue can filter by itself is opened there, where one can act. */
const queueHref = (figure: BoardFigure): string | null => {
  const { subdistrict, villages, categories, lateness, escalated, unowned, ...rest } = figure;
  const { holderKind, holderCode, ...unknown } = rest;
  if (Object.values(unknown).some((value) => value !== undefined)) return null;
  // The queue knows days and no working days, and one kind of hands at a time.
  if (lateness === "near" || (unowned && holderKind)) return null;
  return caseListHref({
    ...{ villages, categories, lateness, holder: unowned ? "unowned" : holderKind },
    subdistricts: subdistrict ? [subdistrict] : undefined,
    units: holderCode ? [holderCode] : undefined,
    escalated: escalated ? true : undefined,
  });
};

/** The address of the cases behind a figure of the board: exactly those it counts. */
export const figureHref = (figure: BoardFigure): string => {
  const queue = queueHref(figure);
  if (queue) return queue;
  const query = textOf(figure).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `${FIGURE}?${new URLSearchParams(query).toString()}`;
};

const listOf = (text: string | null, most: number): string[] | undefined =>
  text?.split(",").filter(Boolean).slice(0, most);

const sinceOf = (text: string | null): BoardFigure["since"] =>
  text === "today" || /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? (text ?? undefined) : undefined;

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | undefined =>
  allowed.find((value) => value === text);

/** Reads such an address; what it does not know, it leaves out. */
export const parseFigure = (query: URLSearchParams): BoardFigure => {
  const age = Number.parseInt(query.get("umur") ?? "", 10);
  return {
    villages: listOf(query.get("desa"), 60),
    categories: listOf(query.get("jenis"), 200),
    subdistrict: query.get("kecamatan")?.slice(0, 8) ?? undefined,
    holderKind: oneOf(["desk", "leaders", "section", "sector", "village"], query.get("di")),
    holderCode: query.get("pemegang")?.slice(0, 40) ?? undefined,
    lateness: oneOf(["late", "near", "today", "week"], query.get("tenggat")),
    unowned: query.get("tanpa") === "1" || undefined,
    escalated: query.get("naik") === "1" || undefined,
    age: age >= 0 && age <= 4 ? age : undefined,
    moved: oneOf(["received", "settled"], query.get("gerak")),
    since: sinceOf(query.get("sejak")),
  };
};
