import type { CaseStatus, HolderKind } from "@rembuk/domain/cases/model";
import { shortHolderName } from "@rembuk/domain/cases/short-holder-name";
import type { ClockReading } from "@rembuk/domain/cases/sla";
import type { RowClock } from "@rembuk/ui/two-clocks-row";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Holder } from "../case-data";
import { clockLook, clockPhrase, usedShare } from "./clock-words";

/** Words that the queue and the case page share: holders and clocks. */
export function useCaseWords() {
  const t = useTranslations("case");
  return useMemo(() => {
    /** Where it stands, for a row; what waits for the leaders says so, whatever it was before. */
    const statusWord = (kase: { status: CaseStatus; holderKind: HolderKind }): string =>
      kase.holderKind === "leaders" ? t("awaitsLeaders") : t(`status.${kase.status}`);
    const holder = ({ kind, code, name }: Holder, village: string): string => {
      if (kind === "desk" || kind === "leaders" || kind === "none") return t(`holder.${kind}`);
      if (kind === "village") return t("holder.village", { village });
      return name ?? code ?? t("holder.desk");
    };
    const shortHolder = (one: Holder, village: string): string =>
      one.code !== null && (one.kind === "section" || one.kind === "sector")
        ? shortHolderName(one.code, one.name)
        : holder(one, village);
    const rowClock = (clock: ClockReading): RowClock => {
      const { key, days } = clockPhrase(clock);
      const look = clockLook(clock);
      return {
        text: t(`clock.${key}`, { days }),
        used: usedShare(clock),
        state: look === "done" ? "fine" : look,
      };
    };
    return { holder, shortHolder, rowClock, statusWord };
  }, [t]);
}
