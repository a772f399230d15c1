"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { IconButton } from "@rembuk/ui/icon-button";
import { Keyboard, Plus, Radio, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useLiveStatus } from "@/components/live-status";
import { useFormat } from "@/components/office-zone";
import { useShellCommands } from "@/components/shortcuts/shell-commands";
import { ExportView } from "@/features/papers/export-view";
import { ReplySheetButton } from "../sheet/reply-sheet-button";
import { ViewsMenu } from "../views/views-menu";
import { HeadFrame } from "./head-frame";
import type { QueueSetting } from "./queue-setting";
import type { QueueView } from "./queue-view";

interface QueueHeadProps {
  setting: QueueSetting;
  view: QueueView;
  counts: Readonly<Record<string, number>> | undefined;
  shortcuts: boolean;
}

/** Beyond this the server stops counting. */
const COUNT_CAP = 10_000;

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
    <HeadFrame setting={setting} view={view} countOf={countOf}>
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
    </HeadFrame>
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
