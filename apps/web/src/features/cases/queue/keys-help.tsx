"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Dialog } from "@rembuk/ui/dialog";
import { Kbd } from "@rembuk/ui/kbd";
import { useTranslations } from "next-intl";
import { useShortcutSetting } from "../use-shortcuts";

const keys = [
  { keys: ["j", "k"], word: "move" },
  { keys: ["Enter", "o"], word: "open" },
  { keys: ["/"], word: "search" },
  { keys: ["r"], word: "refresh" },
  { keys: ["c"], word: "new" },
  { keys: ["?"], word: "helpKey" },
] as const;

/** What each key does, and the switch for single letters. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations("queue.keys");
  const shortcuts = useShortcutSetting();
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="small"
      title={t("title")}
      closeLabel={t("close")}
      footer={
        <Button tone="primary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <dl className="grid grid-cols-[96px_1fr] gap-x-3 gap-y-2 text-control">
        {keys.map(({ keys: pressed, word }) => (
          <div key={word} className="contents">
            <dt className="flex gap-1">
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-meta text-text-2">{t("actions")}</p>
      <div className="mt-4 border-t border-line pt-3">
        <Checkbox
          checked={shortcuts.on}
          onChange={(event) => shortcuts.set(event.target.checked)}
          label={t("toggle")}
          hint={t("toggleHint")}
        />
      </div>
    </Dialog>
  );
}
