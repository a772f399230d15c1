"use client";

import { officeElements } from "@rembuk/domain/coaching/model";
import { Checkbox } from "@rembuk/ui/checkbox";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import type { ShownEngagement, ShownSession } from "./coaching-data";
import { type FieldSpec, FieldsDialog } from "./fields-dialog";

/** Who of each institution came; of one that sent nobody the reason is asked. */
export function HoldDialog({
  engagement,
  session,
  onClose,
}: {
  engagement: ShownEngagement;
  session: ShownSession;
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  const { longDate } = useFormat();
  const { institutions, team } = engagement.batch;
  const [present, setPresent] = useState<readonly string[]>(() => team.map(({ id }) => id));
  const absent = institutions.filter(
    (institution) =>
      !team.some((one) => one.institution === institution && present.includes(one.id)),
  );
  const fields: readonly FieldSpec[] = [
    ...absent.map((institution) => ({
      ...{ name: `absent/${institution}`, least: 3 },
      label: t("attendance.reasonOf", { institution }),
    })),
    ...officeElements.map((one) => ({
      ...{ name: one, label: t(`attendance.elements.${one}`), least: 1 },
    })),
  ];
  const countOf = (text = "") => Math.min(500, Math.max(0, Number.parseInt(text, 10) || 0));
  return (
    <FieldsDialog
      title={t("sessions.moves.hold")}
      subject={longDate(session.startsAt)}
      text={t("attendance.text")}
      sendLabel={t("form.save")}
      done={t("attendance.saved")}
      isWhole={absent.length < institutions.length}
      fields={fields}
      initial={{ head: "1", manager: "1", stakeholder: "0" }}
      before={
        <fieldset className="flex flex-col gap-1">
          <legend className="text-13 font-semibold text-text-2">{t("attendance.team")}</legend>
          {team.map((member) => (
            <Checkbox
              key={member.id}
              label={member.name}
              hint={member.institution}
              checked={present.includes(member.id)}
              onChange={(event) =>
                setPresent((before) =>
                  event.target.checked
                    ? [...before, member.id]
                    : before.filter((id) => id !== member.id),
                )
              }
            />
          ))}
          {absent.length === institutions.length ? (
            <p role="alert" className="text-13 text-bad">
              {t("attendance.nobody")}
            </p>
          ) : null}
        </fieldset>
      }
      run={(coaching, clientActionId, values) =>
        coaching.stepSession.mutate({
          ...{ clientActionId, sessionId: session.id, version: session.version },
          step: {
            move: "hold",
            attendance: {
              present: [...present],
              absences: absent.map((institution) => ({
                ...{ institution, reason: values[`absent/${institution}`] ?? "" },
              })),
              office: {
                head: countOf(values.head),
                manager: countOf(values.manager),
                stakeholder: countOf(values.stakeholder),
              },
            },
          },
        })
      }
      onClose={onClose}
    />
  );
}
