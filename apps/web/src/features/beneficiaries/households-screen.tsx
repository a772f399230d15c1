"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { FileQuestion, FileSpreadsheet, Plus, Search, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useSettled } from "@/features/areas/use-settled";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { HouseholdListRow } from "./household-list-row";
import { useHouseholds } from "./use-households";

/** The registry of families: found by name, NIK or No. KK, and by village. */
export function HouseholdsScreen(props: {
  maySave: boolean;
  mayImport: boolean;
  mayDecide: boolean;
  /** What else can be done with the registry. */
  children?: ReactNode;
}) {
  const { maySave, mayImport, mayDecide } = props;
  const t = useTranslations("registry");
  const [text, setText] = useState("");
  const [village, setVillage] = useState("");
  const villages = useQuery(
    useTRPC().beneficiaries.villages.queryOptions(undefined, { staleTime: 600_000 }),
  );
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        title={t("title")}
        actions={
          <>
            {props.children}
            {mayImport ? (
              <ButtonLink href="/keluarga/impor" icon={<FileSpreadsheet size={16} aria-hidden />}>
                {t("import.door")}
              </ButtonLink>
            ) : null}
            <ButtonLink href="/keluarga/permintaan" icon={<FileQuestion size={16} aria-hidden />}>
              {t("requests.door")}
            </ButtonLink>
            {mayDecide ? (
              <ButtonLink href="/keluarga/ganda" icon={<UsersRound size={16} aria-hidden />}>
                {t("pairs.door")}
              </ButtonLink>
            ) : null}
            {maySave ? (
              <ButtonLink
                href="/keluarga/baru"
                tone="primary"
                icon={<Plus size={16} aria-hidden />}
              >
                {t("add")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        <TextInput
          type="search"
          autoComplete="off"
          aria-label={t("search")}
          placeholder={t("searchHint")}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          icon={<Search size={16} aria-hidden />}
          className="w-full sm:w-[360px]"
        />
        {(villages.data?.length ?? 0) > 1 ? (
          <Select
            aria-label={t("village")}
            value={village}
            className="w-full sm:w-[260px]"
            placeholder={t("allVillages")}
            options={(villages.data ?? []).map((one) => ({
              value: one.code,
              label: `${one.name}, ${one.within}`,
            }))}
            onChange={(event) => setVillage(event.target.value)}
          />
        ) : null}
      </PageHeader>
      <div className="max-w-[1000px] px-4 py-3.5 sm:px-7">
        <Households text={text} village={village} maySave={maySave} />
      </div>
    </div>
  );
}

function Households(props: { text: string; village: string; maySave: boolean }) {
  const t = useTranslations("registry");
  const wording = useErrorWording();
  const settled = useSettled(props.text.trim());
  const list = useHouseholds(settled, props.village);
  if (list.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={list.isFetching}
        onRetry={list.retry}
      >
        {wording(callFailure(list.error).code)}
      </ErrorState>
    );
  if (!list.isLoaded) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  if (list.rows.length === 0) {
    const isSearch = settled !== "" || props.village !== "";
    return (
      <EmptyState
        title={isSearch ? t("notFound") : t("empty")}
        actions={
          props.maySave ? <ButtonLink href="/keluarga/baru">{t("add")}</ButtonLink> : undefined
        }
      >
        {isSearch ? t("notFoundText") : t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <Panel
      flush
      footer={
        list.hasMore ? (
          <Button size="small" pending={list.isFetching} onClick={list.more}>
            {t("more")}
          </Button>
        ) : undefined
      }
    >
      <ul aria-label={t("title")} className="divide-y divide-line">
        {list.rows.map((row) => (
          <HouseholdListRow key={row.id} row={row} />
        ))}
      </ul>
    </Panel>
  );
}
