"use client";

import { type DocumentKind, documentKinds } from "@rembuk/domain/documents/model";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { FileChooser } from "../files/file-chooser";
import type { AboutDocument } from "./use-document-uploads";

/** A file with what it shows and until when it holds; its bytes go on their way when the window closes. */
export function AddDocumentDialog({
  subject,
  onAdd,
  onClose,
}: {
  subject: string;
  onAdd: (file: File, about: AboutDocument) => void;
  onClose: () => void;
}) {
  const t = useTranslations("documents");
  const files = useTranslations("files");
  const base = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<DocumentKind | "">("");
  const [validUntil, setValidUntil] = useState("");
  const [attempt, setAttempt] = useState(0);
  const isTried = attempt > 0;
  const kindError = isTried && kind === "" ? t("add.kindMissing") : undefined;
  const fileError = isTried && !file ? t("add.fileMissing") : undefined;
  return (
    <ActDialog
      title={t("add.title")}
      subject={subject}
      text={t("add.text")}
      sendLabel={t("add.send")}
      size="small"
      isSending={false}
      failure={null}
      errors={[
        ...(kindError ? [{ fieldId: `${base}-kind`, message: kindError }] : []),
        ...(fileError ? [{ fieldId: `${base}-file`, message: fileError }] : []),
      ]}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (!file || kind === "") return;
        onAdd(file, { kind, validUntil: validUntil || null });
        onClose();
      }}
      onClose={onClose}
    >
      <Field id={`${base}-kind`} label={t("add.kind")} error={kindError}>
        <Select
          value={kind}
          placeholder={t("add.choose")}
          options={documentKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(event) => setKind(event.target.value as DocumentKind)}
        />
      </Field>
      <Field label={t("add.until")} hint={t("add.untilHint")}>
        <TextInput
          type="date"
          value={validUntil}
          onChange={(event) => setValidUntil(event.target.value)}
        />
      </Field>
      <Field group label={t("add.file")} hint={files("accepted")} error={fileError}>
        <span className="flex flex-wrap items-center gap-2">
          <Button
            id={`${base}-file`}
            icon={<Paperclip size={16} aria-hidden />}
            onClick={() => chooser.current?.click()}
          >
            {files("add")}
          </Button>
          <span className="min-w-0 text-14 break-all">{file?.name ?? t("add.noFile")}</span>
        </span>
        <FileChooser
          inputRef={chooser}
          label={files("add")}
          isSingle
          onFiles={([chosen]) => setFile(chosen ?? null)}
        />
      </Field>
    </ActDialog>
  );
}
