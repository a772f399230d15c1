import type { Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { type CaseFilter, everyStatus } from "@/features/board/case-list-href";

/** A number of a home: what it counts, and how it looks. */
export interface Figure {
  /** Wording under `homes.figures`. */
  readonly key: string;
  readonly filter: CaseFilter;
  readonly tone: "turn" | "bad" | "plain";
}

export interface CasePreview {
  /** Wording under `homes.lists`. */
  readonly key: string;
  readonly filter: CaseFilter;
  readonly order: ListCasesInput["order"];
  readonly rows: number;
}

/** A part of a home made of cases: a sentence of numbers and the first of each list. */
export interface CasePlan {
  readonly shape: "cases";
  /** Wording under `homes.parts`. */
  readonly key: string;
  readonly figures: readonly Figure[];
  readonly lists: readonly CasePreview[];
  /** The act of the day, as a wide button. */
  readonly act: { readonly key: string; readonly href: string } | null;
  /** Rows name the kecamatan too: the reader serves several. */
  readonly manyPlaces: boolean;
  /** Cases are referred (to a desk: offered) to this role: what waits stands first. */
  readonly hearsReferrals?: boolean;
  /** Without work it is left out: most offices never use it. */
  readonly onlyWithWork?: boolean;
  /** For people who read, on a phone: larger text and targets. */
  readonly roomy?: boolean;
}

/** A part of a home made of doors: places to go, each with a line on what can be done there. */
export interface DoorPlan {
  readonly shape: "doors";
  readonly key: string;
  readonly doors: readonly { readonly key: string; readonly href: string }[];
}

export type HomePlan =
  | CasePlan
  | DoorPlan
  | { readonly shape: "board"; readonly key: "board" }
  | { readonly shape: "village"; readonly key: "village" };

const late: Figure = { key: "late", filter: { lateness: "late" }, tone: "bad" };
const lateList: CasePreview = { key: "late", filter: { lateness: "late" }, order: "due", rows: 5 };
const mineList: CasePreview = { key: "mine", filter: { holder: "mine" }, order: "due", rows: 8 };
const ofStatus = (key: string, ...statuses: string[]): Figure => ({
  key,
  filter: { statuses },
  tone: "plain",
});

const desk: CasePlan = {
  shape: "cases",
  key: "desk",
  figures: [
    { ...ofStatus("verify", "received"), tone: "turn" },
    { key: "route", filter: { statuses: ["triaged"], holder: "desk" }, tone: "plain" },
    {
      key: "returned",
      filter: { statuses: ["declined", "reopened"], holder: "desk" },
      tone: "plain",
    },
    { key: "atLeaders", filter: { holder: "leaders" }, tone: "plain" },
    late,
    { key: "unowned", filter: { holder: "unowned" }, tone: "bad" },
  ],
  lists: [mineList, lateList],
  act: { key: "desk", href: "/loket" },
  manyPlaces: false,
  hearsReferrals: true,
};

const section: CasePlan = {
  shape: "cases",
  key: "section",
  figures: [
    { key: "turn", filter: { holder: "mine" }, tone: "turn" },
    { key: "atSectors", filter: { holder: "sector" }, tone: "plain" },
    { key: "today", filter: { lateness: "today" }, tone: "plain" },
    late,
  ],
  lists: [
    mineList,
    lateList,
    {
      key: "unanswered",
      filter: { holder: "sector", statuses: ["assigned"] },
      order: "due",
      rows: 5,
    },
  ],
  act: null,
  manyPlaces: false,
};

/** What the desk proposes and camat or sekcam let out, where the office wants their disposisi first. */
const dispositions: CasePlan = {
  shape: "cases",
  key: "dispositions",
  figures: [{ key: "disposition", filter: { holder: "leaders" }, tone: "turn" }],
  lists: [{ key: "disposition", filter: { holder: "leaders" }, order: "due", rows: 8 }],
  act: null,
  manyPlaces: false,
  onlyWithWork: true,
};

/** The Sekcam's own section: the secretariat. */
const secretariat: CasePlan = {
  shape: "cases",
  key: "secretariat",
  figures: [{ key: "turn", filter: { holder: "mine" }, tone: "turn" }],
  lists: [mineList],
  act: null,
  manyPlaces: false,
};

const sector: CasePlan = {
  shape: "cases",
  key: "sector",
  figures: [
    { ...ofStatus("accept", "assigned"), tone: "turn" },
    ofStatus("working", "in_progress", "on_hold"),
    { key: "week", filter: { lateness: "week" }, tone: "plain" },
    late,
  ],
  lists: [
    { key: "accept", filter: { statuses: ["assigned"] }, order: "due", rows: 8 },
    { key: "working", filter: { statuses: ["in_progress", "on_hold"] }, order: "due", rows: 8 },
  ],
  act: null,
  manyPlaces: true,
  hearsReferrals: true,
};

const supervisory: CasePlan = {
  ...sector,
  hearsReferrals: false,
  key: "supervisory",
  figures: [
    { ...ofStatus("acceptOnly", "assigned"), tone: "turn" },
    ofStatus("working", "in_progress", "on_hold"),
    late,
  ],
  lists: [{ key: "supervisory", filter: {}, order: "due", rows: 12 }],
};

const reports: CasePlan = {
  shape: "cases",
  key: "reports",
  figures: [
    { key: "ownOpen", filter: {}, tone: "plain" },
    { ...ofStatus("ownConfirm", "resolved"), tone: "turn" },
  ],
  lists: [{ key: "own", filter: { statuses: everyStatus }, order: "newest", rows: 8 }],
  act: { key: "report", href: "/kasus/baru" },
  manyPlaces: false,
  hearsReferrals: true,
  roomy: true,
};

/** An organisation that helps: what was referred to it, and nothing else. */
const partner: CasePlan = {
  shape: "cases",
  key: "partner",
  figures: [{ key: "referredOpen", filter: {}, tone: "plain" }],
  lists: [{ key: "referred", filter: {}, order: "due", rows: 12 }],
  act: null,
  manyPlaces: true,
  hearsReferrals: true,
};

const escalated: CasePlan = {
  shape: "cases",
  key: "escalated",
  figures: [{ key: "escalated", filter: {}, tone: "bad" }, late],
  lists: [{ key: "escalated", filter: {}, order: "due", rows: 12 }],
  act: null,
  manyPlaces: true,
};

const doors = (key: string, ...list: [string, string][]): DoorPlan => ({
  shape: "doors",
  key,
  doors: list.map(([name, href]) => ({ key: name, href })),
});

const board: HomePlan = { shape: "board", key: "board" };
const village: HomePlan = { shape: "village", key: "village" };
const account: [string, string] = ["account", "/akun"];
const later = doors("later", account);
const innovations = doors("innovations", ["innovations", "/inovasi"], account);
const coaching = doors(
  "coaching",
  ["coaching", "/pembinaan"],
  ["innovations", "/inovasi"],
  account,
);
const field = doors("field", ["field", "/lapangan"], ["trips", "/kunjungan"], account);

/** Roles in order of how soon they are needed; the home of several roles shows them so. */
const planOf: readonly (readonly [Role, HomePlan])[] = [
  ["triage-officer", desk],
  ["section-head", section],
  ["subdistrict-head", dispositions],
  ["subdistrict-head", board],
  ["subdistrict-secretary", dispositions],
  ["subdistrict-secretary", board],
  ["subdistrict-secretary", secretariat],
  ["sector-partner", sector],
  ["sector-lead", { ...sector, key: "sectorLead" }],
  ["village-officer", village],
  ["village-head", village],
  ["inspectorate", supervisory],
  ["regency-officer", escalated],
  ["reporter", reports],
  ["village-council", reports],
  ["volunteer", reports],
  ["auditor", doors("audit", ["audit", "/jejak-audit"], ["auditCases", "/kasus"])],
  [
    "subdistrict-admin",
    doors(
      "people",
      ["people", "/pengguna"],
      ["rules", "/aturan"],
      ["onboarding", "/persiapan"],
      ["peopleAudit", "/jejak-audit"],
    ),
  ],
  [
    "administrator",
    doors(
      "system",
      ["operations", "/operasi"],
      ["everybody", "/pengguna"],
      ["rules", "/aturan"],
      ["onboarding", "/persiapan"],
      ["peopleAudit", "/jejak-audit"],
    ),
  ],
  ["field-officer", field],
  ["trip-lead", field],
  [
    "innovation-manager",
    doors("innovations", ["innovations", "/inovasi"], ["coaching", "/pembinaan"], account),
  ],
  ["regional-coach", coaching],
  ["coach-lead", coaching],
  ["innovation-verifier", innovations],
  ["partner-organisation", partner],
  ["service-account", later],
];

/** The parts of a person's home, each once, the ones with work first. */
export function planHome(assignments: readonly Assignment[]): readonly HomePlan[] {
  const held = new Set(assignments.map((a) => a.role));
  const plans = planOf.filter(([role]) => held.has(role)).map(([, plan]) => plan);
  const unique = [...new Map(plans.map((plan) => [plan.key, plan])).values()];
  const useful = unique.filter((plan) => plan !== later);
  return useful.length > 0 ? useful : [later];
}

/** Names of the counts that a home asks for: one question for all of its parts. */
export const countNames = (plans: readonly HomePlan[]): Readonly<Record<string, CaseFilter>> =>
  Object.fromEntries(
    plans.flatMap((plan) =>
      plan.shape === "cases"
        ? [
            ...plan.figures.map((f) => [`${plan.key}.${f.key}`, f.filter] as const),
            ...plan.lists.map((l) => [`${plan.key}.list.${l.key}`, l.filter] as const),
          ]
        : [],
    ),
  );

const urgency = (plan: HomePlan, counts: Readonly<Record<string, number>>): number => {
  if (plan.shape !== "cases") return plan.shape === "doors" ? 0 : 1;
  const some = (tone: Figure["tone"]) =>
    plan.figures.some((f) => f.tone === tone && (counts[`${plan.key}.${f.key}`] ?? 0) > 0);
  return some("bad") ? 3 : some("turn") ? 2 : 1;
};

const hasWork = (plan: HomePlan, counts: Readonly<Record<string, number>>): boolean =>
  plan.shape !== "cases" ||
  !plan.onlyWithWork ||
  plan.figures.some((f) => (counts[`${plan.key}.${f.key}`] ?? 0) > 0);

/** What is late comes first, then where it is the reader's turn; else the order of the roles. */
export const mostUrgentFirst = (
  plans: readonly HomePlan[],
  counts: Readonly<Record<string, number>>,
): readonly HomePlan[] =>
  plans
    .filter((plan) => hasWork(plan, counts))
    .sort((one, other) => urgency(other, counts) - urgency(one, counts));
