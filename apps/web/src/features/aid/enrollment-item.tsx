"use client";

import type { EnrollmentAct, EnrollmentStatus } from "@rembuk/domain/aid/enrolling";
import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import { Ban, Check, CircleDashed, ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { Enrollment } from "./aid-data";
import { EnrollmentActDialog } from "./enrollment-act-dialog";
import { EnrollmentRules } from "./enrollment-rules";

const looks: Readonly<Record<EnrollmentStatus, readonly [ChipTone, typeof Check]>> = {
  candidate: ["info", CircleDashed],
  verified: ["info", ClipboardCheck],
  decided: ["ok", Check],
  stopped: ["warn", Ban],
};

/** One enrolment: who, why, where it stands, what was done, and what the reader can do. */
export function EnrollmentItem(props: { enrollment: Enrollment; ofHousehold: boolean }) {
  const { enrollment, ofHousehold } = props;
  const t = useTranslations("aid");
  const { shortDate } = useFormat();
  const [act, setAct] = useState<EnrollmentAct | null>(null);
  const [tone, Icon] = looks[enrollment.status];
  return (
    <li className="px-3 py-2.5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-semibold break-words">
            {ofHousehold ? (
              <TextLink href={`/bantuan/${enrollment.programCode}`}>
                {enrollment.programName}
              </TextLink>
            ) : (
              <TextLink href={`/keluarga/${enrollment.householdId}`}>
                {enrollment.residentName}
              </TextLink>
            )}
          </p>
          <p className="text-12 text-text-2">
            {ofHousehold ? enrollment.residentName : enrollment.villageName} ·{" "}
            {t("enrollment.nominated", {
              name: enrollment.nominatedBy,
              date: shortDate(enrollment.nominatedAt),
            })}
          </p>
        </div>
        <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
          {t(`enrollment.status.${enrollment.status}`)}
        </Chip>
      </div>
      <p className="mt-1 text-control break-words">{enrollment.ground}</p>
      {enrollment.musdesNumber ? (
        <p className="text-12 text-text-2">
          {t("enrollment.musdes", {
            number: enrollment.musdesNumber,
            date: enrollment.musdesOn ? shortDate(dayOf(enrollment.musdesOn)) : "",
          })}
        </p>
      ) : null}
      {enrollment.caseId ? (
        <p className="text-12">
          <TextLink href={`/kasus/${enrollment.caseId}`}>{t("enrollment.fromCase")}</TextLink>
        </p>
      ) : null}
      <EnrollmentRules rules={enrollment.rules} />
      <Steps enrollment={enrollment} />
      {enrollment.acts.length > 0 ? (
        <div className="mt-2 flex flex-wrap gap-2">
          {enrollment.acts.map((one) => (
            <Button key={one} size="small" onClick={() => setAct(one)}>
              {t(`enrollment.act.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {act ? (
        <EnrollmentActDialog enrollment={enrollment} act={act} onClose={() => setAct(null)} />
      ) : null}
    </li>
  );
}

function Steps({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations("aid.enrollment");
  const { shortDate } = useFormat();
  if (enrollment.steps.length === 0) return null;
  return (
    <ol className="mt-1.5 flex flex-col gap-1 border-l-2 border-line pl-2.5">
      {enrollment.steps.map((step) => (
        <li key={`${step.act} ${step.doneAt.getTime()}`} className="text-12">
          <span className="font-semibold">{t(`done.${step.act}`)}</span>
          <span className="text-text-2">
            {" "}
            {step.doneBy}, {shortDate(step.doneAt)}
            {step.letterNumber ? ` · ${step.letterNumber}` : ""}
            {step.happenedOn ? ` (${shortDate(dayOf(step.happenedOn))})` : ""}
          </span>
          <span className="block break-words">{step.words}</span>
        </li>
      ))}
    </ol>
  );
}
