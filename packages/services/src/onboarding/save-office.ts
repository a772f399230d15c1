import { regencyOf } from "@rembuk/domain/areas/area-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SaveOfficeCommand } from "@rembuk/domain/onboarding/commands";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import { forgetOffices } from "../areas/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findLetters, findOfficeRow, findSubdistrict, saveOfficeRow } from "./store";

/**
 * A kecamatan begins to work with Rembuk, or corrects what its paper carries. To begin is for whoever
 * administers above the kecamatan; the letters of its numbers stay as they were first set.
 * @throws forbidden; invalid AREA_UNKNOWN; conflict OFFICE_LETTERS_TAKEN, OFFICE_LETTERS_STAY
 */
export const saveOffice = async (
  ctx: ServiceContext,
  command: SaveOfficeCommand,
): Promise<{ readonly isNew: boolean }> => {
  const { subdistrictCode, letters } = command;
  requireInArea(ctx, "office.prepare", subdistrictCode);
  const saved = await once(ctx, command, async (tx) => {
    const known = await findOfficeRow(tx, subdistrictCode);
    if (!known) requireInArea(ctx, "office.prepare", regencyOf(subdistrictCode) ?? "");
    if (!(await findSubdistrict(tx, subdistrictCode)))
      throw new DomainError("invalid", "AREA_UNKNOWN", { field: "subdistrictCode" });
    if (known && known.letters !== letters)
      throw new DomainError("conflict", "OFFICE_LETTERS_STAY", { field: "letters" });
    const holder = await findLetters(tx, letters);
    if (holder !== null && holder !== subdistrictCode)
      throw new DomainError("conflict", "OFFICE_LETTERS_TAKEN", { field: "letters" });
    await saveOfficeRow(tx, command);
    const answer = { isNew: !known };
    const about = { subject: `office/${subdistrictCode}`, subdistrictCode };
    await recordEvents(tx, ctx, [onboardingEvent("office.saved", about, answer)], command, answer);
    return answer;
  });
  forgetOffices(ctx.db);
  return saved;
};
