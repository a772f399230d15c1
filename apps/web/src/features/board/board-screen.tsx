"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { AgesPanel } from "./ages-panel";
import type { Board } from "./board-data";
import { BoardHeader } from "./board-header";
import type { BoardKind } from "./board-kind";
import { CategoriesPanel, CategoryPlacesPanel, SectorsPanel } from "./category-panels";
import { DecisionsPanel } from "./decisions-panel";
import { HoldersPanel } from "./holders-panel";
import { LateHoldersPanel } from "./late-holders-panel";
import { LatePanel } from "./late-panel";
import { RegencyPanel } from "./regency-panel";
import { TodayPanel } from "./today-panel";
import { TrendPanel } from "./trend-panel";
import { useRefreshOnChange } from "./use-refresh-on-change";
import { VillagesPanel } from "./villages-panel";

/** The board of everybody who has one: every number opens the cases it counts. */
export function BoardScreen({ office, kind }: { office: string; kind: BoardKind }) {
  const trpc = useTRPC();
  const board = useQuery(trpc.reports.board.queryOptions());
  useRefreshOnChange();
  if (board.data) return <FullBoard board={board.data} office={office} kind={kind} />;
  return board.error ? (
    <BoardFailure error={board.error} retrying={board.isFetching} onRetry={board.refetch} />
  ) : (
    <BoardLoading />
  );
}

interface BoardProps {
  board: Board;
  kind: BoardKind;
}

const GRID =
  "grid gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-2 xl:grid-cols-[minmax(0,340px)_minmax(0,1fr)_minmax(0,348px)]";

function FullBoard({ board, office, kind }: BoardProps & { office: string }) {
  const hasPlaces = board.villages.length > 1 || board.subdistricts.length > 1;
  return (
    <div className="min-h-full bg-canvas" data-density={kind === "village" ? "lapang" : undefined}>
      <BoardHeader board={board} office={office} />
      <div className={GRID}>
        <div className="flex min-w-0 flex-col gap-3.5">
          <FirstPanel board={board} kind={kind} />
          <AgesPanel board={board} />
        </div>
        <div className="flex min-w-0 flex-col gap-3.5 lg:order-first lg:col-span-2 xl:order-none xl:col-span-1">
          {hasPlaces ? <VillagesPanel board={board} /> : <CategoriesPanel board={board} />}
          <TrendPanel board={board} />
        </div>
        <HoldersPanel board={board} />
      </div>
      <div className="flex flex-col gap-3.5 px-4 pb-6 sm:px-7">
        {kind === "regency" ? <RegencyPanel /> : null}
        <Subjects board={board} kind={kind} />
        <LatePanel
          cases={board.lateCases}
          total={board.late}
          ofOneVillage={kind === "village" && !hasPlaces}
        />
        {kind === "village" ? null : <LateHoldersPanel />}
      </div>
    </div>
  );
}

/** What waits for who decides; for everybody else what the day asks. */
function FirstPanel({ board, kind }: BoardProps) {
  if (kind === "leaders" || kind === "regency")
    return <DecisionsPanel board={board} mine={kind === "leaders"} />;
  return <TodayPanel board={board} kind={kind} />;
}

/** What the cases are about: by kecamatan for who serves several, by field for a whole office. */
function Subjects({ board, kind }: BoardProps) {
  if (board.subdistricts.length > 1) return <CategoryPlacesPanel board={board} />;
  if (kind === "village") return null;
  return (
    <div className="grid gap-3.5 lg:grid-cols-2">
      <CategoriesPanel board={board} />
      <SectorsPanel board={board} />
    </div>
  );
}

/** The same for the page and for the home of a camat. */
export function BoardLoading() {
  const t = useTranslations("board");
  return (
    <div className="min-h-full bg-canvas">
      <h1 className="sr-only">{t("loading")}</h1>
      <div className="h-[150px] border-b border-line bg-surface" />
      <div className="mx-4 mt-3.5 rounded-r3 border border-line bg-surface sm:mx-7">
        <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />
      </div>
    </div>
  );
}

export function BoardFailure({
  error,
  retrying,
  onRetry,
}: {
  error: unknown;
  retrying: boolean;
  onRetry: () => unknown;
}) {
  const t = useTranslations("board");
  const wording = useErrorWording();
  const { code, requestId } = callFailure(error);
  return (
    <div className="mx-auto max-w-[760px] py-6">
      <h1 className="sr-only">{t("failed.title")}</h1>
      <ErrorState
        title={t("failed.title")}
        retryLabel={t("failed.retry")}
        retrying={retrying}
        onRetry={() => void onRetry()}
        code={requestId ? t("failed.code", { code: requestId.slice(0, 8) }) : undefined}
      >
        {wording(code)} {t("failed.safe")}
      </ErrorState>
    </div>
  );
}
