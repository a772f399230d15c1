import { randomBytes } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { formatCaseNumber } from "@rembuk/domain/cases/case-number";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import { decideOpening, type Opening } from "@rembuk/domain/cases/opening";
import { responsibleKeyOf } from "@rembuk/domain/cases/reported-unit";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { findOffice, listVillages, type OfficeSummary } from "../areas/queries";
import { personRow } from "../beneficiaries/store";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { once, onceInTwo } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { stageClock } from "../kernel/stage-clock";
import { citizenActorId } from "../kernel/system-actor";
import { RECEIPT_BYTES, receiptSecrets, secretBytesOf } from "../kernel/tracking-secrets";
import { loadSectors } from "./category-queries";
import { mergeWithin } from "./merge-cases";
import { requireReportedUnit } from "./reported-unit-queries";
import { findResponsible } from "./responsible-queries";
import { categoryOf } from "./rule-queries";
import {
  insertCase,
  insertCaseStatement,
  type NewCaseRows,
  nextSerial,
  type OpeningRow,
  openingStatement,
} from "./store";

/** Shown once, on the receipt: the code and PIN are kept as hashes only. */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  /** Null when the answer is a repeated one: a reprint makes new ones. A citizen is told them again. */
  readonly code: string | null;
  readonly pin: string | null;
}

const requireOffice = async (ctx: ServiceContext, villageCode: string): Promise<OfficeSummary> => {
  const subdistrictCode = villageCode.slice(0, 8);
  const [office, villages] = await Promise.all([
    findOffice(ctx.db, subdistrictCode),
    listVillages(ctx.db, subdistrictCode),
  ]);
  if (!office || !villages.some(({ code }) => code === villageCode))
    throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH", { field: "villageCode" });
  return office;
};

/** A paper form or a phone in a village without signal is keyed later; its clock starts when it was told. */
const receivedAt = (ctx: ServiceContext, command: OpenCaseCommand): Date => {
  const now = ctx.now();
  return command.capturedAt && command.capturedAt < now ? command.capturedAt : now;
};

/** The same matter was told before: the new report is carried by that case from the start. */
const joinAfterOpening = (tx: Transaction, ctx: ServiceContext, id: string, intoNumber: string) =>
  mergeWithin(tx, ctx, { duplicateId: id, version: null, intoNumber, reason: null, command: null });

const isCitizen = (ctx: ServiceContext): boolean => ctx.actor.userId === citizenActorId;

/** The account that reports; a citizen without account has none. */
const reporterUser = (ctx: ServiceContext): string | null =>
  !isCitizen(ctx) && ctx.actor.assignments.some((a) => a.role === "reporter")
    ? ctx.actor.userId
    : null;

/**
 * Code and PIN of a first receipt. Those of a citizen come from the act (docs/adr/0006): nobody can
 * reprint for them on the spot, so the same form sent again is told the same.
 */
const secretsFor = (ctx: ServiceContext, number: string, clientActionId: string, caseId: string) =>
  receiptSecrets(
    ctx.keys,
    number,
    isCitizen(ctx)
      ? secretBytesOf(ctx.keys, {
          kind: "receipt",
          actorId: citizenActorId,
          clientActionId,
          caseId,
        })
      : randomBytes(RECEIPT_BYTES),
  );

type NewCase = Pick<Receipt, "id" | "number">;

interface Joining {
  readonly rowsOf: (serial: number) => NewCaseRows & { readonly result: NewCase };
  readonly place: { readonly subdistrictCode: string; readonly year: number };
  readonly joinNumber: string;
}

/** A report that another case carries from the start. */
const saveAndJoin = async (
  tx: Transaction,
  ctx: ServiceContext,
  { rowsOf, place, joinNumber }: Joining,
): Promise<NewCase> => {
  const rows = rowsOf(await nextSerial(tx, place.subdistrictCode, place.year));
  await insertCase(tx, ctx, rows);
  await joinAfterOpening(tx, ctx, rows.result.id, joinNumber);
  return rows.result;
};

/**
 * Receives a problem or request at the desk, from the village, by paper, or from a citizen (report-as-citizen.ts).
 * @throws forbidden outside the actor's area; invalid CATEGORY_UNKNOWN, VILLAGE_NOT_IN_REACH, NIK_INVALID, PHONE_INVALID
 */
export const openCase = async (ctx: ServiceContext, command: OpenCaseCommand): Promise<Receipt> => {
  requireInArea(ctx, "case.open", command.villageCode);
  if (command.reporter) requireInArea(ctx, "person.create", command.villageCode);
  return receiveCase(ctx, command, isCitizen(ctx));
};

/**
 * The same of whoever was found to be allowed.
 * @param isPersonTheirs the actor has no reach over people of the village: only the one who is named here
 * @throws invalid CATEGORY_UNKNOWN, VILLAGE_NOT_IN_REACH, NIK_INVALID, PHONE_INVALID
 */
export const receiveCase = async (
  ctx: ServiceContext,
  command: OpenCaseCommand,
  isPersonTheirs: boolean,
): Promise<Receipt> => {
  const [office, category, sectors] = await Promise.all([
    requireOffice(ctx, command.villageCode),
    categoryOf(ctx, command.villageCode.slice(0, 8), command.categoryCode),
    loadSectors(ctx.db, ""),
  ]);
  const inspectorate = sectors.get("INSPEKTORAT");
  if (!inspectorate) throw new Error("the sector INSPEKTORAT is missing from the master data");
  const reported = {
    subdistrictCode: office.subdistrictCode,
    reportedParty: await requireReportedUnit(ctx, office.subdistrictCode, command.reportedParty),
  };
  const [calendar, responsibleId] = await Promise.all([
    officeCalendar(ctx.db, office.subdistrictCode),
    findResponsible(ctx.reads, responsibleKeyOf(reported, category.focalSectionCode), ctx.now()),
  ]);
  const id = ctx.newId();
  const place = { subdistrictCode: office.subdistrictCode, villageCode: command.villageCode };
  const person = command.reporter ? personRow(ctx, command.reporter, place) : null;
  let secrets: { code: string; pin: string } | null = null;
  const received = receivedAt(ctx, command);
  const year = Number(toLocalDate(received, calendar.zone).slice(0, 4));
  const rowsOf = (serial: number) => {
    const number = formatCaseNumber({ prefix: office.letters, year, serial });
    const opening: Opening = {
      ...place,
      id,
      number,
      regencyCode: office.subdistrictCode.slice(0, 5),
      channel: command.channel,
      title: command.title,
      description: command.description,
      privacy: command.privacy ?? null,
      createdById: ctx.actor.userId,
      reporterUserId: reporterUser(ctx),
      reportedParty: reported.reportedParty,
      reporterPersonId: person?.id ?? null,
      responsibleId,
      receivedAt: received,
    };
    const { after, events } = decideOpening(
      opening,
      category,
      inspectorate,
      stageClock(ctx.now(), category, calendar),
    );
    const made = secretsFor(ctx, number, command.clientActionId, id);
    secrets = made;
    return { kase: after, secrets: made, person, events, command, result: { id, number } };
  };
  const scope = { caseId: id, ...(isPersonTheirs && person ? { personId: person.id } : {}) };
  const numbered = { subdistrictCode: office.subdistrictCode, year };
  const { joinNumber } = command;
  const result = joinNumber
    ? await once(
        ctx,
        command,
        (tx) => saveAndJoin(tx, ctx, { place: numbered, rowsOf, joinNumber }),
        scope,
      )
    : await onceInTwo<OpeningRow, NewCase>(
        ctx,
        command,
        openingStatement(ctx, command, numbered),
        ({ serial }) => {
          const rows = rowsOf(Number(serial));
          return { queries: [insertCaseStatement(ctx, rows)], result: rows.result };
        },
        scope,
      );
  if (isCitizen(ctx)) {
    const { code, pin } = secretsFor(ctx, result.number, command.clientActionId, result.id);
    return { ...result, code, pin };
  }
  const fresh = result.id === id ? (secrets as { code: string; pin: string } | null) : null;
  return { ...result, code: fresh?.code ?? null, pin: fresh?.pin ?? null };
};
