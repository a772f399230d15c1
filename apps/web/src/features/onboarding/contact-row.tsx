"use client";

import { saveContactCommand } from "@rembuk/domain/onboarding/commands";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { NearOffice, Onboarding } from "./onboarding-data";
import { useStepAct } from "./use-onboarding";

interface ContactRowProps {
  office: NearOffice;
  page: Onboarding;
}

/** An office with its phone; one of the kabupaten is corrected from above. */
export function ContactRow({ office, page }: ContactRowProps) {
  const t = useTranslations("onboarding.sectors");
  const [isOpen, setOpen] = useState(false);
  const mayEdit = !office.isShared || page.mayEditShared;
  return (
    <li className="px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48">
          <span className="block font-semibold break-words">{office.name}</span>
          <span className="block text-12 text-text-2">
            {office.phone ?? t("noPhone")} · {t(office.hasAccount ? "account" : "noAccount")}
            {office.isShared ? ` · ${t("shared")}` : ""}
          </span>
        </span>
        {mayEdit && !isOpen ? (
          <Button
            size="small"
            aria-label={t("editOf", { name: office.name })}
            onClick={() => setOpen(true)}
          >
            {t("edit")}
          </Button>
        ) : null}
      </div>
      {isOpen ? <ContactForm office={office} page={page} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function ContactForm({ office, page, onClose }: ContactRowProps & { onClose: () => void }) {
  const t = useTranslations("onboarding.sectors");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const [name, setName] = useState(office.name);
  const [phone, setPhone] = useState(office.phone ?? "");
  const isNamed = saveContactCommand.shape.name.safeParse(name).success;
  const save = useStepAct(
    (organizationId: string) =>
      client.onboarding.saveContact.mutate({
        ...{ clientActionId: crypto.randomUUID(), areaCode: page.areaCode, organizationId },
        ...{ name, phone },
      }),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNamed && !save.isPending) save.mutate(office.id);
  };
  return (
    <form noValidate onSubmit={submit} className="mt-2 grid gap-2.5 sm:grid-cols-[1fr_200px_auto]">
      <Field label={t("name")} error={isNamed ? undefined : t("nameMissing")}>
        <TextInput value={name} maxLength={200} onChange={(e) => setName(e.target.value)} />
      </Field>
      <Field label={t("phone")}>
        <TextInput
          type="tel"
          value={phone}
          maxLength={40}
          onChange={(e) => setPhone(e.target.value)}
        />
      </Field>
      <div className="flex items-end gap-2">
        <Button type="submit" tone="primary" pending={save.isPending}>
          {t("save")}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      {save.error ? (
        <Notice tone="bad" live className="sm:col-span-3">
          {wording(callFailure(save.error).code)}
        </Notice>
      ) : null}
    </form>
  );
}
