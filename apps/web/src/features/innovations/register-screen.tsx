"use client";

import { emptyProfile } from "@rembuk/domain/innovations/model";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { TextInput } from "@rembuk/ui/text-input";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasteField, previewOf } from "./paste-field";
import { useInnovationAct } from "./use-innovation-act";

const leastName = 3;

/** A new innovation: by its name, or from a report or proposal that there is. */
export function RegisterScreen({
  subdistrictCode,
  villageCode,
}: {
  subdistrictCode: string;
  villageCode: string | null;
}) {
  const t = useTranslations("innovations");
  const router = useRouter();
  const [typed, setTyped] = useState<string | null>(null);
  const [pasted, setPasted] = useState("");
  const [attempt, setAttempt] = useState(0);
  const preview = previewOf(emptyProfile, pasted);
  const name = (typed ?? preview?.profile.name ?? "").trim();
  const isUnread = pasted.trim() !== "" && !preview;
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.register.mutate({
        ...{ clientActionId, subdistrictCode, villageCode, name },
        pasted: preview ? pasted : null,
      }),
    done: t("register.done"),
    onDone: ({ innovationId }) => router.push(`/inovasi/${innovationId}`),
  });
  const isShort = name.length < leastName;
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/inovasi", label: t("title") }}
        title={t("register.title")}
        lead={t("register.text")}
      />
      <form
        noValidate
        className="flex max-w-[820px] flex-col gap-4 px-4 py-4 sm:px-7"
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt((before) => before + 1);
          if (!isShort && !isUnread) act.send();
        }}
      >
        <PasteField pasted={pasted} preview={preview} onPaste={setPasted} />
        <Field
          id="inovasi-nama"
          label={t("fields.name")}
          error={attempt > 0 && isShort ? t("register.nameMissing") : undefined}
        >
          <TextInput
            maxLength={300}
            value={typed ?? preview?.profile.name ?? ""}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        {act.failure ? (
          <Notice tone="bad" live>
            {act.failure}
          </Notice>
        ) : null}
        <Button
          type="submit"
          tone="primary"
          className="self-start"
          pending={act.isSending}
          pendingLabel={t("sending")}
        >
          {t("register.send")}
        </Button>
      </form>
    </div>
  );
}
