import { DomainError } from "@rembuk/domain/kernel/errors";
import { type ReplayCommand, tripCaseSeal } from "@rembuk/domain/staff/device";
import {
  awaitPhotosOf,
  findKeptCase,
  type Replayed,
  readSealedTripCase,
  replayRecord,
} from "../cases/replay-sealed-case";
import type { ServiceContext } from "../context";
import { openCaseOnTrip, requireStopOfTrip } from "./open-case-on-trip";

/**
 * Takes a matter that a crew wrote down on its trip without network: a case, once.
 * @throws as `replayRecord`, and as `openCaseOnTrip`
 */
export const replayTripCase = async (
  ctx: ServiceContext,
  record: ReplayCommand,
): Promise<Replayed> => {
  if (record.command !== tripCaseSeal)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "command" });
  return replayRecord(ctx, record, {
    take: async () => {
      const { id, number } = await openCaseOnTrip(ctx, readSealedTripCase(ctx, record));
      await awaitPhotosOf(ctx, record, id);
      return { outcome: "kept", number };
    },
    findEarlier: () =>
      findKeptCase(ctx, record, () => requireStopOfTrip(ctx, readSealedTripCase(ctx, record))),
  });
};
