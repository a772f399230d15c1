"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { HandoverRow } from "./handover-data";

/** Who took what from whom, when, where and before whom. */
export function HandoverFacts({ handover }: { handover: HandoverRow }) {
  const t = useTranslations("handovers");
  const outcomes = useTranslations("field.outcome");
  const relations = useTranslations("handovers.relation");
  const { shortDateTime, number } = useFormat();
  const { outcome, quantity, unit, proxy, witness, accuracyMeters } = handover;
  const parts = [
    `${outcomes(outcome)}${quantity > 0 ? ` ${quantity} ${unit}` : ""}`,
    shortDateTime(handover.happenedAt),
    ...(proxy
      ? [`${t("proxy", { name: proxy.name })} (${relations(proxy.relation as "child")})`]
      : []),
    ...(witness ? [t("witness", { name: witness.name })] : []),
    accuracyMeters === null ? t("noPlace") : t("accuracy", { meters: number(accuracyMeters) }),
    ...(handover.nikMatches === false ? [t("nikDiffers")] : []),
  ];
  return (
    <>
      <p className="text-14 break-words">{parts.join(" · ")}</p>
      <p className="text-13 text-text-2 break-words">
        {handover.device === null
          ? t("keyedBy", { who: handover.recordedBy })
          : t("by", { who: handover.recordedBy, device: handover.device })}
        {handover.carriedBy ? `, ${t("carried", { who: handover.carriedBy })}` : null}
        {handover.isSkewed ? (
          <b className="font-semibold text-warn">
            {" "}
            {t("skewed", { time: shortDateTime(handover.capturedAt) })}
          </b>
        ) : null}
      </p>
      {handover.note ? <p className="text-14 break-words">“{handover.note}”</p> : null}
    </>
  );
}
