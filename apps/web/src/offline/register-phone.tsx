"use client";

import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { PhoneForm } from "./phone-form";
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
  const register = useRegisterPhone();
  const [label, setLabel] = useState("");
  const [code, setCode] = useState(villages.length === 1 ? (villages[0]?.code ?? "") : "");
  const village = villages.find((one) => one.code === code);
  // The same answers sent twice are one act; other answers are another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id belongs to these answers
  const clientActionId = useMemo(() => crypto.randomUUID(), [label, code]);
  const words = {
    ...{ label: t("label"), hint: t("labelHint"), missing: t("labelMissing") },
    ...{ send: t("send"), sending: t("sending") },
  };
  return (
    <PhoneForm
      {...{ words, label, error: register.error, isPending: register.isPending }}
      onLabel={setLabel}
      onSend={(name) => {
        if (village) register.mutate({ clientActionId, label: name, village });
      }}
    >
      {(tried) =>
        villages.length > 1 ? (
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
        )
      }
    </PhoneForm>
  );
}
