"use client";

import type { SavedAddress } from "@rembuk/domain/cases/saved-views";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorWording } from "@/lib/use-error-wording";
import { savedHref } from "../queue/queue-address";
import { useSaveView } from "./use-save-view";
import type { OfferedView } from "./use-views";

interface SaveViewWindowProps {
  /** Null: a new one. */
  view: OfferedView | null;
  /** The list as it is shown now. */
  address: SavedAddress;
  /** Something is searched for, which no view keeps. */
  hasWords: boolean;
  offices: readonly { readonly key: string; readonly name: string }[];
  isStart: boolean;
  refresh: () => Promise<void>;
  onClose: () => void;
}

const fewest = 2;
const longNumber = /\d(?:[\s.\-/]?\d){8,}/;

/** Keeps the list as it is shown, for oneself or one's office; of a kept one its name and what it holds. */
export default function SaveViewWindow(props: SaveViewWindowProps) {
  const { view, address, offices, refresh, onClose } = props;
  const t = useTranslations("queue.saved");
  const wording = useErrorWording();
  const router = useRouter();
  const formId = useId();
  const [name, setName] = useState(view?.name ?? "");
  const [officeKey, setOffice] = useState(view?.saved?.officeKey ?? null);
  const [isStart, setStart] = useState(props.isStart);
  const [isTried, setTried] = useState(false);
  const { save, remove, conflict, error, isPending } = useSaveView({
    ...{ view, refresh, wasStart: props.isStart },
    onSaved: (key) => {
      router.replace(savedHref(key, address), { scroll: false });
      onClose();
    },
    onGone: () => {
      router.replace(savedHref("", address), { scroll: false });
      onClose();
    },
  });
  const problem =
    name.trim().length < fewest
      ? t("nameMissing")
      : longNumber.test(name)
        ? t("nameNumber")
        : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!problem) save({ name: name.trim(), officeKey, address, isStart });
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={view ? t("editTitle", { name: view.name }) : t("keepTitle")}
      description={t(view ? "editAbout" : "keepAbout")}
      closeLabel={t("close")}
      footer={
        <>
          {view ? (
            <Button tone="danger" className="mr-auto" disabled={isPending} onClick={remove}>
              {t("remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={isPending}
            pendingLabel={t("saving")}
          >
            {conflict ? t("over") : t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        {conflict ? (
          <Notice
            tone="warn"
            live
            title={t("conflict", { name: conflict.updatedByName })}
            actions={
              <Button
                size="small"
                onClick={() => {
                  router.replace(conflict.href, { scroll: false });
                  onClose();
                }}
              >
                {t("openTheirs", { name: conflict.name })}
              </Button>
            }
          >
            {t("conflictText")}
          </Notice>
        ) : error ? (
          <Notice tone="bad" live>
            {wording(error)}
          </Notice>
        ) : null}
        <Field label={t("name")} hint={t("nameHint")} error={isTried ? problem : undefined}>
          <TextInput
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <OfficeField
          offices={offices}
          chosen={officeKey}
          // What an office shares is taken back by whoever shared it.
          isFixed={view !== null && !view.isOwn}
          onChange={setOffice}
        />
        <Checkbox
          label={t("asStart")}
          hint={t("asStartHint")}
          checked={isStart}
          onChange={(event) => setStart(event.target.checked)}
        />
        {props.hasWords ? <p className="text-meta text-text-2">{t("noWords")}</p> : null}
      </form>
    </Dialog>
  );
}

function OfficeField(props: {
  offices: SaveViewWindowProps["offices"];
  chosen: string | null;
  isFixed: boolean;
  onChange: (key: string | null) => void;
}) {
  const { offices, chosen, isFixed, onChange } = props;
  const t = useTranslations("queue.saved");
  const [only] = offices;
  if (!only) return null;
  if (offices.length === 1)
    return (
      <Checkbox
        label={t("share", { office: only.name })}
        hint={t("shareHint")}
        checked={chosen !== null}
        disabled={isFixed}
        onChange={(event) => onChange(event.target.checked ? only.key : null)}
      />
    );
  return (
    <Field label={t("shareWith")} hint={t("shareHint")}>
      <Select
        value={chosen ?? ""}
        disabled={isFixed}
        placeholder={t("nobody")}
        options={offices.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </Field>
  );
}
