import type { Transaction } from "@rembuk/db/client";
import { canInArea, holds } from "@rembuk/domain/access/policy";
import type { PostponeReason } from "@rembuk/domain/trips/model";
import type {
  ListOutreachInput,
  OutreachKind,
  OutreachMedium,
} from "@rembuk/domain/trips/outreach";
import { villageNames } from "../beneficiaries/registry-queries";
import { namedFields, openNamed } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";

export interface OutreachDto {
  readonly id: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly tripId: string | null;
  /** Held, or a word of a trip to those who wait for it. */
  readonly kind: OutreachKind;
  /** Of what was postponed. */
  readonly reason: PostponeReason | null;
  /** People of the village who stood on the trip's list. */
  readonly waiting: number;
  /** Who they are, until they were told, for who reads the village's registry; null otherwise. */
  readonly people: readonly string[] | null;
  /** Of a word, what the trip is for. */
  readonly topic: string;
  readonly place: string;
  readonly heldOn: string;
  readonly medium: OutreachMedium;
  readonly link: string | null;
  readonly team: string;
  readonly attendance: number | null;
  readonly relayedHow: string | null;
  readonly relayedOn: string | null;
  readonly mayRelay: boolean;
}

const newest = 30;

interface Word {
  readonly villageCode: string;
  readonly residentIds: readonly string[];
  readonly relayedAt: Date | null;
}

/** Names by id of those who are still to be told, in villages whose registry the reader reads. */
const namesToTell = async (
  tx: Transaction,
  ctx: ServiceContext,
  words: readonly Word[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = words
    .filter(({ relayedAt, villageCode: areaCode }) =>
      relayedAt === null ? canInArea(ctx.actor, "resident.read", { areaCode }) : false,
    )
    .flatMap(({ residentIds }) => residentIds);
  if (ids.length === 0) return new Map();
  const people = await tx.resident.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: namedFields,
  });
  return new Map(people.map((row) => [row.id, openNamed(ctx, row).name]));
};

const peopleOf = (ctx: ServiceContext, word: Word, names: ReadonlyMap<string, string>) =>
  word.relayedAt === null &&
  word.residentIds.length > 0 &&
  canInArea(ctx.actor, "resident.read", { areaCode: word.villageCode })
    ? word.residentIds.flatMap((id) => names.get(id) ?? []).sort((a, b) => a.localeCompare(b))
    : null;

/** The newest sosialisasi and words of a trip or of a village, within the reader's places. @throws forbidden */
export const listOutreach = async (
  ctx: ServiceContext,
  input: ListOutreachInput,
): Promise<readonly OutreachDto[]> => {
  requireHeld(ctx, "outreach.read");
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.outreach.findMany({
      where: input,
      orderBy: [{ heldOn: "desc" }, { id: "desc" }],
      take: newest,
    });
    const reads = rows.filter(({ villageCode: areaCode }) =>
      canInArea(ctx.actor, "outreach.read", { areaCode }),
    );
    const names = await villageNames(
      tx,
      reads.map((row) => row.villageCode),
    );
    const people = await namesToTell(tx, ctx, reads);
    return reads.map((row) => {
      const { id, villageCode, tripId, topic, place, link, team, attendance, relayedHow } = row;
      return {
        ...{ id, villageCode, tripId, topic, place, link, team, attendance, relayedHow },
        villageName: names.get(villageCode) ?? villageCode,
        kind: row.kind as OutreachKind,
        reason: row.reason as PostponeReason | null,
        waiting: row.residentIds.length,
        people: peopleOf(ctx, row, people),
        heldOn: row.heldOn.toISOString().slice(0, 10),
        medium: row.medium as OutreachMedium,
        relayedOn: row.relayedOn?.toISOString().slice(0, 10) ?? null,
        mayRelay:
          row.relayedAt === null &&
          canInArea(ctx.actor, "outreach.relay", { areaCode: villageCode }),
      };
    });
  });
};

/** What was told to the villages of a trip, as far as the reader reads it: a crew is told none. */
export const readOutreachOfTrip = async (
  ctx: ServiceContext,
  tripId: string,
): Promise<readonly OutreachDto[]> =>
  holds(ctx.actor, "outreach.read") ? listOutreach(ctx, { tripId }) : [];
