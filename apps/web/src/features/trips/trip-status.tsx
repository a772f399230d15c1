"use client";

import type { TripStatus } from "@rembuk/domain/trips/model";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import {
  Ban,
  Check,
  CircleDashed,
  CloudRain,
  type LucideIcon,
  MapPin,
  PackageCheck,
  Route,
  Stamp,
  Truck,
} from "lucide-react";
import { useTranslations } from "next-intl";

const looks: Record<TripStatus, { tone: ChipTone; icon: LucideIcon }> = {
  planned: { tone: "plain", icon: CircleDashed },
  approved: { tone: "info", icon: Stamp },
  confirmed_by_village: { tone: "info", icon: MapPin },
  loaded: { tone: "info", icon: PackageCheck },
  departed: { tone: "brand", icon: Truck },
  on_site: { tone: "brand", icon: MapPin },
  returned: { tone: "warn", icon: Route },
  reconciled: { tone: "ok", icon: Check },
  postponed: { tone: "warn", icon: CloudRain },
  cancelled: { tone: "plain", icon: Ban },
};

/** Where a trip stands: picture and word. */
export function TripStatusChip({ status }: { status: TripStatus }) {
  const t = useTranslations("trips.status");
  const { tone, icon: Icon } = looks[status];
  return (
    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
      {t(status)}
    </Chip>
  );
}
