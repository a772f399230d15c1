import { AppLink } from "@rembuk/ui/app-link";
import { buttonLook } from "@rembuk/ui/button-look";
import { SkeletonBars } from "@rembuk/ui/skeleton-bars";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type GivenAddress, wordsOf } from "./first-sight";
import { HeadFrame } from "./head-frame";
import { readAddress, readLook } from "./queue-address";
import type { QueueSetting } from "./queue-setting";

interface StillQueueProps {
  setting: QueueSetting;
  address: GivenAddress;
  /** Drawn for a phone. */
  isNarrow: boolean;
  /** The first cases; null: bars in their place. */
  rows: ReactNode;
}

const CHIP = "min-h-[max(26px,var(--target-min))] flex-none rounded-r2 border border-line";
const CHIPS = ["w-[72px]", "w-16", "w-24", "w-[68px]", "w-20"];

/**
 * The queue as the server draws it: its name, its views and the way to a new case work as links; what
 * needs scripts is a place kept for it.
 */
export function StillQueue({ setting, address, isNarrow, rows }: StillQueueProps) {
  const t = useTranslations("queue");
  const words = wordsOf(address);
  const { filters } = readAddress(words);
  const isDense = readLook(words).look.density === "dense";
  return (
    <div
      data-density={isNarrow ? "lapang" : isDense ? "padat" : undefined}
      className="flex h-full min-h-0 flex-col bg-surface"
    >
      <HeadFrame setting={setting} view={filters.view} countOf={() => null}>
        {setting.intake ? (
          <AppLink href={setting.intake.href} className={buttonLook("primary")}>
            <Plus size={16} aria-hidden />
            {t(setting.intake.word)}
          </AppLink>
        ) : null}
      </HeadFrame>
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <div
            aria-hidden
            className="flex flex-none items-start gap-1.5 border-b border-line px-4 py-2 max-sm:flex-wrap"
          >
            <span className="h-[max(28px,var(--target-min))] min-w-36 flex-[0_1_184px] rounded-r2 border border-line-control max-sm:flex-[1_1_100%]" />
            <span className="flex min-w-0 flex-1 gap-1.5 overflow-hidden max-sm:w-full">
              {CHIPS.map((width) => (
                <span key={width} className={`${CHIP} ${width}`} />
              ))}
            </span>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            {rows ?? (
              <div aria-busy="true">
                <p role="status" className="sr-only">
                  {t("loading")}
                </p>
                <SkeletonBars rows={10} />
              </div>
            )}
          </div>
        </div>
        <div className="hidden w-[400px] flex-none border-l border-line min-[1200px]:block" />
      </div>
    </div>
  );
}
