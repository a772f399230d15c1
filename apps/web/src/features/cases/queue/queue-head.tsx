"use client";

import type { BulkAct } from "@rembuk/domain/cases/bulk-commands";
import { ButtonLink } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { IconButton } from "@rembuk/ui/icon-button";
import { Tabs } from "@rembuk/ui/tabs";
import { Keyboard, Plus, Radio, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useLiveStatus } from "@/components/live-status";
import { useFormat } from "@/components/office-zone";
import { useShellCommands } from "@/components/shortcuts/shell-commands";
import { ExportView } from "@/features/papers/export-view";
import { ReplySheetButton } from "../sheet/reply-sheet-button";
import { ViewsMenu } from "../views/views-menu";
import { type QueueView, queueViews, viewAddress } from "./queue-view";

/** What the page calls its list and where the reader records a new case. */
export interface QueueSetting {
  readonly title: "queue" | "village" | "sector";
  readonly intake: { readonly href: string; readonly word: "newAtDesk" | "newCase" } | null;
  /** The kecamatan whose villages the reader may choose; null when there are several or one village. */
  readonly subdistrictCode: string | null;
  /** What others ask of the reader, in a view of its own: help, or to take a case over. Null: nothing. */
  readonly hears: "referrals" | "transfers" | null;
  /** May open a secret case in an emergency, by its number. */
  readonly mayBreakGlass: boolean;
  /** What the reader may do to several cases at once; empty: nothing is checked here. */
  readonly bulkActs: readonly BulkAct[];
  /** May take a view along as a table. */
  readonly mayExport: boolean;
}

interface QueueHeadProps {
  setting: QueueSetting;
  view: QueueView;
  counts: Readonly<Record<string, number>> | undefined;
  shortcuts: boolean;
}

/** Beyond this the server stops counting. */
const COUNT_CAP = 10_000;

const viewsOf = ({ hears }: QueueSetting): readonly QueueView[] =>
  queueViews.filter((one) => one !== "referred" || hears !== null);

/** Title, views with their numbers, how live the list is, and the way to a new case. */
export const QueueHead = memo(function QueueHead(props: QueueHeadProps) {
  const { setting, view, counts } = props;
  const t = useTranslations("queue");
  const { number } = useFormat();
  const { openHelp } = useShellCommands();
  const countOf = (one: QueueView): string | null => {
    const count = counts?.[one];
    if (count === undefined) return null;
    return count > COUNT_CAP ? t("overCap", { count: number(COUNT_CAP) }) : number(count);
  };
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-4 border-b border-line px-4">
      <h1 className="py-2 text-16 font-bold tracking-[-0.01em]">{t(`titles.${setting.title}`)}</h1>
      <Tabs
        label={t("views")}
        className="order-last -mx-2 w-[calc(100%+16px)] sm:order-none sm:mx-0 sm:w-auto sm:self-stretch"
        tabs={viewsOf(setting).map((one) => ({
          href: `/antrean?tampilan=${viewAddress[one]}`,
          label: t(one === "referred" ? `hears.${setting.hears ?? "referrals"}` : `view.${one}`),
          count: countOf(one),
          current: one === view,
        }))}
      />
      <span className="ml-auto flex items-center gap-2 py-1.5">
        <LiveWord />
        <ViewsMenu />
        {setting.mayExport ? <ExportView /> : null}
        {/* A sheet is filled at a desk; a phone has no room beside the way to a new case. */}
        <span className="hidden sm:contents">
          {setting.bulkActs.includes("note") ? <ReplySheetButton /> : null}
        </span>
        <IconButton
          size="small"
          label={t("help")}
          className="pointer-coarse:hidden"
          icon={<Keyboard size={16} aria-hidden />}
          onClick={openHelp}
        />
        {setting.intake ? (
          <ButtonLink
            href={setting.intake.href}
            tone="primary"
            icon={<Plus size={16} aria-hidden />}
            hint={props.shortcuts ? "c" : undefined}
          >
            {t(setting.intake.word)}
          </ButtonLink>
        ) : null}
      </span>
    </header>
  );
});

function LiveWord() {
  const t = useTranslations("queue");
  const { clockTime, zone } = useFormat();
  const { isOn, heardAt } = useLiveStatus();
  // Its place is kept until the line is heard, so that the head does not break into two lines by it.
  const time = `${heardAt === null ? "00.00" : clockTime(heardAt)} ${zone}`;
  const isLive = isOn || heardAt === null;
  return (
    <span
      className={cx(
        "hidden items-center gap-1.5 text-12 whitespace-nowrap text-text-2 lg:flex",
        heardAt === null && "invisible",
      )}
    >
      {isLive ? <Radio size={14} aria-hidden /> : <WifiOff size={14} aria-hidden />}
      {/* Beside the tabs of a usual screen there is room for the time alone. */}
      <span className="sr-only 2xl:not-sr-only">{isLive ? t("live", { time }) : t("liveOff")}</span>
      <span aria-hidden className="2xl:hidden">
        {isLive ? time : t("liveOff")}
      </span>
    </span>
  );
}
