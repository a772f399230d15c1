"use client";

import type { ChatReport } from "@rembuk/domain/cases/chat-report";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { Textarea } from "@rembuk/ui/textarea";
import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatFindings } from "./chat-findings";
import { ChatPhotos } from "./chat-photos";
import type { IntakeEntry } from "./intake-entry";
import { type Offered, useChat } from "./use-chat";

interface ChatDialogProps extends Offered {
  entry: IntakeEntry;
  change: (part: Partial<IntakeEntry>) => void;
  /** Photos of the chat, sent after the case was made. */
  onPhotos: (photos: readonly File[]) => void;
}

/** What of a chat goes into the form; a guess never takes away what was chosen. */
const entryOf = (report: ChatReport, entry: IntakeEntry): Partial<IntakeEntry> => ({
  name: report.name || entry.name,
  phone: report.phone || entry.phone,
  story: report.story.slice(0, 8000),
  ownTitle: null,
  capacity: "citizen",
  villageCode: report.villageCode ?? entry.villageCode,
  categoryCode: report.categoryCode ?? entry.categoryCode,
  heardBy: "whatsapp",
  heardAt: report.heardAt ?? "",
});

/** A WhatsApp chat fills the form, photos too. The chat itself is read here and sent nowhere. */
export function ChatDialog(props: ChatDialogProps) {
  const t = useTranslations("intake.chat");
  const [isOpen, setOpen] = useState(false);
  const chat = useChat(props);
  const close = (next: boolean) => {
    setOpen(next);
    // A chat is somebody's; it does not wait in the page.
    if (!next) chat.clear();
  };
  const use = () => {
    if (!chat.report) return;
    props.change(entryOf(chat.report, props.entry));
    props.onPhotos(chat.photos);
    close(false);
  };
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        icon={<MessageSquareText size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={close}
        title={t("open")}
        description={t("lead")}
        closeLabel={t("close")}
        footer={
          <>
            <Button onClick={() => close(false)}>{t("close")}</Button>
            <Button tone="primary" disabled={chat.report === null} onClick={use}>
              {t("use")}
            </Button>
          </>
        }
      >
        <ChatPhotos chat={chat}>
          <Field
            label={t("text")}
            hint={t("textHint")}
            error={chat.text.trim() !== "" && chat.messages.length === 0 ? t("unread") : undefined}
          >
            <Textarea
              rows={7}
              value={chat.text}
              onChange={(event) => chat.setText(event.target.value)}
            />
          </Field>
        </ChatPhotos>
        {chat.sender !== null && chat.report ? (
          <div className="mt-3 flex flex-col gap-3">
            <Field label={t("sender")}>
              <Select
                value={chat.sender}
                onChange={(event) => chat.choose(event.target.value)}
                options={chat.senders.map((one) => ({ value: one, label: one }))}
              />
            </Field>
            <ChatFindings {...props} report={chat.report} found={chat.photos.length} />
          </div>
        ) : null}
      </Dialog>
    </>
  );
}
