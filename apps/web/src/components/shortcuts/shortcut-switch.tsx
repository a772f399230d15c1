"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { useTranslations } from "next-intl";
import { useShortcutSetting } from "./use-shortcuts";

/** Switches single letters off and on, in this browser. */
export function ShortcutSwitch() {
  const t = useTranslations("shortcuts");
  const shortcuts = useShortcutSetting();
  return (
    <Checkbox
      checked={shortcuts.on}
      onChange={(event) => shortcuts.set(event.target.checked)}
      label={t("toggle")}
      hint={t("toggleHint")}
    />
  );
}
