"use client";

import { type RelayWay, relayWays } from "@rembuk/domain/cases/model";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { fromWall, toWall } from "../actions/behalf-fields";
import type { CaseDetail } from "../case-data";
import { useRefreshCase } from "./use-case";

interface RelayFormProps {
  kase: CaseDetail;
  /** Stands in the field first: most often whoever writes it down did the telling. */
  readerName: string;
  onClose: () => void;
}

const formId = "kabari-formulir";

/** What was entered, what is missing, and the sending of it; its id is made once with the form. */
function useRelay({ kase, readerName, onClose }: RelayFormProps) {
  const t = useTranslations("case.relay");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshCase(kase.id);
  const { zone } = kase.calendar;
  const [clientActionId] = useState(() => crypto.randomUUID());
  const [toldBy, setToldBy] = useState(readerName);
  const [how, setHow] = useState<RelayWay | null>(null);
  const [when, setWhen] = useState(() => toWall(new Date(), zone));
  const [isChecked, setChecked] = useState(false);
  const record = useMutation({
    mutationFn: (told: { toldBy: string; how: RelayWay; toldAt: Date }) =>
      client.cases.relay.mutate({ ...told, clientActionId, caseId: kase.id }),
    onSuccess: async () => {
      toast.show({ title: t("saved") });
      onClose();
      await refresh();
    },
  });
  // A wall shows minutes: the minute of the receipt is not before it.
  const earliest = toWall(kase.receivedAt, zone);
  const instant = fromWall(when, zone);
  const isTimely = instant !== null && when >= earliest && instant <= new Date();
  const toldAt = isTimely ? new Date(Math.max(instant.getTime(), kase.receivedAt.getTime())) : null;
  const errors = {
    who: isChecked && !toldBy.trim() ? t("whoMissing") : undefined,
    how: isChecked && how === null ? t("howMissing") : undefined,
    when: isChecked && toldAt === null ? t("whenMissing") : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (toldBy.trim() && how !== null && toldAt !== null && !record.isPending)
      record.mutate({ toldBy: toldBy.trim(), how, toldAt });
  };
  return { toldBy, setToldBy, how, setHow, when, setWhen, earliest, errors, submit, record };
}

/** Who told the citizen, how and when. */
export function RelayForm(props: RelayFormProps) {
  const { kase, onClose } = props;
  const t = useTranslations("case.relay");
  const wording = useErrorWording();
  const relay = useRelay(props);
  const { errors, record } = relay;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="small"
      title={t("dialogTitle")}
      description={kase.number}
      closeLabel={t("cancel")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={record.isPending}
            pendingLabel={t("saving")}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={relay.submit} className="flex flex-col gap-3">
        {record.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(record.error).code)}
          </Notice>
        ) : null}
        <Field label={t("who")} hint={t("whoHint")} error={errors.who}>
          <TextInput
            value={relay.toldBy}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => relay.setToldBy(event.target.value)}
          />
        </Field>
        <Field label={t("how")} error={errors.how} group>
          <RadioGrid
            name="relay-how"
            columns={1}
            options={relayWays.map((way) => ({ value: way, label: t(`ways.${way}`) }))}
            value={relay.how}
            onChange={(next) => relay.setHow(relayWays.find((way) => way === next) ?? null)}
          />
        </Field>
        <Field
          label={t("when")}
          hint={t("whenHint", { zone: kase.calendar.zone })}
          error={errors.when}
          className="max-w-60"
        >
          <TextInput
            type="datetime-local"
            value={relay.when}
            min={relay.earliest}
            onChange={(event) => relay.setWhen(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
