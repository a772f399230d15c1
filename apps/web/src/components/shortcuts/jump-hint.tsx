"use client";

import { Kbd } from "@rembuk/ui/kbd";
import { useTranslations } from "next-intl";
import type { Place } from "../app-shell/navigation";
import { placeKeys } from "./shortcut-table";

/** After `g`: which letter leads where. */
export function JumpHint({ places, isWaiting }: { places: readonly Place[]; isWaiting: boolean }) {
  const t = useTranslations("shortcuts");
  const name = useTranslations("nav");
  return (
    <div role="status" className="print:hidden">
      {isWaiting ? (
        <div className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-[720px] flex-wrap items-center gap-x-4 gap-y-1.5 rounded-r3 border border-line-strong bg-surface px-4 py-3 text-control shadow-popover">
          <b className="font-semibold">{t("jump")}</b>
          {places.map(({ key }) => (
            <span key={key} className="flex items-center gap-1.5">
              <Kbd>{placeKeys[key]}</Kbd>
              {name(key)}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}
