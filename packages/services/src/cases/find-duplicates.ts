import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { FindDuplicatesInput } from "@rembuk/domain/cases/commands";
import {
  canTakeReports,
  hintDays,
  type Likeness,
  type ReportTraits,
  rankHints,
  traitsOf,
} from "@rembuk/domain/cases/duplicates";
import type { Case } from "@rembuk/domain/cases/model";
import { listVillages } from "../areas/queries";
import { listPersonsLike, listSamePersons } from "../beneficiaries/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld, requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";
import { listCandidates } from "./duplicate-queries";

export interface DuplicateHint {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly status: Case["status"];
  readonly villageName: string;
  readonly isSecret: boolean;
  readonly receivedAt: Date;
  readonly likeness: Likeness;
  /** The asker may let it carry the report that is asked about. */
  readonly mayJoin: boolean;
}

interface Asked {
  readonly report: ReportTraits;
  readonly persons: readonly string[];
  /** The case that is asked about; null at entry. */
  readonly kase: Case | null;
}

const readAsked = async (
  tx: Transaction,
  ctx: ServiceContext,
  input: FindDuplicatesInput,
): Promise<Asked> => {
  if ("caseId" in input) {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "case.read", kase);
    const person = knowsPerson(ctx, kase) ? kase.reporterPersonId : null;
    const persons = person === null ? [] : await listPersonsLike(tx, person);
    return { report: traitsOf(kase), persons, kase };
  }
  requireHeld(ctx, "case.open");
  const persons = input.reporter ? await listSamePersons(tx, ctx, input.reporter) : [];
  return { report: { ...input, categoryCode: input.categoryCode ?? null }, persons, kase: null };
};

/** "The same person" would unmask an anonymous reporter to who may not read the name. */
const knowsPerson = (ctx: ServiceContext, kase: Case): boolean =>
  can(ctx.actor, "person.read", kase) &&
  (kase.privacy === "NORMAL" || can(ctx.actor, "case.reprint-receipt", kase));

const mayJoin = (ctx: ServiceContext, candidate: Case, asked: Asked): boolean =>
  canTakeReports(candidate.status) &&
  candidate.isSecret === (asked.kase?.isSecret ?? false) &&
  can(ctx.actor, "case.merge", candidate);

const dayMs = 86_400_000;

/**
 * Reports that may be of the same matter: by place, category, words and person, the most alike first.
 * Only among cases that the asker may open; a supervisory one is never named.
 */
export const findDuplicates = (
  ctx: ServiceContext,
  input: FindDuplicatesInput,
): Promise<readonly DuplicateHint[]> =>
  inTransaction(ctx, async (tx) => {
    const asked = await readAsked(tx, ctx, input);
    const since = new Date(ctx.now().getTime() - hintDays * dayMs);
    const found = await listCandidates(tx, ctx.actor, { ...asked, since });
    const candidates = found
      .filter((kase) => kase.id !== asked.kase?.id)
      .map((kase) => ({
        ...traitsOf(kase),
        kase,
        isSamePerson:
          kase.reporterPersonId !== null &&
          asked.persons.includes(kase.reporterPersonId) &&
          knowsPerson(ctx, kase),
      }));
    const villages = await listVillages(ctx.db, asked.report.villageCode.slice(0, 8));
    const names = new Map(villages.map((village) => [village.code, village.name]));
    return rankHints(asked.report, candidates).map(({ candidate: { kase }, likeness }) => ({
      id: kase.id,
      number: kase.number,
      title: kase.title,
      description: kase.description,
      status: kase.status,
      villageName: names.get(kase.villageCode) ?? kase.villageCode,
      isSecret: kase.isSecret,
      receivedAt: kase.receivedAt,
      likeness,
      mayJoin: mayJoin(ctx, kase, asked),
    }));
  });
