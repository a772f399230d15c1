import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import { checkMembers } from "@rembuk/domain/beneficiaries/registering";
import type { ReadFamily } from "@rembuk/domain/onboarding/family-rows";
import { type FamilyFindings, mostNamedSimilar } from "@rembuk/domain/onboarding/findings";
import { mostNamedProblems } from "@rembuk/domain/onboarding/model";
import { insertFamilies, type WrittenFamily } from "../beneficiaries/family-store";
import { registryToday } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import {
  lockImport,
  moveImport,
  noteProgress,
  type StoredImport,
  sealFindings,
} from "./import-store";
import { type ImportWork, type Mark, readOnce } from "./import-work";
import {
  deleteImportedFamilies,
  findKnownFamilies,
  isFamilyImportWorkedOn,
  type KnownFamilies,
} from "./imported-family-store";
import { type FamilyList, readFamilies } from "./read-families";
import { unknownWords } from "./read-sheet";

/** Families of one look into the registry. */
const chunkSize = 200;

const compareAll = async (
  ctx: ServiceContext,
  row: StoredImport,
  families: readonly ReadFamily[],
): Promise<KnownFamilies> => {
  const all = {
    known: new Set<number>(),
    similar: new Set<number>(),
    elsewhere: new Set<number>(),
  };
  for (let at = 0; at < families.length; at += chunkSize) {
    const chunk = families.slice(at, at + chunkSize);
    const found = await inTransaction(ctx, (tx) =>
      findKnownFamilies(tx, ctx, row.subdistrictCode, chunk),
    );
    for (const name of ["known", "similar", "elsewhere"] as const)
      for (const at of found[name]) all[name].add(at);
  }
  return all;
};

const membersIn = (families: readonly ReadFamily[]): number =>
  families.reduce((sum, { members }) => sum + members.length, 0);

const findingsOf = (
  { sheet, families, problems, villages }: FamilyList,
  { known, similar, elsewhere }: KnownFamilies,
): FamilyFindings => {
  const fresh = families.filter(({ firstRow }) => !known.has(firstRow));
  const unknown = problems.filter(({ code }) => code === "VILLAGE_UNKNOWN");
  const members = fresh.flatMap((family) => family.members);
  return {
    ...{ headings: sheet.headings, columns: sheet.columns, rows: sheet.data.length },
    ...{ ready: members.length, families: fresh.length },
    withoutNik: members.filter(({ nik }) => nik === null).length,
    known: membersIn(families) - members.length,
    rowsWithProblems: new Set(problems.map(({ row }) => row)).size,
    problems: problems.slice(0, mostNamedProblems),
    problemCount: problems.length,
    similar: [...similar].sort((a, b) => a - b).slice(0, mostNamedSimilar),
    similarCount: similar.size,
    elsewhere: elsewhere.size,
    villages: unknownWords(sheet, "village", new Set(unknown.map(({ row }) => row)), villages),
  };
};

const check = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  const list = await readFamilies(ctx, row);
  const findings = findingsOf(list, await compareAll(ctx, row, list.families));
  await moveImport(ctx.db, row.id, ["checking"], {
    status: "checked",
    findingsSealed: sealFindings(ctx, row.id, findings),
    // Those that are known are looked at again too, and left out.
    rowsTotal: findings.ready === 0 ? 0 : membersIn(list.families),
    ...{ rowsDone: 0, lastRow: 0, failure: null, tries: 0 },
  });
};

/** A family as it is written, its members checked like those that are entered by hand. */
const written = (ctx: ServiceContext, row: StoredImport, family: ReadFamily): WrittenFamily => {
  const { villageCode, members } = family;
  const [first] = members;
  const facts = { today: registryToday(ctx), demo: ctx.demo, subdistrictCode: row.subdistrictCode };
  return {
    ...{ householdId: ctx.newId(), importId: row.id, villageCode },
    familyCardNumber: first?.familyCardNumber ?? null,
    ...{ hamlet: first?.hamlet ?? "", rt: first?.rt ?? "", rw: first?.rw ?? "" },
    address: first?.address ?? "",
    members: checkMembers(members, facts).map((one, position) => ({
      ...one,
      ...{ id: ctx.newId(), aliases: members[position]?.aliases ?? [], villageCode, position },
      ...{ createdById: ctx.actor.userId, status: "living" as const },
    })),
  };
};

/** Families, their events and the mark how far it is, in one transaction. */
const takeFamilies = (
  ctx: ServiceContext,
  row: StoredImport,
  families: readonly ReadFamily[],
  { after, done }: Mark,
): Promise<number | null> =>
  inTransaction(ctx, async (tx) => {
    const held = await lockImport(tx, row.id, after);
    if (!held) return null;
    const { known, similar } = await findKnownFamilies(tx, ctx, row.subdistrictCode, families);
    const wanted = families.filter(
      ({ firstRow }) => !known.has(firstRow) && (held.takesSimilar || !similar.has(firstRow)),
    );
    const added = await insertFamilies(
      tx,
      ctx,
      wanted.map((family) => written(ctx, row, family)),
    );
    const events = added.map(({ householdId, villageCode, members }) =>
      registryEvent("household.registered", householdId, {
        ...{ villageCode, members: members.length, version: 0 },
      }),
    );
    if (events.length > 0) await recordEvents(tx, ctx, events, null, {});
    const lastRow = families.at(-1)?.firstRow ?? after;
    await noteProgress(tx, row.id, {
      ...{ done: done + membersIn(families), lastRow, made: added.length },
      leftOut: membersIn(families) - membersIn(wanted),
    });
    return lastRow;
  });

/** Of a list what is taken over; the sheet itself is let go. */
const families = readOnce(async (ctx, row) => (await readFamilies(ctx, row)).families);

/** A list of families from Excel: each household with all of its members. */
export const familyImport: ImportWork = {
  check,
  async open(ctx, row) {
    const left = (await families(ctx, row)).filter(({ firstRow }) => firstRow > row.lastRow);
    return {
      sizes: left.map(({ members }) => members.length),
      take: (from, to, mark) => takeFamilies(ctx, row, left.slice(from, to), mark),
    };
  },
  isWorkedOn: isFamilyImportWorkedOn,
  remove: deleteImportedFamilies,
};
