import type { PlannedAct, PlannedCase } from "./case-act";
import type { CategoryFacts } from "./category-facts";
import { chance } from "./chance";
import { drawPerson, drawPhone } from "./names";
import type { OfficeDays } from "./office-time";
import type { DemoOffice } from "./offices";

interface Planning {
  readonly office: DemoOffice;
  readonly days: OfficeDays;
  readonly categories: ReadonlyMap<string, CategoryFacts>;
}

const each = 2;
const minuteMs = 60_000;
/** Told while the first report was being verified; joined a little later. */
const toldAfterMs = 9 * minuteMs;
const mergedAfterMs = 26 * minuteMs;

type Opening = PlannedAct & { readonly act: Extract<PlannedAct["act"], { type: "open" }> };

const openingOf = (kase: PlannedCase): Opening | null => {
  const [first] = kase.acts;
  return first?.act.type === "open" ? (first as Opening) : null;
};

/** Verified at the desk, with a sector or section since, and not settled: it can carry another report. */
const canCarry = (p: Planning, kase: PlannedCase): boolean => {
  const opening = openingOf(kase);
  const [, verified, routed] = kase.acts;
  const category = opening && p.categories.get(opening.act.command.categoryCode);
  return (
    verified?.act.type === "triage" &&
    routed?.act.type === "route" &&
    category?.isSecret === false &&
    !kase.acts.some(({ act }) => act.type === "resolve") &&
    verified.at.getTime() + mergedAfterMs <= p.days.anchor.getTime()
  );
};

const planDuplicate = (p: Planning, carrier: PlannedCase, at: number): PlannedCase => {
  const key = `${p.office.prefix}/d${at + 1}`;
  const draw = chance(`case/${key}`);
  const opening = openingOf(carrier);
  const [, verified] = carrier.acts;
  if (!opening || !verified) throw new Error(`${carrier.key} carries nothing`);
  const { command } = opening.act;
  const after = (ms: number) => new Date(verified.at.getTime() + ms);
  const reporter = {
    name: drawPerson(draw, p.office.region).name,
    phone: drawPhone(draw),
    nik: null,
    capacity: "Warga",
  };
  return {
    key,
    acts: [
      {
        at: after(toldAfterMs),
        by: verified.by,
        act: {
          type: "open",
          command: {
            ...command,
            title: `${command.title} (laporan kedua)`,
            channel: "desk",
            reporter,
            capturedAt: null,
          },
        },
      },
      {
        at: after(mergedAfterMs),
        by: verified.by,
        act: {
          type: "merge",
          into: carrier.key,
          reason: "Masalah dan tempatnya sama dengan laporan yang sudah masuk.",
        },
      },
    ],
  };
};

/** Two matters of the kecamatan were told twice. */
export const planDuplicates = (
  p: Planning,
  cases: readonly PlannedCase[],
): readonly PlannedCase[] =>
  cases
    .filter((kase) => canCarry(p, kase))
    .slice(0, each)
    .map((carrier, at) => planDuplicate(p, carrier, at));
