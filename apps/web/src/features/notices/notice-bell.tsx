"use client";

import { Popover } from "@base-ui/react/popover";
import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { IconButton, IconLink } from "@rembuk/ui/icon-button";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NoticeInbox } from "./notice-inbox";
import { badgeText } from "./notice-word";
import { useNotices } from "./use-notices";

const shownInPopover = 8;

/** The bell of the rail: how many wait, and the newest of them. */
export function NoticeBell() {
  const t = useTranslations("notices");
  const notices = useNotices();
  const [open, setOpen] = useState(false);
  const label = t("bell", { count: notices.unread });
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        render={
          <IconButton
            label={label}
            icon={<Bell size={16} aria-hidden />}
            badge={badgeText(notices.unread)}
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="right" align="end" sideOffset={8} className="z-50 outline-none">
          <Popover.Popup className="flex max-h-[min(560px,var(--available-height))] w-[min(380px,var(--available-width))] flex-col overflow-hidden rounded-r3 border border-line-strong bg-surface text-text shadow-popover outline-none">
            <header className="flex min-h-11 items-center gap-2 border-b border-line px-4 py-1.5">
              <Popover.Title className="flex-1 text-14 font-bold">{t("title")}</Popover.Title>
              {notices.unread > 0 ? (
                <Button size="small" tone="quiet" onClick={() => notices.mark({})}>
                  {t("markAll")}
                </Button>
              ) : null}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
              <NoticeInbox
                notices={notices}
                limit={shownInPopover}
                takeFocus={false}
                onOpened={() => setOpen(false)}
              />
            </div>
            <footer className="border-t border-line px-4 py-2 text-13">
              <TextLink href="/pemberitahuan" onClick={() => setOpen(false)}>
                {t("all")}
              </TextLink>
            </footer>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
      <UnreadStatus unread={notices.unread} />
    </Popover.Root>
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
