"use client";

import { HouseholdScreen } from "@/features/beneficiaries/household-screen";
import { HouseholdAid } from "./household-aid";

/** A household with the programs that it is put forward for. */
export function HouseholdWithAid({ householdId }: { householdId: string }) {
  return (
    <HouseholdScreen
      householdId={householdId}
      after={(household) =>
        household.readsAid ? (
          <HouseholdAid
            householdId={household.id}
            villageCode={household.villageCode}
            members={household.members
              .filter((one) => one.mergedInto === null)
              .map(({ id, name }) => ({ id, name }))}
            mayNominate={household.mayNominate}
          />
        ) : null
      }
    />
  );
}
