import { holds } from "@rembuk/domain/access/policy";
import type { Role } from "@rembuk/domain/access/roles";
import { sections } from "@rembuk/domain/cases/routing";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ReadPeopleInput } from "@rembuk/domain/onboarding/commands";
import { mostPeopleRows } from "@rembuk/domain/onboarding/model";
import {
  type PeopleProblem,
  type PeopleReading,
  type PeopleRow,
  peopleColumns,
  readPeopleRow,
} from "@rembuk/domain/onboarding/people-rows";
import { cellText } from "@rembuk/domain/onboarding/sheet-cells";
import { assignableRoles } from "@rembuk/domain/staff/appointment";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { readWorkbook, type SheetRow, workbookBytes } from "../integrations/workbook";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { listSectorOptions } from "../staff/sector-queries";
import { findAccounts, type KnownAccount } from "./people-queries";

/** new: an account is made; role: the account is there, the role is not; known: nothing is left to do. */
export type PersonState = "new" | "role" | "known";

export interface PersonToInvite extends PeopleRow {
  readonly state: PersonState;
  /** Of the account that is there. */
  readonly userId: string | null;
}

export interface PeopleList {
  readonly people: readonly PersonToInvite[];
  readonly problems: readonly PeopleProblem[];
  /** The day from which the roles run. */
  readonly startsOn: string;
}

const rowsAbove = 10;

const readingFor = async (
  ctx: ServiceContext,
  areaCode: string,
  headings: readonly string[],
): Promise<PeopleReading> => {
  const columns = peopleColumns(headings);
  if (columns.name === null || columns.role === null)
    throw new DomainError("invalid", "PEOPLE_COLUMNS_MISSING");
  const named = new Map((await listSectorOptions(ctx)).map((s) => [s.code, s.name]));
  return {
    columns,
    subdistrictCode: areaCode,
    villages: await listVillages(ctx.db, areaCode),
    sections: sections
      .filter((code) => code !== "SEKCAM")
      .map((code) => ({ code, name: (named.get(code) ?? code).replace(/^(kasi|seksi)\s+/i, "") })),
    assignable: holds(ctx.actor, "user.assign") ? assignableRoles(ctx.actor) : [],
  };
};

const readAll = (data: readonly SheetRow[], reading: PeopleReading) => {
  const rows: PeopleRow[] = [];
  const problems: PeopleProblem[] = [];
  const taken = new Set<string>();
  for (const { cells, row } of data) {
    const read = readPeopleRow(cells, row, reading, taken);
    if ("problems" in read) problems.push(...read.problems);
    else {
      rows.push(read.row);
      taken.add(read.row.username);
    }
  }
  return { rows, problems };
};

const hasRole = (account: KnownAccount, { role, areaCode, sectorCode }: PeopleRow): boolean =>
  account.assignments.some(
    (a) => (a.role as Role) === role && a.areaCode === areaCode && a.sectorCode === sectorCode,
  );

/** The account of this row, or why another person's stands in its way. */
const settle = (
  row: PeopleRow,
  accounts: readonly KnownAccount[],
): PersonToInvite | PeopleProblem => {
  const known = accounts.find((a) => a.username === row.username);
  if (known && known.displayName !== row.name)
    return { row: row.row, field: "username", code: "USERNAME_TAKEN" };
  const others = accounts.filter((a) => a.id !== known?.id);
  if (row.phone && others.some((a) => a.phone === row.phone))
    return { row: row.row, field: "phone", code: "PHONE_TAKEN" };
  if (row.email && others.some((a) => a.email === row.email))
    return { row: row.row, field: "email", code: "EMAIL_TAKEN" };
  const state = known ? (hasRole(known, row) ? "known" : "role") : "new";
  return { ...row, state, userId: known?.id ?? null };
};

/**
 * The dry run of a list of people: what would be made of each row, or all that keeps it out. The same
 * file again finds everybody known.
 * @throws forbidden; invalid WORKBOOK_*, PEOPLE_COLUMNS_MISSING
 */
export const readPeople = async (
  ctx: ServiceContext,
  { areaCode, text }: ReadPeopleInput,
): Promise<PeopleList> => {
  requireInArea(ctx, "user.invite", areaCode);
  requireInArea(ctx, "user.assign", areaCode);
  const sheet = await readWorkbook(workbookBytes(text), mostPeopleRows + rowsAbove);
  const at = sheet.findIndex(({ cells }) => {
    const columns = peopleColumns(cells.map(cellText));
    return columns.name !== null && columns.role !== null;
  });
  const headings = (sheet[at]?.cells ?? []).map(cellText);
  const reading = await readingFor(ctx, areaCode, headings);
  const { rows, problems } = readAll(sheet.slice(at + 1), reading);
  const accounts = await findAccounts(ctx, rows);
  const settled = rows.map((row) => settle(row, accounts));
  const people = settled.filter((one): one is PersonToInvite => "state" in one);
  const clashes = settled.filter((one): one is PeopleProblem => !("state" in one));
  return {
    people,
    problems: [...problems, ...clashes].sort((a, b) => a.row - b.row),
    startsOn: officeToday(ctx.now()),
  };
};
