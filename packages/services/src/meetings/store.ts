import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { FinishActionCommand, RecordMeetingCommand } from "@rembuk/domain/meetings/commands";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";

const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** The meeting as it was held, its minutes sealed. */
export const insertMeeting = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
  command: RecordMeetingCommand,
): Promise<void> => {
  const { subdistrictCode, sectorCode, programYear, subject, place, chair, attendees } = command;
  await tx.meeting.create({
    data: {
      ...{ id, subdistrictCode, sectorCode, programYear, subject, place, chair, attendees },
      ...{ decreeId: command.decreeId ?? null, heldOn: toDay(command.heldOn) },
      minutesSealed: seal(ctx.keys, `meeting:minutes:${id}`, command.minutes),
      ...{ recordedById: ctx.actor.userId, recordedAt: ctx.now() },
    },
    select: { id: true },
  });
  await tx.meetingAction.createMany({
    data: command.decisions.map(({ decision, owner, dueOn }, position) => ({
      ...{ id: ctx.newId(), meetingId: id, subdistrictCode, position, decision, owner },
      dueOn: dueOn ? toDay(dueOn) : null,
    })),
  });
};

/** Is this one of the office's SKs? */
export const hasDecree = async (
  tx: Transaction,
  id: string,
  subdistrictCode: string,
): Promise<boolean> => (await tx.decree.count({ where: { id, subdistrictCode } })) > 0;

/** Inside the fence; null: there is none. */
export const findAction = (tx: Transaction, id: string) =>
  tx.meetingAction.findUnique({
    where: { id },
    select: {
      ...{ id: true, meetingId: true, subdistrictCode: true },
      meeting: { select: { heldOn: true } },
    },
  });

/** The first word counts. @throws conflict MEETING_ACTION_DONE */
export const finishStoredAction = async (
  tx: Transaction,
  ctx: ServiceContext,
  { actionId, words, doneOn }: FinishActionCommand,
): Promise<void> => {
  const { count } = await tx.meetingAction.updateMany({
    where: { id: actionId, doneOn: null },
    data: { doneOn: toDay(doneOn), doneWords: words, doneById: ctx.actor.userId },
  });
  if (count !== 1) throw new DomainError("conflict", "MEETING_ACTION_DONE");
};

/** Once, and for a decision that nobody has finished. @throws conflict MEETING_ACTION_DONE */
export const linkStoredAction = async (
  tx: Transaction,
  actionId: string,
  caseId: string,
): Promise<void> => {
  const { count } = await tx.meetingAction.updateMany({
    where: { id: actionId, doneOn: null, caseId: null },
    data: { caseId },
  });
  if (count !== 1) throw new DomainError("conflict", "MEETING_ACTION_DONE");
};
