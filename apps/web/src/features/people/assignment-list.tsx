"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PersonAssignment, PersonRow } from "./people-data";
import { useRoleWords } from "./use-role-words";

/** A person's roles with period and SK, those that run first; ended ones stay as history. */
export function AssignmentList({
  person,
  onEnd,
}: {
  person: PersonRow;
  onEnd: (assignment: PersonAssignment) => void;
}) {
  const t = useTranslations("people");
  const order = { running: 0, coming: 1, ended: 2 };
  const list = [...person.assignments].sort((a, b) => order[a.state] - order[b.state]);
  return (
    <section aria-labelledby="peran-orang">
      <h3 id="peran-orang" className="mb-1.5 text-13 font-bold">
        {t("pane.roles")}
      </h3>
      {list.length === 0 ? <p className="text-text-2">{t("noRoleLong")}</p> : null}
      <ul className="divide-y divide-line rounded-r3 border border-line empty:hidden">
        {list.map((assignment) => (
          <AssignmentItem key={assignment.id} assignment={assignment} onEnd={onEnd} />
        ))}
      </ul>
    </section>
  );
}

function AssignmentItem({
  assignment,
  onEnd,
}: {
  assignment: PersonAssignment;
  onEnd: (assignment: PersonAssignment) => void;
}) {
  const t = useTranslations("people");
  const words = useRoleWords();
  const isEnded = assignment.state === "ended";
  return (
    <li className={`flex items-start gap-2 px-3 py-2 ${isEnded ? "text-text-2" : ""}`}>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-1.5 font-semibold">
          {words.role(assignment)}
          {assignment.clearance ? (
            <Chip tone="plain" icon={<Lock size={12} aria-hidden />}>
              {t("clearance")}
            </Chip>
          ) : null}
          {assignment.state === "running" ? null : <Chip>{t(`period.${assignment.state}`)}</Chip>}
        </p>
        <p className="text-12 break-words">{words.place(assignment)}</p>
        <p className="text-12 break-words text-text-2">
          {words.period(assignment)} · {assignment.decreeNumber ?? t("noDecree")}
        </p>
      </div>
      {assignment.mayEnd ? (
        <Button
          size="small"
          aria-label={t("end.of", { role: words.role(assignment) })}
          onClick={() => onEnd(assignment)}
        >
          {t("end.short")}
        </Button>
      ) : null}
    </li>
  );
}
