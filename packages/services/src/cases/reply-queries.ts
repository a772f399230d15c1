import type { Database } from "@rembuk/db/client";
import { subdistrictOf } from "@rembuk/domain/areas/area-code";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import {
  type CannedReply,
  fillPlaceholders,
  fitsCase,
  type ReplyFacts,
  type ReplyUse,
  repliesIn,
} from "@rembuk/domain/cases/canned-replies";
import { lineOf } from "@rembuk/domain/cases/category-rules";
import type { Case } from "@rembuk/domain/cases/model";
import { ruleAreaCode } from "@rembuk/domain/cases/rule-commands";
import { z } from "zod";
import { listVillages } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { remembered } from "../kernel/remembered";
import { requireInArea, requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";
import { toReply } from "./reply-store";
import { ruleOfCase, rulesIn } from "./rule-queries";

/** A saved reply reaches the other processes within so long. */
const replyFreshMs = 5_000;

/** Every prepared reply of the installation: some hundreds at most, and none says who anybody is. */
export const loadReplies = remembered(
  async (db: Database): Promise<readonly CannedReply[]> =>
    (await db.cannedReply.findMany({ orderBy: { name: "asc" } })).map(toReply),
  replyFreshMs,
);

export const listRepliesInput = z.object({ areaCode: ruleAreaCode });

/** Prepared replies as an area has them, switched off ones too, for whoever edits them. */
export const listReplies = async (
  ctx: ServiceContext,
  { areaCode }: z.infer<typeof listRepliesInput>,
): Promise<readonly CannedReply[]> => {
  requireInArea(ctx, "rules.edit", areaCode);
  return repliesIn(await loadReplies(ctx.db, ""), areaCode);
};

export const repliesForCaseInput = z.object({ caseId: z.uuid() });

/** A reply with the case's own words in it, ready to be edited before it is sent. */
export interface FilledReply {
  readonly id: string;
  readonly use: ReplyUse;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly target: string | null;
  readonly outcome: string | null;
}

const wordOf = new Intl.DateTimeFormat("id-ID", { dateStyle: "full", timeZone: "UTC" });

/** Number, village, category and deadline: nothing that says who somebody is. */
const factsOf = async (ctx: ServiceContext, kase: Case): Promise<ReplyFacts> => {
  const [villages, category, calendar] = await Promise.all([
    listVillages(ctx.db, kase.subdistrictCode),
    ruleOfCase(ctx, kase),
    officeCalendar(ctx.db, kase.subdistrictCode),
  ]);
  const due = new Date(`${toLocalDate(kase.totalDueAt, calendar.zone)}T00:00:00Z`);
  return {
    nomor: kase.number,
    desa: villages.find((v) => v.code === kase.villageCode)?.name ?? kase.villageCode,
    kategori: category.name,
    tenggat: wordOf.format(due),
  };
};

/** The area whose prepared replies somebody uses: the case's kecamatan. */
const areaOf = (kase: Case): string => subdistrictOf(kase.villageCode) ?? kase.subdistrictCode;

const filledFor = async (ctx: ServiceContext, kase: Case): Promise<readonly FilledReply[]> => {
  const [all, rules, facts] = await Promise.all([
    loadReplies(ctx.db, ""),
    rulesIn(ctx, kase.subdistrictCode),
    factsOf(ctx, kase),
  ]);
  const line = lineOf(rules, kase.categoryCode);
  return repliesIn(all, areaOf(kase))
    .filter((reply) => fitsCase(reply, kase.status, line))
    .map(({ id, use, name, texts, target, outcome }) => ({
      ...{ id, use, name, target, outcome },
      texts: Object.fromEntries(
        Object.entries(texts).map(([field, text]) => [field, fillPlaceholders(text, facts)]),
      ),
    }));
};

/** One prepared reply with this case's words in it; null where it does not fit the case. */
export const findReplyFor = async (
  ctx: ServiceContext,
  kase: Case,
  replyId: string,
): Promise<FilledReply | null> =>
  (await filledFor(ctx, kase)).find((reply) => reply.id === replyId) ?? null;

/**
 * What is prepared for this case in this state, filled in.
 * @throws not-found CASE_NOT_FOUND where the actor may not read it
 */
export const listRepliesForCase = (
  ctx: ServiceContext,
  { caseId }: z.infer<typeof repliesForCaseInput>,
): Promise<readonly FilledReply[]> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, caseId);
    requirePermission(ctx, "case.read", kase);
    return filledFor(ctx, kase);
  });
