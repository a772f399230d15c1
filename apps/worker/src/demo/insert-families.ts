import { addFamilies } from "@rembuk/services/beneficiaries/add-families";
import { systemContext } from "@rembuk/services/system-context";
import { actorOf, type DemoAccount, type Village } from "./accounts";
import { demoFamilies } from "./families";
import { demoOffices } from "./offices";
import type { Stage } from "./perform-cases";

/** The families of the three kecamatan, each entered by its own village, in the weeks before the first start. */
export const insertFamilies = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  villages: ReadonlyMap<string, readonly Village[]>,
  anchor: Date,
): Promise<number> => {
  const enteredAt = new Date(anchor.getTime() - 20 * 86_400_000);
  let added = 0;
  for (const office of demoOffices) {
    const places = demoFamilies(office, villages.get(office.subdistrictCode) ?? [], anchor);
    for (const { village, families } of places) {
      const officer = accounts.find(
        (a) => a.role === "village-officer" && a.areaCode === village.code,
      );
      if (!officer || families.length === 0) continue;
      const system = systemContext({ ...stage, demo: true, now: () => enteredAt });
      const ctx = { ...system, actor: actorOf(officer) };
      added += await addFamilies(ctx, village.code, families);
    }
  }
  return added;
};
