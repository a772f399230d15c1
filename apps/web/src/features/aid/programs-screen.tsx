"use client";

import { aidTypes } from "@rembuk/domain/aid/model";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { ProgramRow } from "./program-row";
import { useProgramPlace } from "./use-program-place";

/** Welfare programs of a kecamatan, by type of aid. */
export function ProgramsScreen() {
  const t = useTranslations("aid");
  const router = useRouter();
  const { places, place, isLoaded } = useProgramPlace();
  const [shown, setShown] = useState<string>("active");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader title={t("title")}>
        <Segmented
          label={t("shown")}
          value={shown}
          onChange={setShown}
          options={(["active", "all"] as const).map((value) => ({
            value,
            label: t(`show.${value}`),
          }))}
        />
        {places.length > 1 && place ? (
          <Select
            aria-label={t("place")}
            value={place.code}
            className="w-full sm:w-[260px]"
            options={places.map((one) => ({
              value: one.code,
              label: `${one.name}, ${one.within}`,
            }))}
            onChange={(event) => router.replace(`/bantuan?kecamatan=${event.target.value}`)}
          />
        ) : null}
      </PageHeader>
      <div className="flex max-w-[1000px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        <Notice tone="info">{t("whoDecides")}</Notice>
        {place ? (
          <Programs place={place.code} several={places.length > 1} shown={shown} />
        ) : isLoaded ? (
          <EmptyState title={t("noPlace")} />
        ) : (
          <SkeletonRows label={t("loading")} slow={t("slow")} />
        )}
      </div>
    </div>
  );
}

function Programs(props: { place: string; several: boolean; shown: string }) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const page = useQuery(useTRPC().aid.programs.queryOptions({ subdistrictCode: props.place }));
  if (page.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={page.isFetching}
        onRetry={() => void page.refetch()}
      >
        {wording(callFailure(page.error).code)}
      </ErrorState>
    );
  if (!page.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  const items = page.data.items.filter((one) => props.shown === "all" || one.isActive);
  if (items.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <>
      {aidTypes
        .map((type) => [type, items.filter((one) => one.aidType === type)] as const)
        .filter(([, some]) => some.length > 0)
        .map(([type, some]) => (
          <Panel
            key={type}
            id={`jenis-${type}`}
            flush
            title={t(`type.${type}`)}
            note={t("count", { count: some.length })}
          >
            <ul className="divide-y divide-line">
              {some.map((program) => (
                <ProgramRow
                  key={program.code}
                  program={program}
                  place={props.place}
                  several={props.several}
                />
              ))}
            </ul>
          </Panel>
        ))}
    </>
  );
}
