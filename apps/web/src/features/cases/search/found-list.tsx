"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { Lock, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useCaseWords } from "../wording/use-case-words";
import { MarkedText } from "./marked-text";
import type { CaseSearch, FoundCase } from "./use-case-search";

function FoundRow({ row }: { row: FoundCase }) {
  const t = useTranslations("caseSearch");
  const queue = useTranslations("queue");
  const { shortDate } = useFormat();
  const { statusWord } = useCaseWords();
  return (
    <li className="border-b border-line">
      <AppLink
        href={`/kasus/${row.id}`}
        className="flex flex-col gap-1 px-4 py-3 text-text no-underline hover:bg-hover focus-visible:outline-offset-[-2px]"
      >
        <span className="flex items-start gap-2">
          <span className="min-w-0 flex-1 text-15 font-semibold">
            <MarkedText passage={row.titlePassage} />
          </span>
          {row.isSecret ? (
            <span title={queue("secret")} className="pt-1 text-text-2">
              <Lock size={14} aria-hidden />
              <span className="sr-only">{queue("secret")}</span>
            </span>
          ) : null}
        </span>
        {row.storyPassage ? (
          <span className="line-clamp-2 text-13 text-text-2">
            <MarkedText passage={row.storyPassage} />
          </span>
        ) : null}
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-text-2">
          <StatusWord state={row.status} label={statusWord(row)} className="text-13" />
          <span className="font-mono text-12">{row.number}</span>
          <span>{row.villageName}</span>
          <span>{row.categoryName}</span>
          <time dateTime={row.receivedAt.toISOString()}>{shortDate(row.receivedAt)}</time>
          {row.isByName ? (
            <span className="inline-flex items-center gap-1">
              <UserRound size={13} aria-hidden />
              {t("byName")}
            </span>
          ) : null}
        </span>
      </AppLink>
    </li>
  );
}

/** The cases found, the newest first, and the way to the next ones. */
export function FoundList({ search }: { search: CaseSearch }) {
  const t = useTranslations("caseSearch");
  const { found, items } = search;
  return (
    <>
      <ul aria-label={t("results")} className="border-t border-line">
        {items.map((row) => (
          <FoundRow key={row.id} row={row} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <div className="p-4">
          <Button
            pending={found.isFetchingNextPage}
            pendingLabel={t("loading")}
            onClick={() => void found.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
