"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Notice } from "@rembuk/ui/notice";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";

type Related = CaseDetail["related"];

/** What carries this report, said first: its own clocks stand still. */
export function CarriedNotice({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("duplicates.carried");
  const status = useTranslations("case.status");
  const outcome = useTranslations("case.outcome");
  const { longDate } = useFormat(kase.calendar.zone);
  const { carriedBy } = kase.related;
  if (!carriedBy) return null;
  const { opens } = carriedBy;
  const state = carriedBy.outcome
    ? `${status(carriedBy.status)}, ${outcome(carriedBy.outcome)}`
    : status(carriedBy.status);
  return (
    <Notice tone="info" title={t("title")}>
      {opens ? (
        <AppLink href={`/kasus/${opens.id}`} className="font-semibold underline">
          {opens.number} {opens.title}
        </AppLink>
      ) : (
        t("closed")
      )}{" "}
      <span className="block">
        {t("state", { state })}
        {carriedBy.resolvedAt === null
          ? ` ${t("due", { date: longDate(carriedBy.totalDueAt) })}`
          : ""}
      </span>
    </Notice>
  );
}

/** Reports that this case carries, and the cases that it was split from and into. */
export function RelatedCases({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("duplicates.related");
  const { shortDate } = useFormat(kase.calendar.zone);
  const { reports, splitFrom, splitInto } = kase.related;
  if (reports.length === 0 && splitFrom === null && splitInto.length === 0) return null;
  return (
    <section aria-labelledby="terkait">
      <SectionHeader id="terkait" title={t("title")} className="mb-1.5" />
      <ul className="divide-y divide-line rounded-r3 border border-line bg-surface">
        {reports.map((one) => (
          <Row key={one.id} one={one} kase={kase} role={t("report")}>
            {[
              one.reporterName ? t("reporter", { name: one.reporterName }) : "",
              one.settledAt ? t("settled", { date: shortDate(one.settledAt) }) : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </Row>
        ))}
        {splitFrom ? <Row one={splitFrom} kase={kase} role={t("splitFrom")} /> : null}
        {splitInto.map((one) => (
          <Row key={one.id} one={one} kase={kase} role={t("splitInto")} />
        ))}
      </ul>
    </section>
  );
}

function Row(props: {
  one: NonNullable<Related["splitFrom"]>;
  kase: CaseDetail;
  role: string;
  children?: ReactNode;
}) {
  const { one, kase, role, children } = props;
  const status = useTranslations("case.status");
  const { shortDate } = useFormat(kase.calendar.zone);
  return (
    <li className="px-3 py-2">
      <p className="flex flex-wrap gap-x-2 text-meta text-text-2">
        <span>{role}</span>
        <span className="font-mono">{one.number}</span>
        <span>{status(one.status)}</span>
        <span>{shortDate(one.receivedAt)}</span>
      </p>
      <p className="break-words">
        <AppLink href={`/kasus/${one.id}`} className="text-control font-semibold underline">
          {one.title}
        </AppLink>
      </p>
      {children ? <p className="text-meta text-text-2">{children}</p> : null}
    </li>
  );
}
