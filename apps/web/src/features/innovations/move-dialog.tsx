"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { InnovationMove, ShownInnovation } from "./innovation-data";
import { useInnovationAct } from "./use-innovation-act";

/** One step of the report, said once more before it is taken. */
export function MoveDialog({
  innovation: { id: innovationId, version, profile },
  move,
  onClose,
}: {
  innovation: ShownInnovation;
  move: Exclude<InnovationMove, "return">;
  onClose: () => void;
}) {
  const t = useTranslations("innovations.moves");
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.move.mutate({ clientActionId, innovationId, version, move }),
    done: t(`${move}.done`),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t(`${move}.title`)}
      subject={profile.name}
      text={t(`${move}.consequence`)}
      sendLabel={t(`${move}.send`)}
      size="small"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={0}
      onSend={act.send}
      onClose={onClose}
    />
  );
}
