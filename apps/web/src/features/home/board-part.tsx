"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { AgesPanel } from "@/features/board/ages-panel";
import { BoardFailure, BoardLoading } from "@/features/board/board-screen";
import { BoardSentence } from "@/features/board/board-sentence";
import { DecisionsPanel } from "@/features/board/decisions-panel";
import { HoldersPanel } from "@/features/board/holders-panel";
import { LatePanel } from "@/features/board/late-panel";
import { useTRPC } from "@/lib/trpc";
import { PartHeader } from "./part-header";

/** What a camat or sekcam decides today; the whole board is one step further. */
export function BoardPart({ office, first }: { office: string; first: boolean }) {
  const t = useTranslations("homes");
  const board = useQuery(useTRPC().reports.board.queryOptions());
  if (board.error) {
    return (
      <BoardFailure
        error={board.error}
        retrying={board.isFetching}
        onRetry={() => board.refetch()}
      />
    );
  }
  if (!board.data) return <BoardLoading />;
  return (
    <section>
      <PartHeader
        title={t("parts.board.title")}
        office={office}
        first={first}
        act={
          <ButtonLink href="/papan" className="flex-none">
            {t("acts.board")}
          </ButtonLink>
        }
      >
        <BoardSentence board={board.data} />
      </PartHeader>
      <div className="flex flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        <div className="grid gap-3.5 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-3.5">
            <DecisionsPanel board={board.data} mine />
            <AgesPanel board={board.data} />
          </div>
          <HoldersPanel board={board.data} most={8} />
        </div>
        <LatePanel cases={board.data.lateCases} total={board.data.late} />
      </div>
    </section>
  );
}
