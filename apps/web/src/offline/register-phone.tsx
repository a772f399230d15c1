"use client";

import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useMemo, useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { type OwnVillage, useOwnVillages, useRegisterPhone } from "./use-register-phone";

/** Once, with network: this phone gets its key, the village and the kinds of problems. */
export function RegisterPhone() {
  const t = useTranslations("offline.register");
  const { villages, failed } = useOwnVillages();
  return (
    <section className="flex flex-col gap-4 bg-surface px-4 py-4">
      <div>
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        <p className="text-15 text-text-2">{t("text")}</p>
      </div>
      {failed ? <Notice tone="warn">{t("needsNetwork")}</Notice> : null}
      {villages?.length === 0 ? <Notice tone="warn">{t("notYours")}</Notice> : null}
      {villages && villages.length > 0 ? <RegisterForm villages={villages} /> : null}
    </section>
  );
}

function RegisterForm({ villages }: { villages: readonly OwnVillage[] }) {
  const t = useTranslations("offline.register");
  const wording = useErrorWording();
  const register = useRegisterPhone();
  const [label, setLabel] = useState("");
  const [code, setCode] = useState(villages.length === 1 ? (villages[0]?.code ?? "") : "");
  const [tried, setTried] = useState(false);
  const village = villages.find((one) => one.code === code);
  // The same answers sent twice are one act; other answers are another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id belongs to these answers
  const clientActionId = useMemo(() => crypto.randomUUID(), [label, code]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const name = label.trim();
    if (name && village) register.mutate({ clientActionId, label: name, village });
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {register.isError ? (
        <Notice tone="bad" live>
          {wording(callFailure(register.error).code)}
        </Notice>
      ) : null}
      <Field
        label={t("label")}
        hint={t("labelHint")}
        error={tried && !label.trim() ? t("labelMissing") : undefined}
      >
        <TextInput
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          autoComplete="off"
          maxLength={60}
        />
      </Field>
      {villages.length > 1 ? (
        <Field label={t("village")} error={tried && !village ? t("villageMissing") : undefined}>
          <Select
            value={code}
            onChange={(event) => setCode(event.target.value)}
            placeholder={t("choose")}
            options={villages.map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
      ) : (
        <p className="text-15 text-text-2">
          {t("village")} <b className="font-semibold text-text">{village?.name}</b>
        </p>
      )}
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<Smartphone size={20} aria-hidden />}
        pending={register.isPending}
        pendingLabel={t("sending")}
      >
        {t("send")}
      </Button>
    </form>
  );
}
