"use client";

import { Avatar } from "@rembuk/ui/avatar";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { PersonRow } from "./people-data";
import { currentAssignments } from "./person-state";
import { StateChip } from "./state-chip";
import { useRoleWords } from "./use-role-words";

export const personColumns =
  "@3xl:grid @3xl:grid-cols-[minmax(0,1fr)_minmax(0,1.35fr)_152px] @3xl:gap-x-4";

const shownRoles = 2;

/** One person: who, doing what where, by which SK, last seen, and the state of the account. */
export function PersonListRow({
  person,
  isOpen,
  onOpen,
}: {
  person: PersonRow;
  isOpen: boolean;
  onOpen: (id: string) => void;
}) {
  const t = useTranslations("people");
  const words = useRoleWords();
  const format = useFormat();
  const current = currentAssignments(person.assignments);
  const shown = current.slice(0, shownRoles);
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-pressed={isOpen}
        onClick={() => onOpen(person.id)}
        className={`${personColumns} relative flex min-h-13 w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-left focus-visible:outline-offset-[-2px] sm:px-5 ${isOpen ? "bg-selected before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-brand before:content-['']" : "hover:bg-hover"}`}
      >
        <span className="flex min-w-0 items-center gap-2.5 @max-3xl:basis-[calc(100%-150px)] @max-3xl:flex-1">
          <Avatar name={person.displayName} size={28} quiet={person.isDisabled} />
          <span className="min-w-0">
            <span className="block truncate text-13 font-semibold" title={person.displayName}>
              {person.displayName}
            </span>
            <span className="block truncate font-mono text-12 text-text-2">{person.username}</span>
          </span>
        </span>
        <span className="min-w-0 text-13 @max-3xl:order-3 @max-3xl:basis-full @max-3xl:pl-[38px]">
          {shown.map((assignment) => (
            <span key={assignment.id} className="block">
              <span className="block truncate">
                <span className="font-medium">{words.role(assignment)}</span>
                <span className="text-text-2">, {words.place(assignment)}</span>
              </span>
              <span className="block truncate text-12 text-text-2">
                {words.period(assignment)} · {assignment.decreeNumber ?? t("noDecree")}
              </span>
            </span>
          ))}
          {shown.length === 0 ? <span className="text-text-2">{t("noRole")}</span> : null}
          {current.length > shownRoles ? (
            <span className="block text-12 text-text-2">
              {t("moreRoles", { count: current.length - shownRoles })}
            </span>
          ) : null}
        </span>
        <span className="@max-3xl:order-2">
          <StateChip person={person} />
          <span className="mt-0.5 block text-12 text-text-2 @max-3xl:sr-only">
            <span className="sr-only">{t("column.seen")}: </span>
            {person.lastSeenAt ? format.shortDateTime(person.lastSeenAt) : t("neverSeen")}
          </span>
        </span>
      </button>
    </li>
  );
}
