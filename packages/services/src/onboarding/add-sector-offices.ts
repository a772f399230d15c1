import { canInArea } from "@rembuk/domain/access/policy";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { AddSectorOfficesCommand } from "@rembuk/domain/onboarding/commands";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import { officesAround } from "@rembuk/domain/staff/installation";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findAreasByCode, listOfficeSectors } from "../staff/installation-store";
import { findOfficeRow, insertOrganizations, listPlacedSectors, openOfficeFence } from "./store";

/**
 * The offices of the sector list that are not there yet, each once where it sits, "tanpa akun". Those of
 * the kabupaten only by whoever administers above the kecamatan.
 * @throws forbidden; conflict OFFICE_MISSING
 */
export const addSectorOffices = (
  ctx: ServiceContext,
  command: AddSectorOfficesCommand,
): Promise<{ readonly added: number }> => {
  const { areaCode } = command;
  requireInArea(ctx, "office.prepare", areaCode);
  return once(ctx, command, async (tx) => {
    if (!(await findOfficeRow(tx, areaCode))) throw new DomainError("conflict", "OFFICE_MISSING");
    const places = [areaCode, regencyOf(areaCode) ?? areaCode].filter((code) =>
      canInArea(ctx.actor, "office.prepare", { areaCode: code }),
    );
    const areas = await findAreasByCode(tx, places);
    const placed = await listPlacedSectors(tx, places);
    const missing = officesAround(places, areas, await listOfficeSectors(tx)).filter(
      (o) => !placed.has(`${o.areaCode}:${o.sectorCode}`),
    );
    await openOfficeFence(tx, places);
    await insertOrganizations(tx, ctx, missing);
    const answer = { added: missing.length };
    const about = { subject: `office/${areaCode}`, subdistrictCode: areaCode };
    const event = onboardingEvent("office.sectors-added", about, { offices: missing.length });
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
};
