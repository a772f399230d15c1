"use client";

import { Button } from "@rembuk/ui/button";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EnrollmentList } from "./enrollment-list";
import { EntitlementList } from "./entitlement-list";
import { NominateDialog, type Nominee } from "./nominate-dialog";

/** The programs that a household is put forward for, and what it receives of them. */
export function HouseholdAid(props: {
  householdId: string;
  villageCode: string;
  members: readonly Nominee[];
  mayNominate: boolean;
}) {
  const t = useTranslations("aid");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <EnrollmentList
        of={{ householdId: props.householdId }}
        title={t("enrollment.ofHousehold")}
        none={t("enrollment.noneOfHousehold")}
        actions={
          props.mayNominate ? (
            <Button
              size="small"
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setOpen(true)}
            >
              {t("enrollment.nominate")}
            </Button>
          ) : null
        }
      />
      <EntitlementList
        of={{ householdId: props.householdId }}
        title={t("entitlement.ofHousehold")}
        none={t("entitlement.noneOfHousehold")}
      />
      {isOpen ? (
        <NominateDialog
          villageCode={props.villageCode}
          members={props.members}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
