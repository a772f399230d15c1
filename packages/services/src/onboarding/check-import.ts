import { utcOffsetHours } from "@rembuk/domain/calendars/zone";
import { tellingWords } from "@rembuk/domain/cases/duplicates";
import {
  mostNamedSimilar,
  type RegisterFindings,
  type SimilarRow,
} from "@rembuk/domain/onboarding/findings";
import { groupedBy } from "@rembuk/domain/onboarding/grouping";
import { isSameMatter } from "@rembuk/domain/onboarding/importing";
import { mostNamedProblems } from "@rembuk/domain/onboarding/model";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { moveImport, type StoredImport, sealFindings } from "./import-store";
import { findKnownRows, findNearCases } from "./imported-case-store";
import { type ReadRow, type Register, readRegister } from "./read-register";
import { unknownWords } from "./read-sheet";

const chunkSize = 500;

const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / chunkSize) }, (_, at) =>
    all.slice(at * chunkSize, (at + 1) * chunkSize),
  );

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Rows that are like a case of the same village and day, by the row's number. */
export const findSimilar = async (
  ctx: ServiceContext,
  row: StoredImport,
  { calendar }: Pick<Register, "calendar">,
  rows: readonly ReadRow[],
): Promise<ReadonlyMap<number, SimilarRow>> => {
  const offsetHours = utcOffsetHours(calendar.zone);
  const about = { importId: row.id, subdistrictCode: row.subdistrictCode, offsetHours };
  const wanted = rows.map((r) => ({ villageCode: r.row.villageCode, day: r.row.receivedOn }));
  const near = await inTransaction(ctx, (tx) => findNearCases(tx, about, wanted));
  const byPlace = groupedBy(near, (c) => `${c.villageCode} ${c.day}`);
  const found = new Map<number, SimilarRow>();
  for (const { row: r } of rows) {
    const mine = tellingWords(r.title);
    const like = byPlace
      .get(`${r.villageCode} ${r.receivedOn}`)
      ?.find((c) => isSameMatter(mine, tellingWords(c.title)));
    if (like) found.set(r.row, { row: r.row, number: like.number });
  }
  return found;
};

const knownOf = async (ctx: ServiceContext, row: StoredImport, rows: readonly ReadRow[]) => {
  const known = await inTransaction(ctx, (tx) =>
    findKnownRows(
      tx,
      row.subdistrictCode,
      rows.map(({ fingerprint }) => fingerprint),
    ),
  );
  return rows.filter(({ fingerprint }) => known.has(hexOf(fingerprint)));
};

const periodOf = (rows: readonly ReadRow[]) => {
  const days = rows.map(({ row }) => row.receivedOn).sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
};

const findingsOf = async (
  ctx: ServiceContext,
  row: StoredImport,
  register: Register,
): Promise<RegisterFindings> => {
  const known = new Set<ReadRow>();
  const similar: SimilarRow[] = [];
  for (const chunk of chunks(register.ready)) {
    for (const one of await knownOf(ctx, row, chunk)) known.add(one);
    const fresh = chunk.filter((one) => !known.has(one));
    similar.push(...(await findSimilar(ctx, row, register, fresh)).values());
  }
  const ready = register.ready.filter((one) => !known.has(one));
  const { problems, headings, columns, data } = register;
  const rowsOf = (code: string) =>
    new Set(problems.filter((p) => p.code === code).map((p) => p.row));
  const settled = ready.filter((one) => one.row.status === "closed").length;
  return {
    ...{ headings, columns, rows: data.length, ready: ready.length, settled },
    ...{ open: ready.length - settled, ...periodOf(ready), known: known.size },
    rowsWithProblems: new Set(problems.map((p) => p.row)).size,
    problems: problems.slice(0, mostNamedProblems),
    problemCount: problems.length,
    similar: similar.slice(0, mostNamedSimilar),
    similarCount: similar.length,
    villages: unknownWords(register, "village", rowsOf("VILLAGE_UNKNOWN"), register.villages),
    categories: unknownWords(
      register,
      "category",
      rowsOf("CATEGORY_UNKNOWN"),
      register.categories.map(({ code, name }) => ({ code, name })),
    ),
  };
};

/** The dry run: reads the file, changes nothing but what is known of it. @throws as readRegister */
export const checkImport = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  const register = await readRegister(ctx, row);
  const findings = await findingsOf(ctx, row, register);
  await moveImport(ctx.db, row.id, ["checking"], {
    status: "checked",
    findingsSealed: sealFindings(ctx, row.id, findings),
    rowsTotal: register.ready.length,
    rowsDone: 0,
    lastRow: 0,
    failure: null,
    tries: 0,
  });
};
