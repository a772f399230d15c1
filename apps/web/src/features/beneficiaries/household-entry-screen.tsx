"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { emptyHousehold, entryOf } from "./household-entry";
import { HouseholdFormView } from "./household-form";

function Page({ title, back, children }: { title: string; back: string; children: ReactNode }) {
  const t = useTranslations("registry");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader back={{ href: back, label: t("toList") }} title={title} />
      <div className="max-w-[760px] px-4 py-3.5 sm:px-7">{children}</div>
    </div>
  );
}

/** A new household in one of the villages that the reader enters for. */
export function NewHouseholdScreen(props: { savesIn: readonly string[]; userId: string }) {
  const t = useTranslations("registry");
  const villages = useQuery(useTRPC().beneficiaries.villages.queryOptions());
  const own = villages.data?.filter((one) => props.savesIn.includes(one.code));
  return (
    <Page title={t("newTitle")} back="/keluarga">
      {own ? (
        <HouseholdFormView
          start={emptyHousehold(own.length === 1 ? (own[0]?.code ?? "") : "")}
          household={null}
          villages={own}
          userId={props.userId}
        />
      ) : (
        <SkeletonRows label={t("loading")} slow={t("slow")} />
      )}
    </Page>
  );
}

/** A stored household to be changed; what is left empty of its numbers stays as it was. */
export function EditHouseholdScreen(props: { householdId: string; userId: string }) {
  const { householdId, userId } = props;
  const t = useTranslations("registry");
  const wording = useErrorWording();
  const trpc = useTRPC();
  // What the form began with stays: another's change is told when it is sent.
  const household = useQuery(
    trpc.beneficiaries.show.queryOptions({ householdId }, { refetchOnWindowFocus: false }),
  );
  const villages = useQuery(trpc.beneficiaries.villages.queryOptions());
  return (
    <Page title={t("editTitle")} back={`/keluarga/${householdId}`}>
      {household.error ? (
        <ErrorState title={t("failedOne")}>{wording(callFailure(household.error).code)}</ErrorState>
      ) : null}
      {household.data && villages.data ? (
        <HouseholdFormView
          start={entryOf(household.data)}
          household={household.data}
          villages={villages.data}
          userId={userId}
        />
      ) : null}
      {household.isPending ? <SkeletonRows label={t("loading")} slow={t("slow")} /> : null}
    </Page>
  );
}
