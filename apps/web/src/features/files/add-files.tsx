"use client";

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { AudiencePicker } from "@rembuk/ui/audience-picker";
import { Button } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { Camera, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { FileChooser } from "./file-chooser";
import { usualAudience } from "./files-data";

/** By camera, from the disk, or dropped; for whom is asked before. */
export function AddFiles(props: {
  allowed: readonly NoteAudience[];
  onAdd: (files: readonly File[], audience: NoteAudience) => void;
}) {
  const t = useTranslations("files");
  const [audience, setAudience] = useState<NoteAudience>(usualAudience(props.allowed) ?? "partner");
  const [isOver, setOver] = useState(false);
  const disk = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const add = (files: readonly File[]) => {
    if (files.length > 0) props.onAdd(files, audience);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button in it
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "flex flex-col gap-2 rounded-r2 border border-dashed px-3 py-2.5",
        isOver ? "border-brand bg-brand-soft" : "border-line-control bg-surface",
      )}
    >
      <Audience allowed={props.allowed} value={audience} onChange={setAudience} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          className="hidden! pointer-coarse:inline-flex!"
          icon={<Camera size={16} aria-hidden />}
          onClick={() => camera.current?.click()}
        >
          {t("camera")}
        </Button>
        <Button icon={<Paperclip size={16} aria-hidden />} onClick={() => disk.current?.click()}>
          {t("add")}
        </Button>
        <span className="text-meta text-text-2 pointer-coarse:hidden">{t("drop")}</span>
      </div>
      <p className="text-meta text-text-2">{t("accepted")}</p>
      <FileChooser inputRef={disk} label={t("add")} onFiles={add} />
      <FileChooser inputRef={camera} label={t("camera")} onFiles={add} isCamera />
    </div>
  );
}

function Audience(props: {
  allowed: readonly NoteAudience[];
  value: NoteAudience;
  onChange: (audience: NoteAudience) => void;
}) {
  const t = useTranslations("files");
  const words = useTranslations("case.notes.audience");
  if (props.allowed.length < 2)
    return <p className="text-meta text-text-2">{t(`reach.${props.value}`)}</p>;
  return (
    <AudiencePicker
      label={t("audience")}
      labels={{
        internal: words("internal"),
        partner: words("partner"),
        reporter: words("reporter"),
      }}
      reach={{
        internal: t("reach.internal"),
        partner: t("reach.partner"),
        reporter: t("reach.reporter"),
      }}
      value={props.value}
      onChange={props.onChange}
      allowed={props.allowed}
    />
  );
}
