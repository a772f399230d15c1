import { isWithin, regencyOf } from "@rembuk/domain/areas/area-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SaveContactCommand } from "@rembuk/domain/onboarding/commands";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findOrganization, openOfficeFence, saveContactRow } from "./store";

/**
 * Name and phone of an office around the kecamatan. One of the kabupaten serves its neighbours too: it is
 * corrected by whoever administers above the kecamatan.
 * @throws forbidden; not-found AREA_UNKNOWN
 */
export const saveContact = (
  ctx: ServiceContext,
  command: SaveContactCommand,
): Promise<Record<string, never>> => {
  const { areaCode, organizationId, name, phone } = command;
  requireInArea(ctx, "office.prepare", areaCode);
  return once(ctx, command, async (tx) => {
    const known = await findOrganization(tx, organizationId);
    const isNear =
      known !== null &&
      (isWithin(known.areaCode, areaCode) || known.areaCode === regencyOf(areaCode));
    if (!isNear) throw new DomainError("not-found", "AREA_UNKNOWN");
    requireInArea(ctx, "office.prepare", known.areaCode);
    await openOfficeFence(tx, [known.areaCode]);
    await saveContactRow(tx, organizationId, { name, phone: phone || null });
    const about = { subject: `office/${areaCode}`, subdistrictCode: areaCode };
    const event = onboardingEvent("office.contact-saved", about, { organizationId });
    await recordEvents(tx, ctx, [event], command, {});
    return {};
  });
};
