import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import {
  checkFamilyCard,
  checkMembers,
  type ToldMember,
} from "@rembuk/domain/beneficiaries/registering";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { insertFamilies, type WrittenFamily } from "./family-store";
import { registryToday } from "./registry-store";

/** A household that comes with many others, with ids of its own, so that it comes once. */
export interface NewFamily {
  readonly householdId: string;
  readonly familyCardNumber: string | null;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly address: string;
  readonly members: readonly (ToldMember & {
    readonly id: string;
    readonly aliases: readonly string[];
  })[];
}

/**
 * Many households of one village in one transaction, checked like each that is entered by hand; one that is there
 * already, by its id, stays as it is.
 * @returns how many were new
 * @throws forbidden outside the actor's village; what `saveHousehold` throws of numbers that do not fit
 */
export const addFamilies = async (
  ctx: ServiceContext,
  villageCode: string,
  families: readonly NewFamily[],
): Promise<number> => {
  requireInArea(ctx, "household.save", villageCode);
  const facts = { today: registryToday(ctx), demo: ctx.demo };
  const subdistrictCode = villageCode.slice(0, 8);
  const written = families.map((family): WrittenFamily => {
    const checked = checkMembers(family.members, { ...facts, subdistrictCode });
    const { familyCardNumber } = family;
    return {
      ...family,
      villageCode,
      familyCardNumber: familyCardNumber && checkFamilyCard(familyCardNumber, facts),
      members: checked.map((one, position) => ({
        ...one,
        ...{
          id: family.members[position]?.id ?? "",
          aliases: family.members[position]?.aliases ?? [],
        },
        ...{ villageCode, createdById: ctx.actor.userId, position, status: "living" as const },
      })),
    };
  });
  return inTransaction(ctx, async (tx) => {
    const added = await insertFamilies(tx, ctx, written);
    const events = added.map(({ householdId, members }) =>
      registryEvent("household.registered", householdId, {
        ...{ villageCode, members: members.length, version: 0 },
      }),
    );
    if (events.length > 0) await recordEvents(tx, ctx, events, null, {});
    return added.length;
  });
};
