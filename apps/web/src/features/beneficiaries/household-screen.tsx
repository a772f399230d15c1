"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { KeyValueList } from "@rembuk/ui/key-value";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { MemberItem } from "./member-item";
import type { Household } from "./registry-data";
import { RequestButton } from "./request-button";
import { RevealCard } from "./reveal-buttons";
import { useRegistryWords } from "./use-registry-words";

/** What a slice above shows of a household, below its members. */
type After = (household: Household) => ReactNode;

/** One household and its members; numbers masked. */
export function HouseholdScreen({ householdId, after }: { householdId: string; after: After }) {
  const t = useTranslations("registry");
  const wording = useErrorWording();
  const household = useQuery(useTRPC().beneficiaries.show.queryOptions({ householdId }));
  if (household.data) return <Whole household={household.data} after={after} />;
  if (!household.error) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return (
    <div className="mx-auto max-w-[760px] py-6">
      <h1 className="sr-only">{t("failedOne")}</h1>
      <ErrorState
        title={t("failedOne")}
        retryLabel={t("retry")}
        retrying={household.isFetching}
        onRetry={() => void household.refetch()}
        actions={<ButtonLink href="/keluarga">{t("toList")}</ButtonLink>}
      >
        {wording(callFailure(household.error).code)}
      </ErrorState>
    </div>
  );
}

function Whole({ household, after }: { household: Household; after: After }) {
  const t = useTranslations("registry");
  const words = useRegistryWords();
  const head = household.members.find((one) => one.relation === "head");
  const elsewhere = useSearchParams().get("lain") === "1";
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/keluarga", label: t("title") }}
        title={t("familyOf", { name: head?.name ?? t("noHead") })}
        actions={
          <>
            {household.mayRequest ? <RequestButton household={household} /> : null}
            {household.mayEdit ? (
              <ButtonLink
                href={`/keluarga/${household.id}/ubah`}
                icon={<Pencil size={16} aria-hidden />}
              >
                {t("edit")}
              </ButtonLink>
            ) : null}
          </>
        }
        lead={`${words.place(household)}, ${t("subdistrict", { name: household.subdistrictName })}`}
      />
      <div className="flex max-w-[900px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        {elsewhere ? (
          <Notice tone="warn" title={t("elsewhere.title")}>
            {t("elsewhere.text")}
          </Notice>
        ) : null}
        <Facts household={household} />
        <Panel
          id="anggota"
          flush
          title={t("members")}
          note={t("memberCount", { count: household.members.length })}
          footer={t("reveal.unverified")}
        >
          <ul className="divide-y divide-line">
            {household.members.map((member) => (
              <MemberItem
                key={member.id}
                member={member}
                mayReveal={household.mayReveal}
                mayDecide={household.mayDecide}
              />
            ))}
          </ul>
        </Panel>
        {after(household)}
        {household.left.length > 0 ? (
          <Panel id="keluar" title={t("left")}>
            <ul className="text-control">
              {household.left.map((one) => (
                <li key={`${one.name} ${one.status}`}>
                  {one.name} <span className="text-text-2">({t(`status.${one.status}`)})</span>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
      </div>
    </div>
  );
}

function Facts({ household }: { household: Household }) {
  const t = useTranslations("registry");
  const { maskedCard } = household;
  return (
    <Panel>
      <KeyValueList
        labelWidth={96}
        entries={[
          {
            key: "card",
            label: t("field.card"),
            value: maskedCard ? (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                <span className="font-mono">{maskedCard}</span>
                {household.mayReveal ? <RevealCard householdId={household.id} /> : null}
              </span>
            ) : (
              t("noCard")
            ),
          },
          {
            key: "address",
            label: t("field.address"),
            value: household.address || <span className="text-text-3">{t("notTold")}</span>,
          },
        ]}
      />
    </Panel>
  );
}
