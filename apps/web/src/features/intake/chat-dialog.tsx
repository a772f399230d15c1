"use client";

import { type ChatReport, reportFromChat } from "@rembuk/domain/cases/chat-report";
import { parseChat, sendersOf } from "@rembuk/domain/cases/whatsapp-chat";
import type { AreaSummary } from "@rembuk/services/areas/queries";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { type KeyValueEntry, KeyValueList } from "@rembuk/ui/key-value";
import { Select } from "@rembuk/ui/select";
import { Textarea } from "@rembuk/ui/textarea";
import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { type IntakeEntry, isStarted } from "./intake-entry";

interface ChatDialogProps {
  entry: IntakeEntry;
  change: (part: Partial<IntakeEntry>) => void;
  villages: readonly AreaSummary[];
  categories: readonly CategoryOption[];
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

/** A pasted WhatsApp chat fills the form. The chat itself is read here and sent nowhere. */
export function ChatDialog(props: ChatDialogProps) {
  const t = useTranslations("intake.chat");
  const [isOpen, setOpen] = useState(false);
  const [pasted, setPasted] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const messages = useMemo(() => parseChat(pasted), [pasted]);
  const senders = useMemo(() => sendersOf(messages), [messages]);
  const sender = chosen !== null && senders.includes(chosen) ? chosen : (senders[0] ?? null);
  const report =
    sender === null
      ? null
      : reportFromChat(messages, sender, {
          villages: props.villages,
          categoryCodes: props.categories.map(({ code }) => code),
        });
  const close = (next: boolean) => {
    setOpen(next);
    if (next) return;
    // A chat is somebody's; it does not wait in the page.
    setPasted("");
    setChosen(null);
  };
  const use = () => {
    if (!report) return;
    props.change(entryOf(report, props.entry));
    close(false);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={close}
      trigger={
        <Button size="small" icon={<MessageSquareText size={16} aria-hidden />}>
          {t("open")}
        </Button>
      }
      title={t("open")}
      description={t("lead")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={() => close(false)}>{t("close")}</Button>
          <Button tone="primary" disabled={report === null} onClick={use}>
            {t("use")}
          </Button>
        </>
      }
    >
      <Field
        label={t("text")}
        hint={t("textHint")}
        error={pasted.trim() !== "" && messages.length === 0 ? t("unread") : undefined}
      >
        <Textarea rows={7} value={pasted} onChange={(event) => setPasted(event.target.value)} />
      </Field>
      {sender !== null && report ? (
        <div className="mt-3 flex flex-col gap-3">
          <Field label={t("sender")}>
            <Select
              value={sender}
              onChange={(event) => setChosen(event.target.value)}
              options={senders.map((one) => ({ value: one, label: one }))}
            />
          </Field>
          <ChatFindings report={report} {...props} />
        </div>
      ) : null}
    </Dialog>
  );
}

/** What was found, guesses named as guesses, before anything is filled in. */
function ChatFindings({
  report,
  entry,
  villages,
  categories,
}: ChatDialogProps & { report: ChatReport }) {
  const t = useTranslations("intake.chat");
  const village = villages.find(({ code }) => code === report.villageCode);
  const category = categories.find(({ code }) => code === report.categoryCode);
  const found: KeyValueEntry[] = [
    { key: "who", label: t("who"), value: report.name || report.phone },
    { key: "at", label: t("at"), value: report.heardAt?.replace("T", " ") ?? "" },
    { key: "village", label: t("village"), value: village?.name ?? t("noGuess") },
    { key: "category", label: t("category"), value: category?.name ?? t("noGuess") },
    {
      key: "story",
      label: t("story"),
      value: <span className="line-clamp-4 whitespace-pre-line">{report.story}</span>,
    },
  ];
  return (
    <div aria-live="polite">
      <KeyValueList entries={found} labelWidth={110} />
      {report.media > 0 ? (
        <p className="mt-2 text-meta text-text-2">{t("media", { count: report.media })}</p>
      ) : null}
      {isStarted(entry) ? <p className="mt-2 text-meta text-warn">{t("replaces")}</p> : null}
    </div>
  );
}
