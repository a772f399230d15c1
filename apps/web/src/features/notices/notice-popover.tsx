"use client";

import { Popover } from "@base-ui/react/popover";
import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { type TakenOver, useTakenFocus } from "@rembuk/ui/later";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { NoticeInbox } from "./notice-inbox";
import type { Notices } from "./use-notices";

const shownInPopover = 8;

interface NoticePopoverProps {
  notices: Notices;
  trigger: ReactElement;
  taken: TakenOver;
}

/** The newest notices beside their bell. */
export function NoticePopover({ notices, trigger, taken }: NoticePopoverProps) {
  const t = useTranslations("notices");
  const [open, setOpen] = useState(taken.isWanted);
  const button = useTakenFocus(taken);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger ref={button} render={trigger} />
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
    </Popover.Root>
  );
}
