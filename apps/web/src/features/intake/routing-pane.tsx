"use client";

import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { type KeyValueEntry, KeyValueList } from "@rembuk/ui/key-value";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { EmergencyNumbers } from "./emergency-numbers";

interface RoutingPaneProps {
  subdistrictCode: string;
  category: CategoryOption | undefined;
}

/** Where the case will go, the three dates that the receipt promises, and what to ask for. */
export function RoutingPane({ subdistrictCode, category }: RoutingPaneProps) {
  const t = useTranslations("intake");
  const urgent = category?.isAlwaysEmergency ?? false;
  const numbers = (
    <EmergencyNumbers isEmergency={urgent} hours={category?.emergencyHours ?? null} />
  );
  return (
    <div className="flex flex-col gap-3.5">
      {urgent ? <div className="max-lg:hidden">{numbers}</div> : null}
      <Panel id="tujuan" title={t("route.title")}>
        {category ? (
          <Route subdistrictCode={subdistrictCode} category={category} />
        ) : (
          <p className="text-control text-text-2">{t("route.empty")}</p>
        )}
      </Panel>
      {category && category.requiredEvidence.length > 0 ? (
        <Panel id="bukti" title={t("evidence")}>
          <ul className="list-disc pl-4 text-control marker:text-text-3">
            {category.requiredEvidence.map((item) => (
              <li key={item} className="py-0.5">
                {item}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {urgent ? null : numbers}
    </div>
  );
}

function Route({
  subdistrictCode,
  category,
}: {
  subdistrictCode: string;
  category: CategoryOption;
}) {
  const t = useTranslations("intake");
  const r = useTranslations("intake.route");
  const { longDate } = useFormat();
  const preview = useQuery(
    useTRPC().cases.previewRouting.queryOptions(
      { subdistrictCode, categoryCode: category.code },
      { staleTime: 5 * 60_000 },
    ),
  );
  const found = preview.data;
  const date = (by: Date, days: number) => (
    <>
      {longDate(by)}{" "}
      <abbr
        title={r("days", { days })}
        className="font-normal whitespace-nowrap text-text-2 no-underline"
      >
        {r("shortDays", { days })}
      </abbr>
    </>
  );
  const entries: KeyValueEntry[] = found
    ? [
        {
          key: "responsible",
          label: r("responsible"),
          value: found.responsibleName
            ? `${found.focalSectionName}, ${found.responsibleName}`
            : `${found.focalSectionName}. ${r("nobody")}`,
        },
        { key: "verify", label: r("verify"), value: date(found.verifyBy, found.verifyDays) },
        {
          key: "followUp",
          label: r("followUp"),
          value: date(found.followUpBy, found.followUpDays),
        },
        {
          key: "resolve",
          label: r("resolve"),
          value: <b>{date(found.resolveBy, found.resolutionDays)}</b>,
        },
      ]
    : [];
  return (
    <div aria-live="polite" className="min-h-36">
      <p className="text-14 font-semibold">{found?.targetName ?? category.targetName}</p>
      {found && found.supportingNames.length > 0 ? (
        <p className="text-control text-text-2">
          {r("supports", { names: found.supportingNames.join(", ") })}
        </p>
      ) : null}
      {found ? <KeyValueList className="mt-2.5" entries={entries} labelWidth={88} /> : null}
      {found?.isEstimate ? <p className="mt-1 text-meta text-warn">{r("estimate")}</p> : null}
      {preview.isError ? <p className="mt-1 text-meta text-warn">{r("failed")}</p> : null}
      {category.privacy === "NORMAL" ? null : (
        <p className="mt-2 text-meta text-text-2">
          {t(category.privacy === "SECRET" ? "categorySecret" : "categoryAnonymous")}
        </p>
      )}
    </div>
  );
}
