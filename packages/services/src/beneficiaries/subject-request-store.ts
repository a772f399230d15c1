import type { Transaction } from "@rembuk/db/client";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import {
  type AnswerRequestCommand,
  type RecordRequestCommand,
  requestDueAt,
} from "@rembuk/domain/beneficiaries/subject-requests";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";

/** The village of a person of the registry, inside the fence; null: there is none. */
export const findResidentVillage = async (
  tx: Transaction,
  residentId: string,
): Promise<string | null> => {
  const row = await tx.resident.findUnique({
    where: { id: residentId },
    select: { villageCode: true },
  });
  return row?.villageCode ?? null;
};

/** What was asked, its words sealed. */
export const insertRequest = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: RecordRequestCommand,
  villageCode: string,
): Promise<string> => {
  const id = ctx.newId();
  const receivedAt = command.receivedAt ?? ctx.now();
  await tx.subjectRequest.create({
    data: {
      ...{ id, villageCode, subdistrictCode: villageCode.slice(0, 8) },
      regencyCode: regencyOf(villageCode) ?? "",
      ...{ residentId: command.residentId, kind: command.kind, receivedAt },
      dueAt: requestDueAt(receivedAt),
      wordsSealed: seal(ctx.keys, `subject_request:words:${id}`, command.words),
      recordedById: ctx.actor.userId,
    },
    select: { id: true },
  });
  return id;
};

/** Inside the fence; null: there is none. */
export const findRequest = (tx: Transaction, id: string) =>
  tx.subjectRequest.findUnique({
    where: { id },
    select: { id: true, villageCode: true, residentId: true },
  });

/** The first answer counts. @throws conflict SUBJECT_REQUEST_ANSWERED */
export const answerStoredRequest = async (
  tx: Transaction,
  ctx: ServiceContext,
  { requestId, outcome, words }: AnswerRequestCommand,
): Promise<void> => {
  const { count } = await tx.subjectRequest.updateMany({
    where: { id: requestId, answeredAt: null },
    data: {
      ...{ outcome, answeredAt: ctx.now(), answeredById: ctx.actor.userId },
      answerSealed: seal(ctx.keys, `subject_request:answer:${requestId}`, words),
    },
  });
  if (count !== 1) throw new DomainError("conflict", "SUBJECT_REQUEST_ANSWERED");
};
