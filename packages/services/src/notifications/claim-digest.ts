import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { subdistrictOf } from "@rembuk/domain/areas/area-code";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Case } from "@rembuk/domain/cases/model";
import { type DigestLine, dueDigest } from "@rembuk/domain/notifications/digest";
import {
  type MailLanguage,
  mailModeOf,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";
import { mayBeTold } from "@rembuk/domain/notifications/recipients";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import {
  type GatheredNotice,
  lockGathered,
  lockPendingDigest,
  markDigest,
  markGathered,
  type PendingDigest,
  personalCalendar,
} from "./digest-store";
import { preferencesOf } from "./preference-store";
import { type Candidate, findCandidates, findCaseEvent, findCaseNow } from "./queries";

export interface ClaimedDigest extends PendingDigest {
  readonly language: MailLanguage;
  readonly lines: readonly DigestLine[];
  /** Whose wording it is written in: the kecamatan or kabupaten where its reader serves; "" nowhere. */
  readonly areaCode: string;
}

/** The line of a notice, or null: what its reader may not open now is neither listed nor counted. */
const lineOf = async (
  tx: Transaction,
  { actor }: Candidate,
  notice: GatheredNotice,
  cases: Map<string, Case | null>,
): Promise<DigestLine | null> => {
  const event = await findCaseEvent(tx, notice.eventId);
  const id = notice.subject.slice("case/".length);
  if (!cases.has(id)) cases.set(id, await findCaseNow(tx, id));
  const kase = cases.get(id);
  if (!event || !kase || !can(actor, "case.read", kase) || !mayBeTold(actor, kase, event))
    return null;
  return { kind: notice.kind, number: kase.number };
};

/** Composes a digest from what its reader may open at this moment; the rest is withdrawn. */
const compose = async (
  tx: Transaction,
  digest: PendingDigest,
  { chosen, now }: { readonly chosen: Preferences; readonly now: Date },
) => {
  const [reader] = await findCandidates(tx, { userIds: [digest.recipientId], places: [] }, now);
  const cases = new Map<string, Case | null>();
  const ids = { digested: [] as string[], pending: [] as string[], withdrawn: [] as string[] };
  const lines: DigestLine[] = [];
  for (const notice of await lockGathered(tx, digest.recipientId)) {
    const isWanted = mailModeOf(chosen, notice.kind) === "digest";
    const line = isWanted && reader ? await lineOf(tx, reader, notice, cases) : null;
    if (line) lines.push(line);
    ids[line ? "digested" : isWanted ? "withdrawn" : "pending"].push(notice.id);
  }
  for (const delivery of ["digested", "pending", "withdrawn"] as const)
    await markGathered(tx, ids[delivery], delivery, digest.id);
  return lines;
};

/**
 * Takes a digest to send it: nobody else gets it, and from here on it counts as perhaps sent. It is
 * composed here and not before. One whose day is over is left out: its lines stand in the next.
 * @returns null when there is nothing to send now
 */
export const claimDigest = (ctx: ServiceContext, id: string): Promise<ClaimedDigest | null> =>
  inTransaction(ctx, async (tx) => {
    const digest = await lockPendingDigest(tx, id);
    if (!digest) return null;
    const now = ctx.now();
    const personal = await preferencesOf(tx, digest.recipientId, now);
    const end = (delivery: "missed" | "empty" | "failed") => markDigest(tx, id, delivery, now);
    if (digest.day < toLocalDate(now, personal.zone)) return end("missed").then(() => null);
    if (digest.recipient === null) return end("failed").then(() => null);
    const chosen = personal.preferences;
    const due = dueDigest(chosen, await personalCalendar(tx, personal), now);
    // Its reader chose another hour meanwhile: it waits for that.
    if (due?.day !== digest.day && chosen.digested.length > 0) return null;
    const lines = await compose(tx, digest, { chosen, now });
    if (lines.length === 0) return end("empty").then(() => null);
    await markDigest(tx, id, "sending", now);
    const areaCode = subdistrictOf(personal.areaCode) ?? personal.areaCode;
    return { ...digest, lines, language: chosen.language, areaCode };
  });
