"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { EmptyState, ErrorState } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import { callFailure } from "@/lib/trpc-client";
import type { QueueView } from "./queue-view";

/** Why the list is empty, and what can be done instead. */
export function QueueEmpty(props: {
  view: QueueView;
  isNarrowed: boolean;
  /** Who has the number of a secret case may open it in an emergency. */
  mayBreakGlass: boolean;
  openCount: number;
  onClear: () => void;
}) {
  const { view, isNarrowed, openCount } = props;
  const t = useTranslations("queue.empty");
  if (isNarrowed) {
    return (
      <EmptyState
        title={t("filtered")}
        actions={
          <>
            <Button tone="primary" onClick={props.onClear}>
              {t("clearFilters")}
            </Button>
            {props.mayBreakGlass ? (
              <ButtonLink href="/buka-darurat">{t("glass")}</ButtonLink>
            ) : null}
          </>
        }
      >
        {t("filteredText")}
      </EmptyState>
    );
  }
  const text =
    view === "mine" || view === "referred" || view === "late"
      ? t(`${view}Text`, { count: openCount })
      : t(`${view}Text`);
  const next =
    view === "open" ? (
      <ButtonLink href="/antrean?tampilan=semua">{t("showAll")}</ButtonLink>
    ) : view === "all" || openCount === 0 ? null : (
      <ButtonLink href="/antrean?tampilan=terbuka">{t("showOpen")}</ButtonLink>
    );
  return (
    <EmptyState title={t(view)} actions={next}>
      {text}
    </EmptyState>
  );
}

/** What failed, what is safe, what to try. */
export function QueueFailed(props: { error: unknown; isRetrying: boolean; onRetry: () => void }) {
  const t = useTranslations("queue.failed");
  const { requestId } = callFailure(props.error);
  return (
    <ErrorState
      title={t("title")}
      retryLabel={t("retry")}
      onRetry={props.onRetry}
      retrying={props.isRetrying}
      code={requestId ? t("code", { code: requestId }) : undefined}
    >
      {t("text")}
    </ErrorState>
  );
}
