"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { LogoMark } from "@rembuk/ui/logo";
import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { currentItem } from "./current-item";
import type { PicturedItem } from "./nav-icon";
import { PhoneNavLink } from "./nav-link";
import type { OfficeWords } from "./office-box";
import type { Person } from "./rail";

/** The bar at the head of a phone. */
export function PhoneBar({ office, bell }: { office: OfficeWords; bell?: ReactNode }) {
  return (
    <header className="print:hidden flex h-12 flex-none items-center gap-2.5 border-b border-line bg-canvas px-4 md:hidden">
      <AppLink href="/" aria-label="Rembuk" className="flex size-6 items-center">
        <LogoMark size={22} />
      </AppLink>
      <div className="min-w-0 flex-1">
        <div className="truncate text-13 font-semibold">{office.title}</div>
        <div className="truncate text-11 text-text-3">{office.detail}</div>
      </div>
      {bell}
    </header>
  );
}

/** Four targets at the foot: the first three places, and a menu with everything else. */
export function PhoneNav({ items, person }: { items: readonly PicturedItem[]; person: Person }) {
  const t = useTranslations("nav");
  const shell = useTranslations("shell");
  const current = currentItem(items, usePathname());
  const shown = items.slice(0, 3);
  const rest = items.slice(3).map((item) => ({
    id: item.key,
    label: t(item.key),
    href: item.href,
    icon: item.icon,
  }));
  return (
    <nav
      aria-label={shell("mainNavigation")}
      className="print:hidden flex flex-none border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.map((item) => (
        <PhoneNavLink key={item.key} item={item} isCurrent={item.key === current?.key} />
      ))}
      <div data-density="lapang" className="flex flex-1">
        <AccountMenu
          name={person.name}
          role={person.role}
          places={rest}
          trigger={
            <button
              type="button"
              className="flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-11 font-medium text-text-2"
            >
              <Ellipsis size={20} aria-hidden />
              <span>{t("more")}</span>
            </button>
          }
        />
      </div>
    </nav>
  );
}
