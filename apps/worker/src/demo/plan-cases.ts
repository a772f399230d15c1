import type { Village } from "./accounts";
import type { PlannedCase } from "./case-act";
import {
  type ClosedPath,
  closedLength,
  closedPaths,
  type Lateness,
  type OpenPath,
  openAge,
  openPaths,
} from "./case-paths";
import { CaseStory } from "./case-story";
import type { Cast } from "./cast";
import type { CategoryFacts } from "./category-facts";
import { type Chance, chance } from "./chance";
import { type OfficeDays, OfficeWatch } from "./office-time";
import type { DemoOffice } from "./offices";
import { partnersOf } from "./organizations";
import { planDuplicates } from "./plan-duplicates";
import { referralStoryAge, tellReferralStory } from "./referral-story";
import { type Scenario, wordsFor } from "./scenario";
import { aidRequests } from "./texts/aid-requests";
import { allScenarios } from "./texts/all-scenarios";
import { deskProblems } from "./texts/desk-problems";

type Slot =
  | { readonly state: "closed"; readonly path: ClosedPath; readonly onDay?: string }
  | { readonly state: "open"; readonly path: OpenPath; readonly late: Lateness };

export interface Planning {
  readonly office: DemoOffice;
  readonly days: OfficeDays;
  readonly villages: readonly Village[];
  readonly cast: Cast;
  readonly categories: ReadonlyMap<string, CategoryFacts>;
}

const times = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));

const closedShares: readonly [ClosedPath, number][] = [
  ["supervised", 3],
  ["held", 7],
  ["returned", 6],
  ["reopened", 5],
  ["unanswered", 11],
  ["late", 8],
];

/** The last 23 December of the months behind, whose case ran across Christmas and its joint leave. */
const beforeChristmas = (days: OfficeDays): string | undefined =>
  days.days.findLast((day) => day.endsWith("-12-23"));

const closedSlots = (p: Planning): readonly Slot[] => {
  const special = closedShares.flatMap(([path, n]) =>
    times(n, (): Slot => ({ state: "closed", path })),
  );
  const direct = times(p.office.closed - special.length, (at): Slot => {
    const onDay = at === 0 ? beforeChristmas(p.days) : undefined;
    return onDay ? { state: "closed", path: "steady", onDay } : { state: "closed", path: "direct" };
  });
  return [...direct, ...special];
};

/** Of the open ones most are on time: four are late in all, three at their present holder. */
const openSlots = (p: Planning): readonly Slot[] =>
  (Object.entries(p.office.open) as [keyof DemoOffice["open"], number][]).flatMap(([path, n]) =>
    times(n, (at): Slot => {
      if (path === "in_progress" && at < 4) return { state: "open", path, late: "total" };
      if (path === "assigned" && at === 0) return { state: "open", path, late: "both" };
      if (path === "assigned" && at === 1) return { state: "open", path, late: "stage" };
      if (path === "received" && at < 1) return { state: "open", path, late: "stage" };
      const isSupervised = (path === "assigned" || path === "in_progress") && at === n - 1;
      return { state: "open", path: isSupervised ? "supervised" : path, late: null };
    }),
  );

const isLong = (path: Slot["path"]): boolean =>
  ["held", "reopened", "on_hold", "steady"].includes(path);

const needsMisroute = (path: Slot["path"]): boolean => path === "returned" || path === "declined";

/** May this matter take this slot? */
const fits = (p: Planning, slot: Slot, scenario: Scenario): boolean => {
  const category = factsOf(p, scenario);
  if (scenario.regions && !scenario.regions.includes(p.office.region)) return false;
  if (category.isSupervisory !== (slot.path === "supervised")) return false;
  if (needsMisroute(slot.path)) return scenario.misroute !== undefined;
  if (slot.path === "unanswered" && category.isSecret) return false;
  if (isLong(slot.path) && category.limitDays < 14) return false;
  if (slot.state === "closed") return category.limitDays > 1 || slot.path === "direct";
  if (slot.late && category.isUrgent) return false;
  if (slot.late === "both" && category.limitDays !== 14) return false;
  return isInSeason(scenario, p.days.anchor) && (!category.isUrgent || slot.path === "in_progress");
};

const isInSeason = (scenario: Scenario, at: Date): boolean =>
  scenario.months === undefined || scenario.months.includes(at.getUTCMonth() + 1);

const factsOf = (p: Planning, scenario: Scenario): CategoryFacts => {
  const facts = p.categories.get(scenario.category);
  if (!facts) throw new Error(`no category ${scenario.category} in the routing table`);
  return facts;
};

/** First day of a closed case: early enough to be over by now, and in its season. */
const closedDay = (p: Planning, draw: Chance, slot: Slot, scenario: Scenario): number => {
  const fixed =
    slot.state === "closed" && slot.onDay ? p.days.days.indexOf(slot.onDay as never) : -1;
  if (fixed >= 0) return fixed;
  const latest = p.days.last - closedLength(slot.path as ClosedPath);
  // The desk is told more from month to month, as it becomes known.
  const drawn = () => Math.floor(latest * draw.next() ** 0.6);
  for (let tries = 0; tries < 60; tries += 1) {
    const index = drawn();
    if (isInSeason(scenario, new Date(`${p.days.days[index]}T04:00:00Z`))) return index;
  }
  return drawn();
};

const planCase = (
  p: Planning,
  key: string,
  slot: Slot,
  { scenario, village }: { scenario: Scenario; village: Village },
): PlannedCase => {
  const draw = chance(`case/${key}`);
  const category = factsOf(p, scenario);
  const late = slot.state === "open" ? slot.late : null;
  const age = slot.state === "open" ? openAge(draw, slot.path, category.limitDays, late) : 0;
  const firstDay = slot.state === "open" ? p.days.last - age : closedDay(p, draw, slot, scenario);
  const watch = new OfficeWatch(p.days, draw, firstDay);
  const words = wordsFor(draw, p.office.region, village.name);
  const story = new CaseStory({ cast: p.cast, watch, draw, scenario, category, village, words });
  const input = {
    ...{ story, draw, age, limitDays: category.limitDays },
    misroute: scenario.misroute ?? null,
  };
  if (slot.state === "open") openPaths[slot.path](input);
  else closedPaths[slot.path](input);
  return { key, acts: story.acts };
};

/** The matters that the kecamatan's own document lists, with the states that they take here. */
const ownMatters = (office: DemoOffice): readonly Scenario[] =>
  office.region === "balangan" ? deskProblems : office.region === "meratus" ? aidRequests : [];

interface Placed {
  readonly slot: Slot;
  readonly scenario: Scenario;
}

/** Gives each slot a matter: the kecamatan's own first, then whatever was told least often. */
const placeScenarios = (p: Planning, draw: Chance): readonly Placed[] => {
  const slots = [...draw.shuffle([...openSlots(p), ...closedSlots(p)])];
  const placed: Placed[] = [];
  for (const scenario of ownMatters(p.office)) {
    const at = slots.findIndex(
      (s) => !needsMisroute(s.path) && hasHolder(s) && fits(p, s, scenario),
    );
    const [slot] = slots.splice(at, 1);
    if (at < 0 || !slot) throw new Error(`no slot for ${scenario.title}`);
    placed.push({ slot, scenario });
  }
  const told = new Map<Scenario, number>();
  for (const slot of rarestFirst(slots)) {
    const able = draw.shuffle(allScenarios.filter((s) => fits(p, slot, s)));
    const scenario = [...able].sort((a, b) => (told.get(a) ?? 0) - (told.get(b) ?? 0))[0];
    if (!scenario) throw new Error(`nothing fits ${slot.state} ${slot.path}`);
    told.set(scenario, (told.get(scenario) ?? 0) + 1);
    placed.push({ slot, scenario });
  }
  return placed;
};

/** The listed problems shall be seen with their sector, so they are past the desk. */
const hasHolder = (slot: Slot): boolean =>
  slot.path !== "received" && slot.path !== "triaged" && slot.path !== "reopened";

/** Choosy slots choose first. */
const rarestFirst = (slots: readonly Slot[]): readonly Slot[] =>
  [...slots].sort((a, b) => choosiness(b) - choosiness(a));
const choosiness = (slot: Slot): number =>
  needsMisroute(slot.path) ? 3 : isLong(slot.path) ? 2 : slot.state === "open" ? 1 : 0;

/** A stunting problem with referrals side by side, at the village that stands first. */
const planReferralStory = (p: Planning, village: Village): PlannedCase => {
  const scenario = allScenarios.find((s) => s.category === "HLT-STUNT" && s.regions === undefined);
  if (!scenario) throw new Error("no stunting matter is told");
  const key = `${p.office.prefix}/rujukan`;
  const draw = chance(`case/${key}`);
  const watch = new OfficeWatch(p.days, draw, p.days.last - referralStoryAge);
  const words = wordsFor(draw, p.office.region, village.name);
  const category = factsOf(p, scenario);
  const story = new CaseStory({ cast: p.cast, watch, draw, scenario, category, village, words });
  return { key, acts: tellReferralStory(story, partnersOf(p.office)).acts };
};

/** Every case of a kecamatan, the same for the same anchor. */
export const planCases = (p: Planning): readonly PlannedCase[] => {
  const draw = chance(`plan/${p.office.prefix}`);
  const villages = draw.shuffle(p.villages);
  const [first] = p.villages;
  const referred = first ? [planReferralStory(p, first)] : [];
  const cases = placeScenarios(p, draw).map(({ slot, scenario }, at) => {
    const village = villages[at % villages.length];
    if (!village) throw new Error(`no villages in ${p.office.subdistrictCode}`);
    const key = `${p.office.prefix}/${String(at + 1).padStart(3, "0")}`;
    return planCase(p, key, slot, { scenario, village });
  });
  return [...cases, ...referred, ...planDuplicates(p, cases)];
};
