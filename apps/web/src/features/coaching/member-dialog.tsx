"use client";

import { useTranslations } from "next-intl";
import type { ShownBatch } from "./coaching-data";
import { linesOf } from "./field-values";
import { FieldsDialog } from "./fields-dialog";

/** The name of somebody of the team, and the other ways in which it is written. */
export function MemberDialog({
  batch,
  member,
  onClose,
}: {
  batch: ShownBatch;
  member: ShownBatch["team"][number];
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  return (
    <FieldsDialog
      title={t("team.edit")}
      subject={member.institution}
      text={t("team.editText")}
      sendLabel={t("form.save")}
      done={t("team.saved")}
      fields={[
        { name: "name", label: t("team.name"), least: 3 },
        {
          ...{ name: "aliases", label: t("team.otherNames"), hint: t("form.lines") },
          ...{ kind: "words", least: 0 },
        },
      ]}
      initial={{ name: member.name, aliases: member.aliases.join("\n") }}
      run={(coaching, clientActionId, values) =>
        coaching.saveTeam.mutate({
          ...{ clientActionId, batchId: batch.id, version: batch.version },
          team: batch.team.map((one) =>
            one.id === member.id
              ? { ...one, name: values.name ?? "", aliases: [...linesOf(values.aliases)] }
              : { ...one, aliases: [...one.aliases] },
          ),
        })
      }
      onClose={onClose}
    />
  );
}
