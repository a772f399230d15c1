"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Avatar } from "@rembuk/ui/avatar";
import { Logo, LogoMark } from "@rembuk/ui/logo";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { currentItem, isWidePage } from "./current-item";
import type { PicturedItem } from "./nav-icon";
import { NavLink } from "./nav-link";
import { OfficeBox, type OfficeWords } from "./office-box";

export interface Person {
  readonly name: string;
  readonly role: string;
}

interface RailProps {
  items: readonly PicturedItem[];
  office: OfficeWords;
  person: Person;
  search?: ReactNode;
  bell?: ReactNode;
}

/** The left rail: 208 px, on a case page 56 px. */
export function Rail({ items, office, person, search, bell }: RailProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  const mini = isWidePage(path);
  const current = currentItem(items, path);
  return (
    <header
      className={`print:hidden hidden flex-none flex-col border-r border-line bg-canvas md:flex ${mini ? "w-14 items-center px-1.5" : "w-52 px-2"} pt-2.5`}
    >
      <AppLink
        href="/"
        aria-label="Rembuk"
        className={`no-underline ${mini ? "pb-3" : "px-2 pt-1 pb-2.5"}`}
      >
        {mini ? <LogoMark size={24} /> : <Logo name="Rembuk" size={22} />}
      </AppLink>
      {mini ? null : <OfficeBox words={office} />}
      <nav aria-label={t("mainNavigation")} className="min-h-0 flex-1 overflow-y-auto">
        {search}
        <ul className="flex flex-col gap-px">
          {items.map((item) => (
            <li key={item.key}>
              <NavLink item={item} isCurrent={item.key === current?.key} mini={mini} />
            </li>
          ))}
        </ul>
      </nav>
      <div
        className={`flex items-center border-t border-line ${mini ? "flex-col gap-1.5 py-2" : "-mx-2 gap-1 px-2 py-1.5"}`}
      >
        {mini ? bell : null}
        <AccountMenu
          name={person.name}
          role={person.role}
          trigger={<PersonButton person={person} mini={mini} />}
        />
        {mini ? null : bell}
      </div>
    </header>
  );
}

function PersonButton({ person, mini, ...rest }: { person: Person; mini: boolean }) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      {...rest}
      aria-label={mini ? `${t("account")}: ${person.name}` : undefined}
      className={`flex min-w-0 items-center gap-2 rounded-r2 p-1.5 text-left hover:bg-hover ${mini ? "" : "flex-1"}`}
    >
      <Avatar name={person.name} size={24} />
      {mini ? null : (
        <span className="min-w-0">
          <span className="block truncate text-12 font-semibold">{person.name}</span>
          <span className="block truncate text-11 text-text-3">{person.role}</span>
        </span>
      )}
    </button>
  );
}
