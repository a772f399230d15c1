"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Bell, CircleDot, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { type NoticeTone, noticeHref, noticeKey, noticeTone } from "./notice-word";
import { useNoticeWords } from "./use-notice-words";
import type { Notice } from "./use-notices";

const icons: Record<NoticeTone, typeof Bell> = { late: TriangleAlert, turn: Bell, fact: CircleDot };

interface NoticeListProps {
  notices: readonly Notice[];
  /** The reader opens the case of a notice. */
  onOpen: (notice: Notice) => void;
}

/** Notices newest first; each leads to its case. */
export function NoticeList({ notices, onOpen }: NoticeListProps) {
  const t = useTranslations("notices");
  const words = useNoticeWords(notices);
  const format = useFormat();
  return (
    <ul aria-label={t("title")} className="divide-y divide-line">
      {notices.map((notice) => {
        const tone = noticeTone(noticeKey(notice.kind));
        const Icon = icons[tone];
        const isUnread = notice.readAt === null;
        return (
          <li key={notice.id}>
            <AppLink
              href={noticeHref(notice.subject, notice.kind) ?? "/pemberitahuan"}
              onClick={() => onOpen(notice)}
              className={`relative grid grid-cols-[18px_minmax(0,1fr)] gap-x-2.5 px-4 py-2.5 text-inherit no-underline hover:bg-hover focus-visible:outline-offset-[-2px] ${isUnread ? "bg-brand-soft before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-brand before:content-['']" : ""}`}
            >
              <Icon
                size={16}
                aria-hidden
                className={`mt-0.5 ${tone === "late" ? "text-bad" : isUnread ? "text-brand" : "text-text-3"}`}
              />
              <span className="min-w-0">
                <span className={`block text-13 ${isUnread ? "font-semibold" : ""}`}>
                  {words.what(notice)}
                  {isUnread ? <span className="sr-only"> ({t("unreadMark")})</span> : null}
                </span>
                <span className="block text-12 break-words text-text-2">
                  <span className="font-mono">{words.number(notice)}</span> {words.about(notice)}
                </span>
                <time
                  dateTime={notice.createdAt.toISOString()}
                  className="block text-12 text-text-3"
                >
                  {format.shortDateTime(notice.createdAt)} {format.zone}
                </time>
              </span>
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}
