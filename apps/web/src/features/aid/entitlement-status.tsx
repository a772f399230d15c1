"use client";

import type { EntitlementStatus } from "@rembuk/domain/aid/entitling";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import {
  Ban,
  Check,
  CheckCheck,
  CircleDashed,
  Clock,
  type LucideIcon,
  SearchX,
  Stamp,
  Truck,
} from "lucide-react";
import { useTranslations } from "next-intl";

const looks: Record<EntitlementStatus, readonly [ChipTone, LucideIcon]> = {
  draft: ["plain", CircleDashed],
  approved: ["info", Stamp],
  allocated: ["brand", Truck],
  delivered: ["ok", Check],
  partially_delivered: ["warn", Check],
  refused: ["warn", Ban],
  not_found: ["warn", SearchX],
  deceased: ["plain", Ban],
  moved: ["plain", Ban],
  reconciled: ["ok", CheckCheck],
  expired: ["warn", Clock],
  cancelled: ["plain", Ban],
};

/** Where an entitlement stands: picture and word. */
export function EntitlementStatusChip({ status }: { status: EntitlementStatus }) {
  const t = useTranslations("aid.entitlement.status");
  const [tone, Icon] = looks[status];
  return (
    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
      {t(status)}
    </Chip>
  );
}
