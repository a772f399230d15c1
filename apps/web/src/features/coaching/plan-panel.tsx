"use client";

import { Button } from "@rembuk/ui/button";
import { KeyValueList } from "@rembuk/ui/key-value";
import { Panel } from "@rembuk/ui/panel";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AgreementLines } from "./agreement-lines";
import type { ShownEngagement } from "./coaching-data";
import { linesOf } from "./field-values";
import { FieldsDialog } from "./fields-dialog";

/** Rencana Pengembangan: where it goes, its steps, what makes it last, and who stands behind it. */
export function PlanPanel({ engagement }: { engagement: ShownEngagement }) {
  const t = useTranslations("coaching");
  const [isOpen, setOpen] = useState(false);
  const { plan, may, id: engagementId, version } = engagement;
  return (
    <Panel
      id="rencana"
      title={t("plan.title")}
      actions={
        may.plan ? (
          <Button
            size="small"
            icon={<Pencil size={14} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {t(plan ? "plan.change" : "plan.write")}
          </Button>
        ) : null
      }
    >
      {plan ? (
        <div className="flex flex-col gap-3">
          <KeyValueList
            entries={[
              { key: "direction", label: t("plan.direction"), value: plan.direction },
              {
                key: "steps",
                label: t("plan.steps"),
                value: (
                  <ol className="list-decimal pl-5">
                    {plan.steps.map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                ),
              },
              { key: "support", label: t("plan.support"), value: plan.support || "–" },
            ]}
          />
          <AgreementLines
            agreement={plan.agreement}
            what={t("plan.title")}
            run={(coaching, clientActionId, side) =>
              coaching.agreePlan.mutate({ clientActionId, engagementId, version, side })
            }
          />
        </div>
      ) : (
        <p className="text-text-2">{t("plan.none")}</p>
      )}
      {isOpen ? <PlanDialog engagement={engagement} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function PlanDialog({ engagement, onClose }: { engagement: ShownEngagement; onClose: () => void }) {
  const t = useTranslations("coaching");
  const { plan, id: engagementId, version, placeName } = engagement;
  return (
    <FieldsDialog
      title={t("plan.title")}
      subject={placeName}
      text={t("plan.text")}
      sendLabel={t("form.save")}
      done={t("plan.saved")}
      fields={[
        { name: "direction", label: t("plan.direction"), kind: "words", least: 10 },
        { name: "steps", label: t("plan.steps"), hint: t("form.lines"), kind: "words", least: 3 },
        {
          name: "support",
          label: t("plan.support"),
          hint: t("plan.hint"),
          kind: "words",
          least: 0,
        },
      ]}
      initial={{
        direction: plan?.direction ?? "",
        ...{ steps: plan?.steps.join("\n") ?? "", support: plan?.support ?? "" },
      }}
      run={(coaching, clientActionId, { direction = "", steps, support = "" }) =>
        coaching.savePlan.mutate({
          ...{ clientActionId, engagementId, version },
          plan: { direction, steps: [...linesOf(steps)], support },
        })
      }
      onClose={onClose}
    />
  );
}
