"use client";

import { Pinwheel } from "@rembuk/ui/status-glyph";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { ReceiptFacts } from "./receipt-facts";

/** The three dates that the sheet promises; an emergency's first response above them. */
export function PromisedDays({ facts }: { facts: ReceiptFacts }) {
  const t = useTranslations("receipt.sheet");
  const { longDateTime } = useFormat();
  return (
    <section className="mt-3 rounded-[3px] border-[1.5px] border-(--ink) [--line-strong:#c2c7c2]">
      <h3 className="border-b border-(--rule) px-3 py-[7px] font-bold">{t("when")}</h3>
      {facts.responseBy ? (
        <p className="border-b border-(--rule) px-3 py-[7px] font-bold">
          {t("urgent", { date: longDateTime(facts.responseBy) })}
        </p>
      ) : null}
      <div className="grid grid-cols-3">
        <PromisedDay slats={2} title={t("checked")} by={facts.checkBy} estimate={false} />
        <PromisedDay slats={4} title={t("followedUp")} by={facts.followUpBy} estimate={false} />
        <PromisedDay
          slats={4}
          full
          title={t("settled")}
          by={facts.resolveBy}
          estimate={facts.isEstimate}
        />
      </div>
    </section>
  );
}

function PromisedDay({
  slats,
  full = false,
  title,
  by,
  estimate,
}: {
  slats: number;
  full?: boolean;
  title: string;
  by: Date;
  estimate: boolean;
}) {
  const t = useTranslations("receipt.sheet");
  const { longDate } = useFormat();
  const [weekday = "", ...rest] = longDate(by).split(" ");
  return (
    <div className="min-w-0 border-l border-(--rule) px-2 py-2 first:border-l-0 min-[480px]:px-3">
      <p className="flex items-center gap-1.5 font-bold">
        <Pinwheel slats={slats} ink="#161d1c" centre={full} />
        {title}
      </p>
      <p className="mt-[3px] text-[11.5px] text-(--quiet)">{t(estimate ? "estimate" : "latest")}</p>
      <p className="font-semibold">
        {weekday}
        <br />
        {rest.join(" ")}
      </p>
    </div>
  );
}
