"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useWide } from "@/components/use-wide";
import { callFailure } from "@/lib/trpc-client";
import { FoundList } from "./found-list";
import { SearchFacets } from "./search-facets";
import { SearchField } from "./search-field";
import { SearchEmpty, SearchNotes, SearchStart } from "./search-notes";
import { type CaseSearch, useCaseSearch } from "./use-case-search";

const PHONE_PIXELS = 768;

function Failed({ search }: { search: CaseSearch }) {
  const t = useTranslations("caseSearch.failed");
  const { requestId } = callFailure(search.found.error);
  return (
    <ErrorState
      title={t("title")}
      retryLabel={t("retry")}
      onRetry={() => void search.found.refetch()}
      retrying={search.found.isFetching}
      code={requestId ? t("code", { code: requestId }) : undefined}
    >
      {t("text")}
    </ErrorState>
  );
}

function Results({ search }: { search: CaseSearch }) {
  const t = useTranslations("caseSearch");
  const isWide = useWide(PHONE_PIXELS);
  const { first, found, items, term } = search;
  if (term.text === "") return <SearchStart />;
  if (found.isError) return <Failed search={search} />;
  if (first === null) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  const isNothing = items.length === 0 && first.facets.statuses.length === 0;
  if (isNothing) return <SearchEmpty search={search} />;
  const total = first.isCapped ? t("totalCapped") : t("total", { count: first.total });
  return (
    <div className="flex gap-6 max-md:flex-col max-md:gap-0">
      <aside aria-label={t("narrow")} className="md:w-56 md:flex-none md:pl-4">
        {isWide ? (
          <SearchFacets search={search} />
        ) : (
          <details className="border-b border-line px-4 py-2">
            <summary className="min-h-(--target-min) py-2 text-14 font-semibold">
              {t("narrow")}
            </summary>
            <div className="pt-2 pb-3">
              <SearchFacets search={search} />
            </div>
          </details>
        )}
      </aside>
      <section aria-busy={found.isPlaceholderData} className="min-w-0 flex-1">
        <p role="status" className="px-4 py-2 text-13 text-text-2">
          {total}
        </p>
        <FoundList search={search} />
      </section>
    </div>
  );
}

/** The page to find a case by whatever is known of it. */
export function SearchScreen() {
  return (
    <NuqsAdapter>
      <Search />
    </NuqsAdapter>
  );
}

function Search() {
  const t = useTranslations("caseSearch");
  const search = useCaseSearch();
  return (
    <div className="mx-auto flex max-w-[1200px] flex-col gap-3 pb-8">
      <header className="flex flex-col gap-3 px-4 pt-5">
        <h1 className="text-22 font-bold tracking-[-0.02em]">{t("title")}</h1>
        <SearchField text={search.term.text} onAsk={search.ask} />
        <SearchNotes search={search} />
      </header>
      <Results search={search} />
    </div>
  );
}
