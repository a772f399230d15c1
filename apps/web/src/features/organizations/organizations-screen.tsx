"use client";

import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Scope } from "@/features/people/people-data";
import { PeopleTabs } from "@/features/people/people-tabs";
import { ScopePicker } from "@/features/people/scope-picker";
import type { TabRights } from "@/features/people/tab-rights";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { CloseOrganizationDialog } from "./close-organization-dialog";
import type { OrganizationPage, OrganizationRow } from "./organization-data";
import { OrganizationDialog } from "./organization-dialog";
import { OrganizationItem } from "./organization-item";

interface OrganizationsScreenProps {
  /** Areas whose partners the reader may see; code "" lets them choose any. */
  scopes: readonly [Scope, ...Scope[]];
  rights: TabRights;
}

/** Partner organisations of a place: who they are, until when, and whom to call. */
export function OrganizationsScreen({ scopes, rights }: OrganizationsScreenProps) {
  const t = useTranslations("organizations");
  const wording = useErrorWording();
  const [scope, setScope] = useState<Scope>(scopes[0]);
  const page = useQuery(useTRPC().organizations.list.queryOptions({ areaCode: scope.code }));
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface px-4 pt-1 sm:px-5">
        <PeopleTabs current="organizations" rights={rights} />
        <div className="-mx-4 flex flex-wrap items-center gap-2.5 border-t border-line px-4 py-2.5 sm:-mx-5 sm:px-5">
          <ScopePicker scopes={scopes} scope={scope} onChange={setScope} />
        </div>
      </header>
      {page.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={page.isFetching}
          onRetry={() => void page.refetch()}
        >
          {wording(callFailure(page.error).code)}
        </ErrorState>
      ) : page.data ? (
        <Partners page={page.data} scope={scope} />
      ) : (
        <SkeletonRows label={t("loading")} slow={t("slow")} />
      )}
    </div>
  );
}

type Open =
  | { readonly what: "edit"; readonly row: OrganizationRow | null }
  | { readonly what: "close"; readonly row: OrganizationRow };

function Partners({ page, scope }: { page: OrganizationPage; scope: Scope }) {
  const t = useTranslations("organizations");
  const [open, setOpen] = useState<Open | null>(null);
  const shut = () => setOpen(null);
  return (
    <div className="flex max-w-[1100px] flex-col gap-3.5 px-4 py-3.5 sm:px-5">
      <p className="max-w-[75ch] text-text-2">{t("what")}</p>
      <Panel
        id="mitra"
        flush
        title={t("list")}
        note={t("count", { count: page.items.length })}
        actions={
          page.mayEdit ? (
            <Button
              size="small"
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setOpen({ what: "edit", row: null })}
            >
              {t("add.open")}
            </Button>
          ) : null
        }
      >
        {page.items.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {page.items.map((row) => (
              <OrganizationItem
                key={row.id}
                row={row}
                onEdit={() => setOpen({ what: "edit", row })}
                onClose={() => setOpen({ what: "close", row })}
              />
            ))}
          </ul>
        )}
      </Panel>
      {open?.what === "edit" ? (
        <OrganizationDialog row={open.row} scope={scope} onClose={shut} />
      ) : null}
      {open?.what === "close" ? <CloseOrganizationDialog row={open.row} onClose={shut} /> : null}
    </div>
  );
}
