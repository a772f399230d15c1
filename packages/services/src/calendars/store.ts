import type { Transaction } from "@rembuk/db/client";
import type { CalendarEdit } from "@rembuk/domain/calendars/commands";
import type { CalendarCause } from "@rembuk/domain/calendars/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

/** A day as PostgreSQL's date reads it. */
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);

/** What an edit touched, for the event and for the worker that carries it through. */
export interface SavedEdit {
  readonly cause: CalendarCause;
  readonly areaCode: string;
  readonly sectorCode: string | null;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

type Edit<Kind extends CalendarEdit["kind"]> = Extract<CalendarEdit, { kind: Kind }>;

const notFound = () => new DomainError("not-found", "CALENDAR_ENTRY_NOT_FOUND");

/** Free days are kept by date and area; one that was withdrawn may come back with its own decree. */
const saveDay = async (
  tx: Transaction,
  ctx: ServiceContext,
  edit: Edit<"add-day">,
): Promise<SavedEdit> => {
  const { areaCode, name, type, decreeNumber } = edit;
  const key = { date_areaCode: { date: day(edit.date), areaCode } };
  const known = await tx.holiday.findUnique({ where: key });
  if (known && known.withdrawnAt === null) {
    throw new DomainError("conflict", "CALENDAR_ENTRY_EXISTS", { field: "date" });
  }
  const data = {
    ...{ name, type, decreeNumber, withdrawnAt: null },
    decreeDate: edit.decreeDate ? day(edit.decreeDate) : null,
    recordedById: ctx.actor.userId,
  };
  await tx.holiday.upsert({
    where: key,
    create: { ...data, ...key.date_areaCode },
    update: data,
    select: { date: true },
  });
  const startsOn = edit.date;
  return { cause: "day-added", areaCode, sectorCode: null, name, startsOn, endsOn: null };
};

const withdrawDay = async (
  tx: Transaction,
  ctx: ServiceContext,
  edit: Edit<"withdraw-day">,
): Promise<SavedEdit> => {
  const { areaCode } = edit;
  const key = { date_areaCode: { date: day(edit.date), areaCode } };
  const known = await tx.holiday.findUnique({ where: key });
  if (!known || known.withdrawnAt !== null) throw notFound();
  const data = { withdrawnAt: ctx.now(), recordedById: ctx.actor.userId };
  await tx.holiday.update({ where: key, data, select: { date: true } });
  const { name } = known;
  const startsOn = edit.date;
  return { cause: "day-withdrawn", areaCode, sectorCode: null, name, startsOn, endsOn: null };
};

const saveHours = async (
  tx: Transaction,
  ctx: ServiceContext,
  edit: Edit<"add-hours">,
): Promise<SavedEdit> => {
  const { areaCode, name, startsOn } = edit;
  const sectorCode = edit.sectorCode ?? null;
  const endsOn = edit.endsOn ?? null;
  await tx.officeHours.create({
    data: {
      ...{ id: ctx.newId(), areaCode, sectorCode, kind: edit.hoursKind, name },
      startsOn: day(startsOn),
      endsOn: endsOn === null ? null : day(endsOn),
      week: edit.week,
      decreeNumber: edit.decreeNumber ?? null,
      recordedById: ctx.actor.userId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
  return { cause: "hours-added", areaCode, sectorCode, name, startsOn, endsOn };
};

/** The hours of an id, still valid. @throws not-found CALENDAR_ENTRY_NOT_FOUND */
export const getHours = async (tx: Transaction, id: string) => {
  const found = await tx.officeHours.findFirst({ where: { id, withdrawnAt: null } });
  if (!found) throw notFound();
  return found;
};

const withdrawHours = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<SavedEdit> => {
  const { areaCode, sectorCode, name, startsOn, endsOn } = await getHours(tx, id);
  const data = { withdrawnAt: ctx.now(), recordedById: ctx.actor.userId };
  await tx.officeHours.update({ where: { id }, data, select: { id: true } });
  return {
    ...{ cause: "hours-withdrawn", areaCode, sectorCode, name },
    startsOn: text(startsOn),
    endsOn: endsOn && text(endsOn),
  };
};

/** @throws conflict CALENDAR_ENTRY_EXISTS; not-found CALENDAR_ENTRY_NOT_FOUND */
export const saveEdit = (
  tx: Transaction,
  ctx: ServiceContext,
  edit: CalendarEdit,
): Promise<SavedEdit> => {
  if (edit.kind === "add-day") return saveDay(tx, ctx, edit);
  if (edit.kind === "withdraw-day") return withdrawDay(tx, ctx, edit);
  if (edit.kind === "add-hours") return saveHours(tx, ctx, edit);
  return withdrawHours(tx, ctx, edit.id);
};

/** Leaves the edit to the worker, which carries it through the open cases. */
export const insertChange = async (
  tx: Transaction,
  ctx: ServiceContext,
  saved: SavedEdit,
): Promise<string> => {
  const id = ctx.newId();
  await tx.calendarChange.create({
    data: {
      ...saved,
      id,
      startsOn: day(saved.startsOn),
      endsOn: saved.endsOn === null ? null : day(saved.endsOn),
      recordedById: ctx.actor.userId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
  return id;
};
