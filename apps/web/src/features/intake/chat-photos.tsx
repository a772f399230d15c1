"use client";

import { Button } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { FieldError } from "@rembuk/ui/field";
import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { mostPhotos } from "./chat-export";
import { PhotoStrip } from "./photo-strip";
import type { Chat } from "./use-chat";

/** Photos of a chat: pasted with it, dropped on it, chosen, or in WhatsApp's own export. */
export function ChatPhotos({ chat, children }: { chat: Chat; children: ReactNode }) {
  const t = useTranslations("intake.chat");
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    // A picture that is copied with its caption: the caption is pasted as ever.
    if (event.clipboardData.getData("text/plain") === "") event.preventDefault();
    chat.add(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    chat.add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pasting and dropping are shortcuts of the button in it
    <div
      onPaste={paste}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx("flex flex-col gap-2 rounded-r2", isOver && "outline-2 outline-brand")}
    >
      {children}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          icon={<ImagePlus size={16} aria-hidden />}
          pending={chat.isReading}
          pendingLabel={t("reading")}
          onClick={() => chooser.current?.click()}
        >
          {t("addPhotos")}
        </Button>
        <span className="min-w-0 flex-1 basis-52 text-meta text-text-2">{t("photosHint")}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,.zip,application/zip"
        aria-label={t("addPhotos")}
        onChange={(event) => {
          chat.add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <div role="status" className="flex flex-col gap-1 empty:hidden">
        {chat.problem ? <FieldError>{t(`problem.${chat.problem}`)}</FieldError> : null}
        {chat.leftOut > 0 ? (
          <p className="text-meta text-warn">
            {t("leftOut", { count: chat.leftOut, most: mostPhotos })}
          </p>
        ) : null}
      </div>
      <PhotoStrip photos={chat.photos} onRemove={chat.remove} />
    </div>
  );
}
