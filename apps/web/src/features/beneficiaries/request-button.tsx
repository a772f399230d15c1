"use client";

import { type RequestKind, requestKinds } from "@rembuk/domain/beneficiaries/subject-requests";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { FileQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Household } from "./registry-data";
import { RequestDialog } from "./request-dialog";

/** Writes down what somebody of this household asks about their own data. */
export function RequestButton({ household }: { household: Household }) {
  const t = useTranslations("registry.requests");
  const [isOpen, setOpen] = useState(false);
  if (household.members.length === 0) return null;
  return (
    <>
      <Button icon={<FileQuestion size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t("record")}
      </Button>
      {isOpen ? <RecordDialog household={household} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RecordDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const t = useTranslations("registry.requests");
  const [residentId, setResident] = useState(household.members[0]?.id ?? "");
  const [kind, setKind] = useState<RequestKind>("access");
  return (
    <RequestDialog
      title={t("record")}
      act={t("save")}
      done={t("recorded")}
      label={t("words")}
      hint={t("wordsHint")}
      run={(registry, clientActionId, words) =>
        registry.recordRequest.mutate({ clientActionId, residentId, kind, words })
      }
      onClose={onClose}
    >
      <Field label={t("who")}>
        <Select
          value={residentId}
          options={household.members.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setResident(event.target.value)}
        />
      </Field>
      <Field label={t("kindLabel")}>
        <Select
          value={kind}
          options={requestKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) =>
            setKind(requestKinds.find((one) => one === event.target.value) ?? "access")
          }
        />
      </Field>
    </RequestDialog>
  );
}
