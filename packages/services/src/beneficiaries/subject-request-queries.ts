import type { Transaction } from "@rembuk/db/client";
import { areasOf, canInArea } from "@rembuk/domain/access/policy";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import {
  hoursLeft,
  type RequestKind,
  type RequestOutcome,
} from "@rembuk/domain/beneficiaries/subject-requests";
import type { ServiceContext } from "../context";
import { unseal } from "../kernel/field-keys";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { villageNames } from "./registry-queries";
import { openResident, residentFields } from "./registry-store";

export interface SubjectRequestDto {
  readonly id: string;
  readonly kind: RequestKind;
  readonly residentName: string;
  readonly householdId: string;
  readonly villageName: string;
  readonly words: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** Whole hours; negative: late. Null: it is answered. */
  readonly hoursLeft: number | null;
  readonly outcome: RequestOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly mayAnswer: boolean;
}

const mostOpen = 200;
const mostAnswered = 50;

const placesOf = (ctx: ServiceContext) => {
  const areas = areasOf(ctx.actor, "subject-request.read");
  const at = (level: string) => areas.filter((code) => areaLevelOf(code) === level);
  return {
    OR: [
      { villageCode: { in: at("village") } },
      { subdistrictCode: { in: at("subdistrict") } },
      { regencyCode: { in: at("regency") } },
    ],
  };
};

const requestRows = async (tx: Transaction, ctx: ServiceContext) => {
  const include = { resident: { select: residentFields } };
  const open = await tx.subjectRequest.findMany({
    where: { ...placesOf(ctx), answeredAt: null },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    ...{ take: mostOpen, include },
  });
  const answered = await tx.subjectRequest.findMany({
    where: { ...placesOf(ctx), answeredAt: { not: null } },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    ...{ take: mostAnswered, include },
  });
  return [...open, ...answered];
};

/** What was asked in the reader's places: open ones by their deadline, then the latest answered. @throws forbidden */
export const listSubjectRequests = async (
  ctx: ServiceContext,
): Promise<readonly SubjectRequestDto[]> => {
  requireHeld(ctx, "subject-request.read");
  return inTransaction(ctx, async (tx) => {
    const rows = await requestRows(tx, ctx);
    const names = await villageNames(
      tx,
      rows.map((row) => row.villageCode),
    );
    return rows.map((row) => ({
      ...{ id: row.id, kind: row.kind as RequestKind },
      ...{ receivedAt: row.receivedAt, dueAt: row.dueAt, answeredAt: row.answeredAt },
      residentName: openResident(ctx, row.resident).name,
      householdId: row.resident.householdId,
      villageName: names.get(row.villageCode) ?? row.villageCode,
      words: unseal(ctx.keys, `subject_request:words:${row.id}`, row.wordsSealed),
      hoursLeft: row.answeredAt ? null : hoursLeft(row.dueAt, ctx.now()),
      outcome: row.outcome as RequestOutcome | null,
      answer:
        row.answerSealed && unseal(ctx.keys, `subject_request:answer:${row.id}`, row.answerSealed),
      mayAnswer:
        row.answeredAt === null &&
        canInArea(ctx.actor, "subject-request.answer", { areaCode: row.villageCode }),
    }));
  });
};
