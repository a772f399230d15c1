"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { caseListHref, everyStatus } from "@/features/board/case-list-href";
import { FigureLink } from "@/features/board/figure-link";
import { useRefreshOnChange } from "@/features/board/use-refresh-on-change";
import { VillagePaper } from "@/features/papers/village-paper";
import type { Zone } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { VillageCasesPanel } from "./village-cases-panel";
import type { VillageSheet } from "./village-data";
import { KnownPanel, OfficialsPanel } from "./village-facts";

/** One village on one page: its cases with both clocks, what waits for it, and what is known of it. */
interface VillageSheetScreenProps {
  villageCode: string;
  /** May write down how far away the village is. */
  mayEdit: boolean;
}

export function VillageSheetScreen({ villageCode, mayEdit }: VillageSheetScreenProps) {
  const t = useTranslations("villageSheet");
  const sheet = useQuery(useTRPC().reports.villageSheet.queryOptions({ villageCode }));
  useRefreshOnChange();
  if (sheet.data) return <Sheet sheet={sheet.data} mayEdit={mayEdit} />;
  if (sheet.error) {
    return (
      <div className="mx-auto max-w-[760px] py-6">
        <h1 className="sr-only">{t("failed")}</h1>
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={sheet.isFetching}
          onRetry={() => void sheet.refetch()}
        />
      </div>
    );
  }
  return (
    <div className="min-h-full bg-canvas">
      <h1 className="sr-only">{t("loading")}</h1>
      <div className="h-[120px] border-b border-line bg-surface" />
      <div className="mx-4 mt-3.5 rounded-r3 border border-line bg-surface sm:mx-7">
        <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />
      </div>
    </div>
  );
}

function Sheet({ sheet, mayEdit }: { sheet: VillageSheet; mayEdit: boolean }) {
  const t = useTranslations("villageSheet");
  const { village, counts } = sheet;
  const villages = [village.code];
  return (
    <div className="min-h-full bg-canvas pb-6">
      <SheetHeader sheet={sheet} />
      <div className="grid items-start gap-3.5 px-4 py-3.5 sm:px-7 xl:grid-cols-[minmax(0,1fr)_348px]">
        <div className="flex min-w-0 flex-col gap-3.5">
          <VillageCasesPanel
            part="waiting"
            items={sheet.waiting}
            total={counts.waiting}
            allHref={caseListHref({ villages, holder: "village" })}
          />
          <VillageCasesPanel
            part="open"
            items={sheet.open}
            total={counts.open}
            allHref={caseListHref({ villages })}
          />
          <VillageCasesPanel
            part="ended"
            items={sheet.ended}
            total={sheet.ended.length}
            allHref={caseListHref({ villages, statuses: everyStatus })}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3.5">
          <Panel id="pejabat" title={t("officials.title")}>
            <OfficialsPanel officials={sheet.officials} zone={village.zone as Zone} />
          </Panel>
          <Panel id="diketahui" title={t("known.title")}>
            <KnownPanel sheet={sheet} mayEdit={mayEdit} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

function SheetHeader({ sheet }: { sheet: VillageSheet }) {
  const t = useTranslations("villageSheet");
  const { village, counts } = sheet;
  const format = useFormat(village.zone as Zone);
  const villages = [village.code];
  const figures = [
    { key: "open", tone: "plain", href: caseListHref({ villages }) },
    { key: "late", tone: "bad", href: caseListHref({ villages, lateness: "late" }) },
    { key: "waiting", tone: "plain", href: caseListHref({ villages, holder: "village" }) },
    { key: "settled", tone: "plain", href: caseListHref({ villages, statuses: ["closed"] }) },
  ] as const;
  return (
    <header className="border-b border-line bg-surface px-4 pt-4 pb-[18px] sm:px-7">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-text-2">
        <span className="font-bold text-text">{t("title")}</span>
        <span>{village.within}</span>
        <time dateTime={sheet.readAt.toISOString()} className="sm:ml-auto">
          {format.longDateTime(sheet.readAt)}
        </time>
        <VillagePaper villageCode={village.code} />
      </div>
      <h1 className="mt-2 text-22 font-bold tracking-[-0.02em]">
        {t(village.isWard ? "kelurahan" : "desa", { name: village.name })}
      </h1>
      <dl className="mt-3 grid grid-cols-2 gap-x-8 gap-y-3 sm:flex">
        {figures.map(({ key, tone, href }) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="text-12 text-text-2">{t(`figures.${key}`)}</dt>
            <dd className="text-22 font-bold">
              <FigureLink href={href} tone={counts[key] > 0 ? tone : "quiet"}>
                {format.number(counts[key])}
              </FigureLink>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
