"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

/** Demonstration: the mail that would have gone out, newest first. */
export function MailboxScreen() {
  const t = useTranslations("operations");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader title={t("mailbox.title")} lead={t("mailbox.lead")} />
      <div className="max-w-[900px] px-4 py-3.5 sm:px-7">
        <Notice tone="info" className="mb-3.5">
          {t("mailbox.never")}
        </Notice>
        <Panel flush>
          <MailList />
        </Panel>
      </div>
    </div>
  );
}

function MailList() {
  const t = useTranslations("operations");
  const wording = useErrorWording();
  const format = useFormat();
  const mails = useQuery(
    useTRPC().notifications.mailbox.queryOptions(undefined, { refetchInterval: 10_000 }),
  );
  if (mails.error) {
    return (
      <ErrorState
        title={t("mailbox.failed")}
        retryLabel={t("retry")}
        retrying={mails.isFetching}
        onRetry={() => void mails.refetch()}
      >
        {wording(callFailure(mails.error).code)}
      </ErrorState>
    );
  }
  if (!mails.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  if (mails.data.length === 0) {
    return <EmptyState title={t("mailbox.empty")}>{t("mailbox.emptyText")}</EmptyState>;
  }
  return (
    <ul aria-label={t("mailbox.title")} className="divide-y divide-line">
      {mails.data.map((mail) => (
        <li key={mail.id}>
          <details className="group">
            <summary className="grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 py-2.5 hover:bg-hover focus-visible:outline-offset-[-2px]">
              <span className="min-w-0">
                <span className="block font-semibold break-words">{mail.subject}</span>
                <span className="block text-12 break-all text-text-2">
                  {t("mailbox.to", { recipient: mail.recipient })}
                </span>
              </span>
              <time dateTime={mail.createdAt.toISOString()} className="text-12 text-text-2">
                {format.shortDateTime(mail.createdAt)}
              </time>
            </summary>
            <p className="border-t border-line bg-sunken px-4 py-3 break-words whitespace-pre-line">
              {mail.body}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
