"use client";

import type { Role } from "@rembuk/domain/access/roles";
import { IconButton } from "@rembuk/ui/icon-button";
import { KeyValueList } from "@rembuk/ui/key-value";
import { EmptyState } from "@rembuk/ui/list-states";
import { NextSteps } from "@rembuk/ui/next-steps";
import { Ban, CalendarOff, KeyRound, UserPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { AbsenceDialog } from "./absence-dialog";
import { absentPosts } from "./absence-entry";
import { AbsenceList } from "./absence-list";
import { DisableDialog, EndDialog, ResetDialog } from "./account-dialogs";
import { AssignDialog } from "./assign-dialog";
import { AssignmentList } from "./assignment-list";
import type { PeopleRights, PersonAssignment, PersonRow, Scope } from "./people-data";
import { StateChip } from "./state-chip";

interface PersonPaneProps {
  person: PersonRow | null;
  scope: Scope;
  rights: PeopleRights;
  /** Roles that the reader may give. */
  roles: readonly Role[];
  onClose: () => void;
}

type Act = "assign" | "absence" | "reset" | "disable";

/** One person: how to reach them, their roles, and what can be done. */
export function PersonPane({ person, scope, rights, roles, onClose }: PersonPaneProps) {
  const t = useTranslations("people");
  const [act, setAct] = useState<Act | null>(null);
  const [ending, setEnding] = useState<PersonAssignment | null>(null);
  if (!person) {
    return (
      <EmptyState title={t("pane.emptyTitle")} level={2}>
        {t("pane.emptyText")}
      </EmptyState>
    );
  }
  const closeAct = () => setAct(null);
  return (
    <div className="flex flex-col gap-4 p-4">
      <PaneHeader person={person} onClose={onClose} />
      <Contact person={person} />
      <AssignmentList person={person} onEnd={setEnding} />
      <AbsenceList person={person} scope={scope} />
      <PersonSteps person={person} rights={rights} canAssign={roles.length > 0} onAct={setAct} />
      {act === "assign" ? (
        <AssignDialog person={person} scope={scope} roles={roles} onClose={closeAct} />
      ) : null}
      {act === "absence" ? (
        <AbsenceDialog person={person} rights={rights} onClose={closeAct} />
      ) : null}
      {act === "reset" ? <ResetDialog person={person} onClose={closeAct} /> : null}
      {act === "disable" ? <DisableDialog person={person} onClose={closeAct} /> : null}
      {ending ? (
        <EndDialog person={person} assignment={ending} onClose={() => setEnding(null)} />
      ) : null}
    </div>
  );
}

function PaneHeader({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const t = useTranslations("people");
  return (
    <header className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <h2 className="line-clamp-4 text-18 font-bold tracking-[-0.01em] break-words">
          {person.displayName}
        </h2>
        <p className="mb-2 font-mono text-12 break-all text-text-2">{person.username}</p>
        <StateChip person={person} />
      </div>
      <IconButton label={t("pane.close")} icon={<X size={16} aria-hidden />} onClick={onClose} />
    </header>
  );
}

function Contact({ person }: { person: PersonRow }) {
  const t = useTranslations("people");
  const format = useFormat();
  const seen = person.lastSeenAt ? format.longDateTime(person.lastSeenAt) : t("neverSeen");
  return (
    <KeyValueList
      entries={[
        { key: "phone", label: t("field.phone"), value: person.phone ?? "–" },
        { key: "email", label: t("field.email"), value: person.email ?? "–" },
        { key: "seen", label: t("column.seen"), value: seen },
      ]}
    />
  );
}

interface PersonStepsProps {
  person: PersonRow;
  rights: PeopleRights;
  canAssign: boolean;
  onAct: (act: Act) => void;
}

/** Blocked acts stay visible with their reason; the server decides again. */
function PersonSteps({ person, rights, canAssign, onAct }: PersonStepsProps) {
  const t = useTranslations("people");
  const isOwn = person.id === rights.userId;
  const blockedBy = (allowed: boolean) => {
    if (!allowed) return t("steps.notYours");
    if (isOwn) return t("steps.own");
    return person.isDisabled ? t("steps.disabled") : undefined;
  };
  const absenceBlock = () => {
    if (!rights.mayRecordAbsence || (!isOwn && !rights.keepsAccounts)) return t("steps.notYours");
    return absentPosts(person, rights).length === 0 ? t("absence.noPost") : undefined;
  };
  return (
    <NextSteps
      title={t("steps.title")}
      onStep={(id) => onAct(id as Act)}
      steps={[
        {
          id: "assign",
          title: t("assign.title"),
          consequence: t("steps.assign"),
          blocked: blockedBy(canAssign),
          icon: <UserPlus size={16} />,
        },
        {
          id: "absence",
          title: t("absence.title"),
          consequence: t("absence.step"),
          blocked: absenceBlock(),
          icon: <CalendarOff size={16} />,
        },
        {
          id: "reset",
          title: t("reset.title"),
          consequence: t("steps.reset"),
          blocked: blockedBy(rights.mayReset),
          icon: <KeyRound size={16} />,
        },
        {
          id: "disable",
          title: t("disable.title"),
          consequence: t("steps.disable"),
          blocked: blockedBy(rights.mayReset),
          icon: <Ban size={16} />,
        },
      ]}
    />
  );
}
