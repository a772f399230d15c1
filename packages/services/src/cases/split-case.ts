import { randomBytes } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { formatCaseNumber } from "@rembuk/domain/cases/case-number";
import type { SplitCaseCommand } from "@rembuk/domain/cases/commands";
import type { Case, CaseCategory } from "@rembuk/domain/cases/model";
import { decideSplit } from "@rembuk/domain/cases/splitting";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { findOffice } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { stageClock } from "../kernel/stage-clock";
import { RECEIPT_BYTES, receiptSecrets } from "../kernel/tracking-secrets";
import { actingOn, type Changed, loadCase, requireGrant } from "./change-case";
import { copyReporters, enterCase, listReporters } from "./merge-store";
import { findResponsible } from "./responsible-queries";
import { categoryOf } from "./rule-queries";
import { insertCase, nextSerial, saveCase } from "./store";
import { reasonNote } from "./write-note";

export interface SplitResult extends Changed {
  /** The case of the second matter. Its receipt is printed like a reprint. */
  readonly childId: string;
  readonly childNumber: string;
}

const load = async (tx: Transaction, ctx: ServiceContext, command: SplitCaseCommand) => {
  const kase = await loadCase(tx, command.caseId);
  requireGrant(ctx, kase, "split");
  if (kase.version !== command.version)
    throw new DomainError("conflict", "CASE_CHANGED_MEANWHILE", { version: kase.version });
  const office = await findOffice(ctx.db, kase.subdistrictCode);
  if (!office) throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH", { field: "villageCode" });
  const [category, calendar] = await Promise.all([
    categoryOf(ctx, kase.subdistrictCode, command.categoryCode),
    officeCalendar(ctx.db, kase.subdistrictCode),
  ]);
  return { kase, office, category, calendar };
};

const responsibleFor = (ctx: ServiceContext, kase: Case, category: CaseCategory) =>
  findResponsible(ctx.reads, `${kase.subdistrictCode}:${category.focalSectionCode}`, ctx.now());

/**
 * One report of two matters becomes two cases: the second has a number of its own, the same
 * reporters, and the moment of receipt of the first, so its total clock runs from there.
 * @throws invalid SPLIT_SUPERVISORY, MERGE_PRIVACY; conflict CASE_CHANGED_MEANWHILE
 */
export const splitCase = (ctx: ServiceContext, command: SplitCaseCommand): Promise<SplitResult> =>
  once(ctx, command, async (tx) => {
    const { kase, office, category, calendar } = await load(tx, ctx, command);
    const year = Number(toLocalDate(ctx.now(), calendar.zone).slice(0, 4));
    const serial = await nextSerial(tx, kase.subdistrictCode, year);
    const note = reasonNote(ctx, "partner", command.reason);
    const second = {
      id: ctx.newId(),
      number: formatCaseNumber({ prefix: office.letters, year, serial }),
      title: command.title,
      description: command.description,
      category,
      responsibleId: await responsibleFor(ctx, kase, category),
      noteId: note.id,
    };
    const { original, child } = decideSplit(
      kase,
      second,
      stageClock(ctx.now(), category, calendar),
    );
    const reporters = await listReporters(tx, kase.id);
    const own = actingOn(ctx, "case.split", kase);
    const { id, version } = await saveCase(tx, own, {
      before: kase,
      ...original,
      notes: [note],
      command: null,
    });
    const result = { id, version, childId: second.id, childNumber: second.number };
    const secrets = receiptSecrets(ctx.keys, second.number, randomBytes(RECEIPT_BYTES));
    await enterCase(tx, second.id);
    const rows = {
      kase: child.after,
      events: child.events,
      person: null,
      secrets,
      command,
      result,
    };
    await insertCase(tx, own, rows);
    await copyReporters(tx, second.id, reporters);
    return result;
  });
