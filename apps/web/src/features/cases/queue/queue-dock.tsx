"use client";

import type { BulkAct } from "@rembuk/domain/cases/bulk-commands";
import { BulkBar } from "@rembuk/ui/bulk-bar";
import {
  BadgeCheck,
  CircleCheckBig,
  Handshake,
  MessageSquareText,
  Split,
  UserRoundPlus,
  Zap,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { caseKeys } from "@/components/shortcuts/shortcut-table";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import { HeldBars } from "../bulk/held-bar";
import type { useChecked } from "./use-checked";

const ICONS: Record<BulkAct, typeof Zap> = {
  triage: BadgeCheck,
  route: Split,
  assign: UserRoundPlus,
  accept: Handshake,
  note: MessageSquareText,
  resolve: CircleCheckBig,
  macro: Zap,
};

/** Below the rows, so that it covers none: what is checked, and what can still be undone. */
export function QueueDock(props: {
  checked: ReturnType<typeof useChecked>;
  acts: readonly BulkAct[];
  onAct: (act: BulkAct) => void;
}) {
  const { checked, acts, onAct } = props;
  const t = useTranslations("bulk");
  const shortcuts = useShortcutSetting();
  const count = checked.rows.length;
  return (
    <div className="flex-none divide-y divide-text-3">
      <HeldBars withKey />
      {count > 0 ? (
        <BulkBar
          label={t("bar")}
          count={t(checked.isFull ? "countFull" : "count", { count })}
          actions={acts.map((act) => {
            const Icon = ICONS[act];
            return {
              id: act,
              label: t(`acts.${act}`),
              icon: <Icon size={16} aria-hidden />,
              hint: shortcuts.on ? caseKeys[act] : undefined,
            };
          })}
          onAction={(id) => {
            const act = acts.find((one) => one === id);
            if (act) onAct(act);
          }}
          closeLabel={t("uncheck")}
          onClose={checked.clear}
        />
      ) : null}
    </div>
  );
}
