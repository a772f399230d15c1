"use client";

import { Button } from "@rembuk/ui/button";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NoticeInbox } from "./notice-inbox";
import { useNotices } from "./use-notices";

/** What the reader was told, newest first. */
export function NoticesScreen() {
  const t = useTranslations("notices");
  const notices = useNotices();
  const [view, setView] = useState("all");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader title={t("title")} lead={t("sentence", { count: notices.unread })}>
        <Segmented
          label={t("view")}
          value={view}
          onChange={setView}
          options={[
            { value: "all", label: t("viewAll") },
            { value: "unread", label: t("viewUnread") },
          ]}
        />
        {notices.unread > 0 ? (
          <Button pending={notices.isMarking} onClick={() => notices.mark({})}>
            {t("markAll")}
          </Button>
        ) : null}
      </PageHeader>
      <div className="max-w-[820px] px-4 py-3.5 sm:px-7">
        <Panel flush footer={t("kept")}>
          <NoticeInbox notices={notices} onlyUnread={view === "unread"} />
        </Panel>
      </div>
    </div>
  );
}
