import { grantEntitlements } from "@rembuk/services/aid/grant-entitlements";
import { prepareEntitlements } from "@rembuk/services/aid/prepare-entitlements";
import type { DemoAccount, Village } from "./accounts";
import { idOf } from "./chance";
import { contextOf, type DemoEnrollment, performOne, type Scene } from "./insert-enrollments";
import { demoOffices } from "./offices";
import type { Stage } from "./perform-cases";

/** Villages of Halong whose people wait for rice, and since how many days. */
const waiting = [
  { code: "63.11.02.2020", daysAgo: 6 },
  { code: "63.11.02.2019", daysAgo: 5 },
  { code: "63.11.02.2014", daysAgo: 4 },
] as const;
const familiesOfEach = 3;

const rice: DemoEnrollment = {
  program: "CBP_BERAS",
  ground: "Gagal panen, jauh dari jalan besar.",
  acts: ["verify", "recommend", "record"],
};
const sacks = { goodsName: "Beras", unit: "karung 10 kg", quantity: 2 };
const cash = { goodsName: "Uang tunai", unit: "rupiah", quantity: 900_000 };

const byPost = ({ find, office }: Scene, post: string): DemoAccount =>
  find((a) => a.username === `${office.prefix}.${post}`);

interface Round {
  readonly cycle: number;
  readonly name: string;
  readonly daysAgo: number;
  readonly goods: typeof sacks;
}

/** Villages whose rice has already gone out (`insert-handovers.ts`), and how many families of each. */
export const servedVillages = [
  "63.11.02.2005",
  "63.11.02.2011",
  "63.11.02.2016",
  "63.11.02.2023",
] as const;
const servedFamilies = 3;

/** The desk makes them; whoever may approve them, does, a few hours later. */
const runRound = async (
  scene: Scene,
  { cycle, name, daysAgo, goods }: Round,
  approver: DemoAccount | null,
): Promise<void> => {
  const cycleId = idOf(`cycle/${scene.office.prefix}/${cycle}`);
  const key = `entitlement/${scene.office.prefix}/${name}`;
  await prepareEntitlements(contextOf(scene, byPost(scene, "triase"), daysAgo), {
    ...{ clientActionId: idOf(`${key}/prepare`), cycleId, ...goods },
  });
  if (!approver) return;
  await grantEntitlements(contextOf(scene, approver, daysAgo - 0.25), {
    ...{ clientActionId: idOf(`${key}/grant`), cycleId, letterNumber: "SK-CONTOH/2026" },
  });
};

/** Rice for three villages far away: recorded as the agency decided it, and one round that still waits for that. */
const insertRice = async (scene: Scene, places: readonly Village[]): Promise<void> => {
  const kessos = byPost(scene, "kasi-kessos");
  const familyAt = async (code: string, nth: number) => {
    const own = places.findIndex((village) => village.code === code);
    const village = places[own];
    // The first family of a village may be in the other list already.
    if (village) await performOne(scene, rice, { at: own + nth * places.length, village });
  };
  for (const code of servedVillages)
    for (let nth = 1; nth <= servedFamilies; nth += 1) await familyAt(code, nth);
  await runRound(scene, { cycle: 0, name: "served", daysAgo: 8, goods: sacks }, kessos);
  for (const { code, daysAgo } of waiting) {
    for (let nth = 1; nth < familiesOfEach; nth += 1) await familyAt(code, nth);
    await runRound(scene, { cycle: 0, name: code, daysAgo, goods: sacks }, kessos);
  }
  await familyAt(waiting[2].code, familiesOfEach);
  await runRound(scene, { cycle: 0, name: "last", daysAgo: 1, goods: sacks }, null);
};

/** Entitlements of running cycles: rice that waits for a trip, and the village's own money that waits for its head. */
export const insertEntitlements = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  villages: ReadonlyMap<string, readonly Village[]>,
  anchor: Date,
): Promise<void> => {
  const find = (fits: (a: DemoAccount) => boolean): DemoAccount => {
    const found = accounts.find(fits);
    if (!found) throw new Error("nobody does this in the demonstration");
    return found;
  };
  for (const office of demoOffices) {
    const scene: Scene = { stage, office, anchor, find };
    await runRound(scene, { cycle: 2, name: "blt", daysAgo: 3, goods: cash }, null);
    if (office.prefix === "halong")
      await insertRice(scene, villages.get(office.subdistrictCode) ?? []);
  }
};
