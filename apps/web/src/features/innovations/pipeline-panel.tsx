"use client";

import { pipelineStages } from "@rembuk/domain/innovations/model";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownInnovation } from "./innovation-data";
import { FieldValue } from "./profile-panels";
import { SectionDialog } from "./section-dialog";
import { useInnovationAct } from "./use-innovation-act";

/** The five stages, where it stands, and the gate before the next one. */
export function PipelinePanel({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations");
  const [isOpen, setOpen] = useState(false);
  const at = pipelineStages.indexOf(innovation.stage);
  return (
    <Panel id="tahapan" title={t("pipeline.title")} note={t("pipeline.note")}>
      <ol className="grid gap-1.5 sm:grid-cols-5">
        {pipelineStages.map((stage, place) => (
          <li
            key={stage}
            aria-current={place === at ? "step" : undefined}
            className={`flex items-center gap-1.5 rounded-r2 border px-2 py-1.5 text-13 ${
              place === at
                ? "border-brand-line bg-brand-soft font-semibold text-brand"
                : "border-line text-text-2"
            }`}
          >
            {place < at ? <Check size={14} aria-hidden className="shrink-0 text-ok" /> : null}
            <span>
              {place + 1}. {t(`stage.${stage}`)}
            </span>
          </li>
        ))}
      </ol>
      <section className="mt-3">
        <div className="flex items-center gap-2">
          <h3 className="text-13 font-semibold text-text-2">{t("fields.idea")}</h3>
          {innovation.mayEdit ? (
            <Button
              size="small"
              aria-label={t("edit.of", { what: t("fields.idea") })}
              onClick={() => setOpen(true)}
            >
              {t("edit.open")}
            </Button>
          ) : null}
        </div>
        <FieldValue innovation={innovation} field="idea" />
      </section>
      <StageButtons innovation={innovation} />
      {isOpen ? (
        <SectionDialog innovation={innovation} section="idea" onClose={() => setOpen(false)} />
      ) : null}
    </Panel>
  );
}

function StageButtons({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations");
  if (innovation.stages.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-3">
      {innovation.stages.map(({ to, isBack, obstacle }) => (
        <StageButton
          key={to}
          innovation={innovation}
          to={to}
          label={t(isBack ? "pipeline.back" : "pipeline.enter", { stage: t(`stage.${to}`) })}
          isMain={!isBack}
          obstacle={obstacle ? t(`obstacles.${obstacle}`) : null}
        />
      ))}
    </div>
  );
}

function StageButton({
  innovation: { id: innovationId, version },
  to,
  label,
  isMain,
  obstacle,
}: {
  innovation: ShownInnovation;
  to: ShownInnovation["stage"];
  label: string;
  isMain: boolean;
  obstacle: string | null;
}) {
  const t = useTranslations("innovations");
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.moveStage.mutate({ clientActionId, innovationId, version, to }),
    done: t("pipeline.done"),
    onDone: () => undefined,
  });
  if (obstacle)
    return (
      <p className="w-full text-13 text-text-2">
        <b className="font-semibold text-text">{label}:</b> {obstacle}
      </p>
    );
  return (
    <>
      <Button
        size="small"
        tone={isMain ? "primary" : undefined}
        pending={act.isSending}
        pendingLabel={t("sending")}
        onClick={act.send}
      >
        {label}
      </Button>
      {act.failure ? (
        <Notice tone="bad" live>
          {act.failure}
        </Notice>
      ) : null}
    </>
  );
}
