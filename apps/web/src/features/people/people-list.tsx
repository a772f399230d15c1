"use client";

import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { PersonListRow, personColumns } from "./person-list-row";
import type { People } from "./use-people";

interface PeopleListProps {
  people: People;
  text: string;
  openId: string | null;
  onOpen: (id: string) => void;
  onClear: () => void;
}

/** The people in their four states: loading, none, failed, all. */
export function PeopleList({ people, text, openId, onOpen, onClear }: PeopleListProps) {
  const t = useTranslations("people");
  const wording = useErrorWording();
  if (people.error) {
    const failure = callFailure(people.error);
    return (
      <ErrorState
        title={t("failed.title")}
        retryLabel={t("failed.retry")}
        retrying={people.isFetching}
        onRetry={people.retry}
        code={failure.requestId ? t("failed.code", { code: failure.requestId }) : undefined}
      >
        {wording(failure.code)} {t("failed.safe")}
      </ErrorState>
    );
  }
  if (!people.isLoaded) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  if (people.rows.length === 0) {
    return text.trim() ? (
      <EmptyState
        title={t("empty.search", { text: text.trim() })}
        actions={<Button onClick={onClear}>{t("empty.clear")}</Button>}
      >
        {t("empty.searchText")}
      </EmptyState>
    ) : (
      <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
    );
  }
  return (
    <div className="@container" aria-busy={people.isStale || undefined}>
      <div
        aria-hidden
        className={`${personColumns} sticky top-0 z-[1] hidden h-8 items-center border-b border-line bg-surface px-4 text-11 font-medium text-text-3 @3xl:grid sm:px-5`}
      >
        <span>{t("column.name")}</span>
        <span>{t("column.roles")}</span>
        <span>{t("column.state")}</span>
      </div>
      <ul aria-label={t("listLabel")}>
        {people.rows.map((person) => (
          <PersonListRow
            key={person.id}
            person={person}
            isOpen={person.id === openId}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {people.hasMore ? (
        <div className="px-4 py-3 sm:px-5">
          <Button pending={people.isFetching} pendingLabel={t("loading")} onClick={people.more}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
