import { connect, connectReads } from "@rembuk/db/client";
import { listVillages, loadSectorNames } from "@rembuk/services/areas/queries";
import { officeCalendar } from "@rembuk/services/calendars/queries";
import { type DemoAccount, demoAccounts, type Village } from "./accounts";
import type { PlannedCase } from "./case-act";
import { Cast } from "./cast";
import { loadCategoryFacts } from "./category-facts";
import { insertAccounts } from "./insert-accounts";
import { insertCoaching } from "./insert-coaching";
import { insertDuty } from "./insert-duty";
import { insertEnrollments } from "./insert-enrollments";
import { insertEntitlements } from "./insert-entitlements";
import { insertFamilies } from "./insert-families";
import { insertHandovers } from "./insert-handovers";
import { insertInnovations } from "./insert-innovations";
import { insertPaper } from "./insert-paper";
import { insertPrograms } from "./insert-programs";
import { insertTrips } from "./insert-trips";
import { insertVillageFacts } from "./insert-village-facts";
import { anchorOf, markDone, settleHistory } from "./milestones";
import { officeDays } from "./office-time";
import { demoOffices } from "./offices";
import { demoOrganizations, insertPlaces } from "./organizations";
import { performCases, type Stage } from "./perform-cases";
import { planCases } from "./plan-cases";

/** The newest acts, left to the worker as real notifications. */
const eventsForWorker = 15;

export interface DemoCounts {
  readonly accounts: number;
  readonly cases: number;
  readonly acts: number;
}

const readVillages = async (stage: Stage): Promise<ReadonlyMap<string, readonly Village[]>> =>
  new Map(
    await Promise.all(
      demoOffices.map(async ({ subdistrictCode: code }) => {
        const villages = await listVillages(stage.db, code);
        if (villages.length === 0) throw new Error(`no villages of ${code}: load the areas first`);
        return [code, [...villages].sort((a, b) => a.code.localeCompare(b.code))] as const;
      }),
    ),
  );

const plansOf = async (
  stage: Stage,
  anchor: Date,
  accounts: readonly DemoAccount[],
  villages: ReadonlyMap<string, readonly Village[]>,
): Promise<readonly (readonly PlannedCase[])[]> => {
  const [categories, sectorNames] = await Promise.all([
    loadCategoryFacts(stage.db),
    loadSectorNames(stage.db, ""),
  ]);
  return Promise.all(
    demoOffices.map(async (office) => {
      const calendar = await officeCalendar(stage.db, office.subdistrictCode);
      return planCases({
        office,
        days: officeDays(anchor, calendar),
        villages: villages.get(office.subdistrictCode) ?? [],
        cast: new Cast(office, accounts, sectorNames),
        categories,
      });
    }),
  );
};

const loadAll = async (stage: Stage, now: Date): Promise<DemoCounts> => {
  const anchor = await anchorOf(stage, now);
  const villages = await readVillages(stage);
  const accounts = demoAccounts((code) => villages.get(code) ?? []);
  const sectorNames = await loadSectorNames(stage.db, "");
  await insertPlaces(stage.db, demoOrganizations(sectorNames), anchor);
  await insertAccounts(stage.db, accounts, anchor);
  await insertDuty(stage.db, accounts, anchor);
  const plans = await plansOf(stage, anchor, accounts, villages);
  const acts = await performCases(stage, plans, anchor);
  await insertPaper(stage, accounts, anchor);
  await insertPrograms(stage.db, accounts, anchor);
  await insertFamilies(stage, accounts, villages, anchor);
  await insertEnrollments(stage, accounts, villages, anchor);
  await insertEntitlements(stage, accounts, villages, anchor);
  await insertVillageFacts(stage, accounts, anchor);
  await insertHandovers(await insertTrips(stage, accounts, anchor));
  await insertCoaching(stage, accounts, anchor);
  await insertInnovations(stage, accounts, anchor);
  await settleHistory(stage.db, eventsForWorker);
  await markDone(stage, now);
  return {
    accounts: accounts.length,
    cases: plans.reduce((sum, cases) => sum + cases.length, 0),
    acts,
  };
};

/**
 * Loads the demonstration through the use cases, as the worker's role. Nothing is done twice: what
 * is there stays, and a load that was cut off goes on where it stopped.
 */
export const loadDemoData = async (
  source: { readonly databaseUrl: string; readonly keys: Stage["keys"] },
  now: Date,
): Promise<DemoCounts> => {
  const url = source.databaseUrl;
  const db = connect({ url, name: "demo", poolSize: 6 });
  const reads = connectReads({ url, name: "demo-reads", poolSize: 1 });
  const stage: Stage = { db, reads, keys: source.keys };
  try {
    return await loadAll(stage, now);
  } finally {
    await Promise.allSettled([db.$disconnect(), reads.end()]);
  }
};
