import {
  Archive,
  ChartNoAxesColumn,
  ConciergeBell,
  HeartHandshake,
  House,
  HousePlus,
  Inbox,
  LayoutGrid,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  Mail,
  Moon,
  PenLine,
  ScrollText,
  Smartphone,
  Split,
  Sprout,
  Truck,
  Users,
  Wrench,
} from "lucide-react";
import type { NavKey } from "./navigation";

const ICONS: Record<NavKey, LucideIcon> = {
  home: House,
  queue: Inbox,
  villageCases: Inbox,
  sectorCases: Inbox,
  desk: ConciergeBell,
  newCase: PenLine,
  board: LayoutGrid,
  impact: ChartNoAxesColumn,
  families: HousePlus,
  programs: HeartHandshake,
  trips: Truck,
  innovations: Lightbulb,
  coaching: Sprout,
  field: Smartphone,
  people: Users,
  rules: Split,
  onboarding: ListChecks,
  duty: Moon,
  audit: ScrollText,
  retention: Archive,
  operations: Wrench,
  mailbox: Mail,
};

/** The picture of a place in the rail; its name always stands beside or in the label. */
export function NavIcon({ name, size = 16 }: { name: NavKey; size?: number }) {
  const Icon = ICONS[name];
  return <Icon size={size} aria-hidden />;
}
