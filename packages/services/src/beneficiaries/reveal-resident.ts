import { canInArea } from "@rembuk/domain/access/policy";
import type {
  revealFamilyCardCommand,
  revealResidentCommand,
} from "@rembuk/domain/beneficiaries/commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logRegistryReading } from "../kernel/log-access";
import { requireInArea } from "../kernel/require-permission";
import { getHouseholdRow } from "./household-queries";
import { findResident, openHousehold } from "./registry-store";

/**
 * NIK, birth date and phone of a member, for a stated purpose; the reading is logged first.
 * @throws not-found RESIDENT_NOT_FOUND; forbidden to who reads but may not reveal
 */
export const revealResident = (
  ctx: ServiceContext,
  { residentId, reason }: z.infer<typeof revealResidentCommand>,
) =>
  inTransaction(ctx, async (tx) => {
    const found = await findResident(tx, ctx, residentId);
    if (!found || !canInArea(ctx.actor, "resident.read", { areaCode: found.villageCode }))
      throw new DomainError("not-found", "RESIDENT_NOT_FOUND");
    const { villageCode, nik, birthDate, phone } = found;
    requireInArea(ctx, "resident.reveal", villageCode);
    await logRegistryReading(tx, ctx, {
      ...{ subject: `resident/${residentId}`, villageCode, act: "reveal-person", reason },
    });
    return { nik, birthDate, phone };
  });

/**
 * The number of a household's family card, for a stated purpose; logged first.
 * @throws not-found HOUSEHOLD_NOT_FOUND; forbidden to who reads but may not reveal
 */
export const revealFamilyCard = (
  ctx: ServiceContext,
  { householdId, reason }: z.infer<typeof revealFamilyCardCommand>,
) =>
  inTransaction(ctx, async (tx) => {
    const row = await getHouseholdRow(tx, ctx, householdId);
    requireInArea(ctx, "resident.reveal", row.villageCode);
    await logRegistryReading(tx, ctx, {
      ...{ subject: `household/${row.id}`, villageCode: row.villageCode },
      ...{ act: "reveal-person", reason },
    });
    return { familyCardNumber: openHousehold(ctx, row).familyCardNumber };
  });
