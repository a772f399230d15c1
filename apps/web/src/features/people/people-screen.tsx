"use client";

import { Button } from "@rembuk/ui/button";
import { TextInput } from "@rembuk/ui/text-input";
import { Search, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState } from "react";
import { useSettled } from "@/features/areas/use-settled";
import { InviteDialog } from "./invite-dialog";
import type { PeopleRights, PersonRow, Scope } from "./people-data";
import { PeopleList } from "./people-list";
import { PeopleTabs } from "./people-tabs";
import { PersonPane } from "./person-pane";
import { ScopePicker } from "./scope-picker";
import { type People, usePeople } from "./use-people";

interface PeopleScreenProps {
  /** Areas whose people the reader may see; code "" lets them choose any. */
  scopes: readonly [Scope, ...Scope[]];
  rights: PeopleRights;
}

/** People of an area on the left, the one that is open on the right. */
export function PeopleScreen(props: PeopleScreenProps) {
  return (
    <NuqsAdapter>
      <PeopleAndPane {...props} />
    </NuqsAdapter>
  );
}

/** Whoever is open stays open, as last read, until a list has come that is without them. */
function useOpenPerson(people: People, openId: string | null): PersonRow | null {
  const [last, setLast] = useState<PersonRow | null>(null);
  const found = people.rows.find((person) => person.id === openId) ?? null;
  if (found && found !== last) setLast(found);
  const isAwaited = !people.isLoaded || people.isStale || people.error !== null;
  return found ?? (isAwaited && last?.id === openId ? last : null);
}

function PeopleAndPane({ scopes, rights }: PeopleScreenProps) {
  const t = useTranslations("people");
  const [scope, setScope] = useState<Scope>(scopes[0]);
  const [text, setText] = useQueryState("cari", parseAsString.withDefault(""));
  const [openId, setOpenId] = useQueryState(
    "orang",
    parseAsString.withOptions({ history: "push" }),
  );
  const [isInviting, setIsInviting] = useState(false);
  const people = usePeople(scope, useSettled(text));
  const open = useOpenPerson(people, openId);
  const roles = rights.mayAssign ? people.assignableRoles : [];
  return (
    <div className="flex min-h-full flex-col xl:h-full xl:min-h-0">
      <header className={`border-b border-line bg-surface ${open ? "max-xl:hidden" : ""}`}>
        <div className="px-4 pt-1 sm:px-5">
          <PeopleTabs current="people" rights={rights} />
        </div>
        <div className="flex flex-wrap items-center gap-2.5 border-t border-line px-4 py-2.5 sm:px-5">
          <TextInput
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={text}
            maxLength={120}
            onChange={(event) => void setText(event.target.value || null)}
            icon={<Search size={16} aria-hidden />}
            className="w-full sm:w-[300px]"
          />
          <ScopePicker scopes={scopes} scope={scope} onChange={setScope} />
          {rights.mayInvite ? (
            <Button
              tone="primary"
              icon={<UserPlus size={16} aria-hidden />}
              onClick={() => setIsInviting(true)}
              className="ml-auto"
            >
              {t("invite.open")}
            </Button>
          ) : null}
        </div>
      </header>
      <div className="flex min-h-0 flex-1">
        <div className={`min-w-0 flex-1 xl:overflow-y-auto ${open ? "max-xl:hidden" : ""}`}>
          <PeopleList
            people={people}
            text={text}
            openId={openId}
            onOpen={(id) => void setOpenId(id)}
            onClear={() => void setText(null)}
          />
        </div>
        <aside
          aria-label={t("pane.label")}
          className={`min-w-0 border-line bg-surface xl:w-[420px] xl:flex-none xl:overflow-y-auto xl:border-l ${open ? "flex-1 xl:flex-none" : "max-xl:hidden"}`}
        >
          <PersonPane
            key={open?.id ?? "none"}
            person={open}
            scope={scope}
            rights={rights}
            roles={roles}
            onClose={() => void setOpenId(null)}
          />
        </aside>
      </div>
      {isInviting ? (
        <InviteDialog scope={scope} roles={roles} onClose={() => setIsInviting(false)} />
      ) : null}
    </div>
  );
}
