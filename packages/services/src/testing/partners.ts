import type { OrganizationKind } from "@rembuk/domain/staff/organizations";
import { uuidv7 } from "uuidv7";
import type { ServiceContext } from "../context";
import type { World } from "./world";

export interface TestPartner {
  readonly id: string;
  /** As a referral names it. */
  readonly party: string;
  /** Somebody who works there. */
  readonly person: ServiceContext;
}

/** A partner organisation with an agreement over 2026, and one account of it. */
export const openPartner = async (
  world: World,
  areaCode: string,
  name: string,
  kind: OrganizationKind = "ngo",
): Promise<TestPartner> => {
  const id = uuidv7();
  await world.everything.organization.create({
    data: {
      ...{ id, areaCode, name, kind, agreementNumber: `MoU ${name}` },
      startsOn: new Date("2026-01-01"),
      endsOn: new Date("2026-12-31"),
    },
    select: { id: true },
  });
  const seat = { organizationId: id };
  const person = await world.contextFor("partner-organisation", areaCode, seat);
  return { id, party: `org:${id}`, person };
};
