import { subdistrictOf } from "../areas/area-code";
import type { DomainEvent } from "../kernel/event";
import type { LeavingStatus } from "./model";
import type { RequestKind, RequestOutcome } from "./subject-requests";

interface OfVillage {
  villageCode: string;
}

/** Codes and counts; names and numbers stand sealed in their rows alone. */
export interface RegistryEventPayloads {
  "household.registered": OfVillage & { members: number; version: number };
  "household.changed": OfVillage & {
    members: number;
    version: number;
    joined: number;
    left: readonly LeavingStatus[];
  };
  "resident.merged": OfVillage & { keptId: string; mergedId: string };
  "resident.unmerged": OfVillage & { keptId: string; mergedId: string };
  "resident.told-apart": OfVillage & { firstId: string; secondId: string };
  "resident.request-recorded": OfVillage & { requestId: string; kind: RequestKind };
  "resident.request-answered": OfVillage & { requestId: string; outcome: RequestOutcome };
}
export type RegistryEventType = keyof RegistryEventPayloads;

/** @param id of the household, or of the record that an act on two of them is about */
export const registryEvent = <T extends RegistryEventType>(
  type: T,
  id: string,
  payload: RegistryEventPayloads[T],
): DomainEvent<T, RegistryEventPayloads[T]> => ({
  type,
  subject: `${type.slice(0, type.indexOf("."))}/${id}`,
  subdistrictCode: subdistrictOf(payload.villageCode),
  payload,
});
