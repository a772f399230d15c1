import { can } from "@rembuk/domain/access/policy";
import { decideAmend } from "@rembuk/domain/cases/amending";
import type { AmendCaseCommand } from "@rembuk/domain/cases/commands";
import type { Case, CaseCategory } from "@rembuk/domain/cases/model";
import { responsibleKeyOf } from "@rembuk/domain/cases/reported-unit";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { listVillages } from "../areas/queries";
import { insertPerson, personRow } from "../beneficiaries/store";
import type { ServiceContext } from "../context";
import { loadSectors } from "./category-queries";
import { type Changed, changeCase } from "./change-case";
import { requireReportedUnit } from "./reported-unit-queries";
import { findResponsible } from "./responsible-queries";
import { categoryOf } from "./rule-queries";
import { reasonNote } from "./write-note";

/** Another kecamatan's village is not a correction: the case is redirected there. */
const requireVillage = async (ctx: ServiceContext, kase: Case, code: string): Promise<void> => {
  const villages = await listVillages(ctx.db, kase.subdistrictCode);
  if (villages.some((village) => village.code === code)) return;
  throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH", { field: "villageCode" });
};

const requireMarking = (ctx: ServiceContext, kase: Case, command: AmendCaseCommand): void => {
  if (command.privacy !== "SECRET" || kase.isSecret) return;
  if (!can(ctx.actor, "case.mark-confidential", kase))
    throw new DomainError("forbidden", "FORBIDDEN", { field: "privacy" });
};

/** Who answers for the case when its responsible heads the section complained of; else undefined. */
const responsibleInstead = async (
  ctx: ServiceContext,
  kase: Case,
  { focalSectionCode }: CaseCategory,
  reportedParty: string | null | undefined,
): Promise<string | null | undefined> => {
  if (!reportedParty?.startsWith(`${kase.subdistrictCode}:`)) return undefined;
  const head = await findResponsible(ctx.reads, reportedParty, ctx.now());
  if (head === null || head !== kase.responsibleId) return undefined;
  const reported = { subdistrictCode: kase.subdistrictCode, reportedParty };
  return findResponsible(ctx.reads, responsibleKeyOf(reported, focalSectionCode), ctx.now());
};

/**
 * Corrects village, category, person, privacy or the unit complained of, with a reason. Deadlines are counted
 * anew from the first receipt; the event keeps both. Who may no longer read the case reads it no
 * more from the moment of the commit.
 * @throws invalid AMENDMENT_EMPTY, VILLAGE_NOT_IN_REACH, CATEGORY_UNKNOWN, NIK_INVALID, PHONE_INVALID
 */
export const amendCase = (ctx: ServiceContext, command: AmendCaseCommand): Promise<Changed> =>
  changeCase(ctx, "amend", command, async ({ kase, category, clock, tx }) => {
    requireMarking(ctx, kase, command);
    if (command.villageCode) await requireVillage(ctx, kase, command.villageCode);
    const chosen = command.categoryCode
      ? await categoryOf(ctx, kase.subdistrictCode, command.categoryCode)
      : category;
    const inspectorate = (await loadSectors(ctx.db, "")).get("INSPEKTORAT");
    if (!inspectorate) throw new Error("the sector INSPEKTORAT is missing from the master data");
    const villageCode = command.villageCode ?? kase.villageCode;
    const person = command.reporter
      ? personRow(ctx, command.reporter, { subdistrictCode: kase.subdistrictCode, villageCode })
      : null;
    if (person) await insertPerson(tx, person);
    const note = reasonNote(ctx, "internal", command.reason);
    const reportedParty =
      command.reportedParty === undefined
        ? undefined
        : await requireReportedUnit(ctx, kase.subdistrictCode, command.reportedParty);
    const amendment = {
      reportedParty,
      responsibleId: await responsibleInstead(ctx, kase, chosen, reportedParty),
      villageCode,
      category: chosen,
      privacy: command.privacy ?? undefined,
      reporterPersonId: person?.id,
      noteId: note.id,
    };
    const decision = decideAmend(kase, amendment, inspectorate, { ...clock, category: chosen });
    return { ...decision, notes: [note] };
  });
