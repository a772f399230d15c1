import { utcOffsetHours, type Zone } from "@rembuk/domain/calendars/zone";
import { zoneOfProvince } from "@rembuk/domain/calendars/zone-of-province";
import type { AddNoteCommand } from "@rembuk/domain/cases/commands";
import type { Case } from "@rembuk/domain/cases/model";
import { noteOfAct, type OpenedAct, phoneActBodies } from "@rembuk/domain/cases/phone-acts";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { type PhoneAct, phoneActs, sealedPlace } from "@rembuk/domain/staff/sealing";
import type { ServiceContext } from "../context";
import { openSealed } from "../kernel/device-sealing";
import { bodyHash, inTransaction } from "../kernel/in-transaction";
import { acceptReferral } from "./accept-referral";
import { addNote } from "./add-note";
import { type Changed, loadCase } from "./change-case";
import { confirmCase } from "./confirm-case";
import { declineReferral, finishReferral } from "./end-referral";
import { relayCase } from "./relay-case";
import { reopenCase } from "./reopen-case";

type SealedRecord = Pick<
  ReplayCommand,
  "clientActionId" | "deviceId" | "command" | "capturedAt" | "sealed"
>;

export const isPhoneAct = (command: string): command is PhoneAct =>
  (phoneActs as readonly string[]).includes(command);

/** What was sealed of an act. @throws invalid SEAL_BROKEN, INPUT_INVALID */
export const readSealedAct = (
  ctx: Pick<ServiceContext, "keys">,
  record: SealedRecord,
): OpenedAct => {
  const { command: act } = record;
  if (!isPhoneAct(act)) throw new DomainError("invalid", "INPUT_INVALID", { field: "command" });
  const text = openSealed(ctx.keys, sealedPlace(record), Buffer.from(record.sealed, "base64"));
  const body = phoneActBodies[act].safeParse(JSON.parse(text));
  if (body.success) return { act, body: body.data } as OpenedAct;
  const fields = body.error.issues.map((issue) => issue.path.join("."));
  throw new DomainError("invalid", "INPUT_INVALID", { fields });
};

/** Done as if it were done now, by the use case of its screen, on the version that the phone had. */
const perform = (
  ctx: ServiceContext,
  { act, body }: OpenedAct,
  record: SealedRecord,
): Promise<Changed> => {
  const { clientActionId, capturedAt } = record;
  switch (act) {
    case "cases.confirm":
      return confirmCase(ctx, { ...body, clientActionId });
    case "cases.reopen":
      return reopenCase(ctx, { ...body, clientActionId });
    case "cases.relay":
      return relayCase(ctx, { ...body, clientActionId, toldAt: capturedAt });
    case "referrals.accept":
      return acceptReferral(ctx, { ...body, clientActionId });
    case "referrals.decline":
      return declineReferral(ctx, { ...body, clientActionId });
    case "referrals.finish":
      return finishReferral(ctx, { ...body, clientActionId });
  }
};

/** "23 November 2026 pukul 08.10 WITA" */
const writtenTime = (at: Date, zone: Zone): string => {
  const wall = new Date(at.getTime() + utcOffsetHours(zone) * 3_600_000);
  const shown = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat("id-ID", shown).format(wall)} ${zone}`;
};

/** The note that an act becomes, under the record's own id: the same record makes one. */
const noteCommand = (kase: Case, opened: OpenedAct, record: SealedRecord): AddNoteCommand => {
  const when = writtenTime(record.capturedAt, zoneOfProvince(kase.subdistrictCode) ?? "WIB");
  const { clientActionId } = record;
  const body = noteOfAct(opened, when);
  return { clientActionId, caseId: kase.id, audience: "partner", body };
};

/**
 * An act that came too late to be done, as a note for those who work on the case: by whoever recorded it, or by
 * who lets it in from quarantine.
 * @throws forbidden, not-found CASE_NOT_FOUND
 */
export const noteSealedAct = async (
  ctx: ServiceContext,
  opened: OpenedAct,
  record: SealedRecord,
): Promise<void> => {
  const kase = await inTransaction(ctx, (tx) => loadCase(tx, opened.body.caseId));
  await addNote(ctx, noteCommand(kase, opened, record));
};

/** What came of this very record, and of none that was changed, when it was here before; null: it was not. */
const earlierOutcome = (
  ctx: ServiceContext,
  opened: OpenedAct,
  record: SealedRecord,
): Promise<"kept" | "noted" | null> =>
  inTransaction(ctx, async (tx) => {
    const where = { actorId_id: { actorId: ctx.actor.userId, id: record.clientActionId } };
    const known = await tx.clientAction.findUnique({ where });
    if (!known) return null;
    const isThis = (command: object) =>
      Buffer.from(bodyHash(command)).equals(Buffer.from(known.bodyHash));
    const told = opened.act === "cases.relay" ? { toldAt: record.capturedAt } : {};
    if (isThis({ ...opened.body, ...told })) return "kept";
    const kase = await loadCase(tx, opened.body.caseId);
    return isThis(noteCommand(kase, opened, record)) ? "noted" : null;
  });

/** Whether this very record was answered already. One that does not open, or differs, was not. */
export const isActDone = async (ctx: ServiceContext, record: SealedRecord): Promise<boolean> => {
  try {
    return (await earlierOutcome(ctx, readSealedAct(ctx, record), record)) !== null;
  } catch (error) {
    if (isDomainError(error) && error.kind !== "unavailable") return false;
    throw error;
  }
};

/**
 * @returns "kept" when it was done, "noted" when the case had moved on meanwhile and it stands there as a note
 * @throws what the act itself does, but for conflicts and what the case's state refuses
 */
export const replayAct = async (
  ctx: ServiceContext,
  record: SealedRecord,
): Promise<"kept" | "noted"> => {
  const opened = readSealedAct(ctx, record);
  try {
    await perform(ctx, opened, record);
    return "kept";
  } catch (error) {
    if (!isDomainError(error) || !["conflict", "invalid"].includes(error.kind)) throw error;
    // The same record, sent twice at once: the slower one meets the version that the quicker one made.
    const earlier = await earlierOutcome(ctx, opened, record);
    if (earlier === null) await noteSealedAct(ctx, opened, record);
    return earlier ?? "noted";
  }
};
