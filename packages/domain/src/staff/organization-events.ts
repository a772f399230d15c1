import { subdistrictOf } from "../areas/area-code";
import type { DomainEvent } from "../kernel/event";
import type { OrganizationKind } from "./organizations";

interface OfOrganization {
  areaCode: string;
  version: number;
}

/** What each event carries: codes and dates; names and contacts stand in their rows alone. */
export interface OrganizationEventPayloads {
  "organization.added": OfOrganization & { kind: OrganizationKind; endsOn: string };
  "organization.changed": OfOrganization & { kind: OrganizationKind; endsOn: string };
  "organization.closed": OfOrganization;
  "organization.opened": OfOrganization;
}
export type OrganizationEventType = keyof OrganizationEventPayloads;

/** The event of one partner; above a kecamatan it stands in nobody's own audit. */
export const organizationEvent = <T extends OrganizationEventType>(
  type: T,
  organizationId: string,
  payload: OrganizationEventPayloads[T],
): DomainEvent<T, OrganizationEventPayloads[T]> => ({
  type,
  subject: `organization/${organizationId}`,
  subdistrictCode: subdistrictOf(payload.areaCode),
  payload,
});
