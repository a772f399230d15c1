"use client";

import type { AreaSummary } from "@rembuk/services/areas/queries";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { EmergencyNumbers } from "@/features/intake/emergency-numbers";
import { EntryHints } from "@/features/intake/entry-hints";
import type { PartProps } from "@/features/intake/intake-entry";
import { fieldId, heardInstant, titleOf } from "@/features/intake/intake-entry";
import { useTRPC } from "@/lib/trpc";
import { StepHead } from "./step-head";
import type { Step } from "./use-step";

interface CheckStepProps extends PartProps {
  villages: readonly AreaSummary[];
  category: CategoryOption | undefined;
  goTo: (step: Step) => void;
}

/** All answers once more, each with a way back to it, and what the kecamatan promises. */
export function CheckStep({ entry, change, errors, villages, category, goTo }: CheckStepProps) {
  const t = useTranslations("village.form");
  const words = useTranslations("intake");
  const { zone, longDateTime } = useFormat();
  const heard = heardInstant(entry, zone);
  const village = villages.find((one) => one.code === entry.villageCode);
  const who = [entry.name, words(`capacities.${entry.capacity}`), entry.position]
    .filter(Boolean)
    .join(", ");
  const privacy = [entry.anonymous && words("anonymous"), entry.secret && words("secret")]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <StepHead title={t("check")} />
      <EntryHints entry={entry} change={change} />
      {category?.isAlwaysEmergency ? (
        <EmergencyNumbers isEmergency hours={category.emergencyHours} />
      ) : null}
      <dl className="-mt-2 divide-y divide-line border-y border-line">
        <Fact label={t("reporter")} onChange={() => goTo(1)}>
          {who}
          {entry.phone ? <span className="block font-mono text-14">{entry.phone}</span> : null}
          {entry.heardBy ? (
            <span className="block text-14 text-text-2">
              {[words(`heard.${entry.heardBy}`), heard && longDateTime(heard)]
                .filter(Boolean)
                .join(", ")}
            </span>
          ) : null}
        </Fact>
        {village ? (
          <Fact label={t("place")}>
            {village.name}, {village.within}
          </Fact>
        ) : null}
        <Fact label={t("kind")} onChange={() => goTo(2)}>
          {category?.name}
        </Fact>
        <Fact label={t("story")} onChange={() => goTo(3)}>
          <span className="whitespace-pre-line">{entry.story}</span>
          {privacy ? <span className="block text-14 text-text-2">{privacy}</span> : null}
        </Fact>
      </dl>
      <Field
        label={words("caseTitle")}
        optional={words("titleHint")}
        id={fieldId("caseTitle")}
        error={errors.caseTitle}
      >
        <TextInput
          value={titleOf(entry)}
          onChange={(event) => change({ ownTitle: event.target.value })}
          maxLength={300}
        />
      </Field>
      {category && entry.villageCode ? (
        <PromisedDates
          categoryCode={category.code}
          subdistrictCode={entry.villageCode.slice(0, 8)}
        />
      ) : null}
    </>
  );
}

function Fact({
  label,
  onChange,
  children,
}: {
  label: string;
  onChange?: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("village.form");
  return (
    <div className="py-3.5">
      <dt className="text-14 text-text-2">{label}</dt>
      <dd className="flex items-start gap-3 font-medium">
        <span className="min-w-0 flex-1 break-words">{children}</span>
        {onChange ? (
          <Button tone="quiet" size="small" className="-my-3 underline" onClick={onChange}>
            {t("change")} <span className="sr-only">{label}</span>
          </Button>
        ) : null}
      </dd>
    </div>
  );
}

function PromisedDates(input: { categoryCode: string; subdistrictCode: string }) {
  const t = useTranslations("village.form");
  const { longDate } = useFormat();
  const { data } = useQuery(
    useTRPC().cases.previewRouting.queryOptions(input, { staleTime: 5 * 60_000 }),
  );
  if (!data) return null;
  return (
    <div className="rounded-r2 border border-line bg-surface-2 p-3 text-15">
      <p className="text-14 text-text-2">{t("target")}</p>
      <p className="font-semibold">{data.targetName}</p>
      <ul className="mt-2 flex flex-col gap-0.5">
        <li>{t("checkBy", { date: longDate(data.verifyBy) })}</li>
        <li>{t("followUpBy", { date: longDate(data.followUpBy) })}</li>
        <li>{t("resolveBy", { date: longDate(data.resolveBy) })}</li>
      </ul>
    </div>
  );
}
