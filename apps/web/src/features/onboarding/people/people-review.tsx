"use client";

import { peopleHeadings } from "@rembuk/domain/onboarding/people-rows";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { PeopleList } from "../onboarding-data";
import { toInvite } from "./use-invite-people";

const tones = { new: "brand", role: "info", known: "plain" } as const;

/** What would be made of each row, and what keeps others out; nothing is made yet. */
export function PeopleReview({ list, onInvite }: { list: PeopleList; onInvite: () => void }) {
  const t = useTranslations("onboarding.people");
  const role = useTranslations("roles");
  const wanted = toInvite(list).length;
  return (
    <section aria-label={t("review")} className="flex flex-col gap-3">
      <Notice tone={list.problems.length > 0 ? "warn" : "info"} live title={t("review")}>
        {t("summary", {
          all: list.people.length,
          wanted,
          problems: new Set(list.problems.map(({ row }) => row)).size,
        })}
      </Notice>
      {list.problems.length > 0 ? (
        <ul className="max-h-64 overflow-y-auto rounded-r2 border border-bad-line">
          {list.problems.map((problem) => (
            <li
              key={`${problem.row} ${problem.field} ${problem.code}`}
              className="border-b border-line px-3 py-1.5 last:border-b-0"
            >
              {t("problem", {
                row: problem.row,
                column: peopleHeadings[problem.field][0] ?? problem.field,
                why: t(`why.${problem.code}`),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-r2 border border-line">
        {list.people.map((person) => (
          <li key={person.row} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
            <span className="min-w-0 flex-1 basis-56">
              <span className="font-semibold">{person.name}</span>
              <span className="block text-12 text-text-2">
                {role(person.role)} · {person.areaCode}
                {person.sectorCode ? ` · ${person.sectorCode}` : ""} · {person.username}
              </span>
            </span>
            <Chip tone={tones[person.state]}>{t(`personState.${person.state}`)}</Chip>
          </li>
        ))}
      </ul>
      <div>
        <Button tone="primary" disabled={wanted === 0} onClick={onInvite}>
          {t("invite", { count: wanted })}
        </Button>
      </div>
    </section>
  );
}
