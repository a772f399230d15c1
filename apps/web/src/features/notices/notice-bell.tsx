"use client";

import { IconButton, IconLink } from "@rembuk/ui/icon-button";
import { createLater, useStandIn } from "@rembuk/ui/later";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { badgeText } from "./badge-text";
import { useNotices } from "./use-notices";

const popover = createLater(() =>
  import("./notice-popover").then(({ NoticePopover }) => NoticePopover),
);

/** The bell of the rail: how many wait, and the newest of them. */
export function NoticeBell() {
  const t = useTranslations("notices");
  const notices = useNotices();
  const trigger = (
    <IconButton
      label={t("bell", { count: notices.unread })}
      icon={<Bell size={16} aria-hidden />}
      badge={badgeText(notices.unread)}
    />
  );
  const { Part, standIn, taken } = useStandIn(popover, { trigger, kind: "dialog" });
  return (
    <>
      {Part ? <Part notices={notices} trigger={trigger} taken={taken} /> : standIn}
      <UnreadStatus unread={notices.unread} />
    </>
  );
}

/** The bell of a phone leads to the page: a popover would cover everything. */
export function PhoneNoticeBell() {
  const t = useTranslations("notices");
  const { unread } = useNotices();
  return (
    <span data-density="lapang">
      <IconLink
        href="/pemberitahuan"
        label={t("bell", { count: unread })}
        icon={<Bell size={20} aria-hidden />}
        badge={badgeText(unread)}
      />
    </span>
  );
}

/** Tells screen readers when the number changes, not when the page opens. */
function UnreadStatus({ unread }: { unread: number }) {
  const t = useTranslations("notices");
  const [first] = useState(unread);
  return (
    <span role="status" className="sr-only">
      {unread > first ? t("bell", { count: unread }) : ""}
    </span>
  );
}
