"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useTRPC } from "@/lib/trpc";
import type { ShownInnovation } from "./innovation-data";
import { useInnovationAct } from "./use-innovation-act";

/** Which work of the office is this innovation: categories of cases, and whether its trips count. */
export function OperationDialog({
  innovation,
  onClose,
}: {
  innovation: ShownInnovation;
  onClose: () => void;
}) {
  const t = useTranslations("innovations.operation");
  const { id: innovationId, version, parts } = innovation;
  const [operations, setOperations] = useState(parts.operations);
  const { data } = useQuery(useTRPC().cases.categories.queryOptions());
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.saveParts.mutate({
        ...{ clientActionId, innovationId, version },
        parts: { operations },
      }),
    done: t("done"),
    onDone: onClose,
  });
  const turn = (code: string, isOn: boolean) =>
    setOperations((before) => ({
      ...before,
      categories: isOn
        ? [...before.categories, code]
        : before.categories.filter((one) => one !== code),
    }));
  return (
    <ActDialog
      title={t("title")}
      subject={innovation.profile.name}
      text={t("text")}
      sendLabel={t("send")}
      size="medium"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={0}
      onSend={act.send}
      onClose={onClose}
    >
      <Checkbox
        label={t("trips")}
        hint={t("tripsHint")}
        checked={operations.countsTrips}
        onChange={(event) =>
          setOperations((before) => ({ ...before, countsTrips: event.target.checked }))
        }
      />
      <fieldset className="min-w-0">
        <legend className="mb-1 text-control font-semibold">{t("categories")}</legend>
        <div className="grid max-h-72 gap-1 overflow-y-auto sm:grid-cols-2">
          {(data ?? []).map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={operations.categories.includes(code)}
              onChange={(event) => turn(code, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
    </ActDialog>
  );
}
