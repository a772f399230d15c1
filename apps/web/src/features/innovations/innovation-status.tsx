"use client";

import type { ReportStatus } from "@rembuk/domain/innovations/model";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import {
  BadgeCheck,
  CheckCheck,
  CircleDashed,
  FileSearch,
  Landmark,
  type LucideIcon,
  Send,
  Stamp,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";

const looks: Record<ReportStatus, { tone: ChipTone; icon: LucideIcon }> = {
  draft: { tone: "plain", icon: CircleDashed },
  submitted: { tone: "info", icon: Send },
  under_verification: { tone: "info", icon: FileSearch },
  returned: { tone: "warn", icon: Undo2 },
  validated: { tone: "brand", icon: BadgeCheck },
  endorsed: { tone: "brand", icon: Stamp },
  reviewed: { tone: "brand", icon: Landmark },
  sent: { tone: "ok", icon: CheckCheck },
};

/** Where the report of an innovation stands: picture and word. */
export function InnovationStatusChip({ status }: { status: ReportStatus }) {
  const t = useTranslations("innovations.status");
  const { tone, icon: Icon } = looks[status];
  return (
    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
      {t(status)}
    </Chip>
  );
}
