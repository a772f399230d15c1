import {
  Archive,
  ChartNoAxesColumn,
  ClipboardCheck,
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
import type { ReactElement } from "react";
import type { NavItem, NavKey } from "./navigation";

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
  assessment: ClipboardCheck,
  operations: Wrench,
  mailbox: Mail,
};

/** A place with its picture, which the server draws: no browser is sent the pictures of all places. */
export interface PicturedItem extends NavItem {
  /** 16 px. */
  readonly icon: ReactElement;
}

/** The picture of a place in the rail; its name always stands beside or in the label. */
export function pictured(item: NavItem): PicturedItem {
  const Icon = ICONS[item.key];
  return { ...item, icon: <Icon size={16} aria-hidden /> };
}
