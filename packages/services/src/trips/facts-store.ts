import type { Database, Transaction } from "@rembuk/db/client";
import { localDate } from "@rembuk/domain/calendars/local-date";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type {
  Access,
  SaveVillageFactsCommand,
  Signal,
  VillageFacts,
} from "@rembuk/domain/trips/village-facts";
import type { ServiceContext } from "../context";

/** As they stand, with the version that the next change names. */
export interface StoredFacts extends VillageFacts {
  readonly villageCode: string;
  readonly version: number;
}

/** What is recorded of these villages, by code. */
export const loadVillageFacts = async (
  db: Database | Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredFacts>> => {
  const rows = await db.villageFacts.findMany({ where: { villageCode: { in: [...codes] } } });
  return new Map(
    rows.map(({ notedById: _, notedOn, ...row }) => [
      row.villageCode,
      {
        ...row,
        signal: row.signal as Signal,
        access: row.access as Access,
        rainyAccess: row.rainyAccess as Access,
        notedOn: localDate(notedOn.toISOString().slice(0, 10)),
      },
    ]),
  );
};

/** On the version that was seen. @throws conflict VILLAGE_FACTS_CHANGED */
export const writeVillageFacts = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveVillageFactsCommand,
  today: string,
): Promise<void> => {
  const { clientActionId: _, villageCode, version, ...told } = command;
  const data = {
    ...{ ...told, version: version + 1, notedById: ctx.actor.userId },
    notedOn: new Date(`${today}T00:00:00Z`),
  };
  const { count } =
    version === 0
      ? await tx.villageFacts.createMany({ data: [{ ...data, villageCode }], skipDuplicates: true })
      : await tx.villageFacts.updateMany({ where: { villageCode, version }, data });
  if (count !== 1) throw new DomainError("conflict", "VILLAGE_FACTS_CHANGED");
};
