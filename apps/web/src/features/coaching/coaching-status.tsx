"use client";

import type {
  CommitmentStatus,
  EngagementStatus,
  SessionStatus,
} from "@rembuk/domain/coaching/model";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import {
  Ban,
  CalendarClock,
  CalendarX,
  CircleCheck,
  CircleDashed,
  Eye,
  FileCheck,
  FilePenLine,
  Handshake,
  Hourglass,
  type LucideIcon,
  Play,
  TriangleAlert,
  Undo2,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";

interface Look {
  readonly tone: ChipTone;
  readonly icon: LucideIcon;
}

const engagementLooks: Record<EngagementStatus, Look> = {
  planned: { tone: "plain", icon: CalendarClock },
  active: { tone: "brand", icon: Play },
  monitoring: { tone: "info", icon: Eye },
  completed: { tone: "ok", icon: CircleCheck },
  lapsed: { tone: "warn", icon: Hourglass },
  cancelled: { tone: "plain", icon: Ban },
};
const sessionLooks: Record<SessionStatus, Look> = {
  scheduled: { tone: "plain", icon: CalendarClock },
  held: { tone: "info", icon: Users },
  minutes_draft: { tone: "warn", icon: FilePenLine },
  minutes_agreed: { tone: "ok", icon: FileCheck },
  missed: { tone: "bad", icon: CalendarX },
};
const commitmentLooks: Record<CommitmentStatus, Look> = {
  proposed: { tone: "plain", icon: CircleDashed },
  agreed: { tone: "brand", icon: Handshake },
  in_progress: { tone: "info", icon: Play },
  overdue: { tone: "bad", icon: TriangleAlert },
  evidence_submitted: { tone: "info", icon: FileCheck },
  returned: { tone: "warn", icon: Undo2 },
  verified: { tone: "ok", icon: CircleCheck },
  dropped: { tone: "plain", icon: Ban },
};

const chip = ({ tone, icon: Icon }: Look, word: string) => (
  <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
    {word}
  </Chip>
);

/** Where an engagement stands: picture and word. */
export function EngagementChip({ status }: { status: EngagementStatus }) {
  return chip(engagementLooks[status], useTranslations("coaching.engagement")(status));
}
export function SessionChip({ status }: { status: SessionStatus }) {
  return chip(sessionLooks[status], useTranslations("coaching.session")(status));
}
export function CommitmentChip({ status }: { status: CommitmentStatus }) {
  return chip(commitmentLooks[status], useTranslations("coaching.commitment")(status));
}
