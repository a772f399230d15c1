"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { useTranslations } from "next-intl";
import type { PicturedItem } from "./nav-icon";

const BASE =
  "relative flex items-center rounded-r2 font-medium no-underline text-text-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-semibold aria-[current=page]:text-text aria-[current=page]:hover:bg-selected aria-[current=page]:[&_svg]:text-brand";

const BAR =
  "aria-[current=page]:before:absolute aria-[current=page]:before:inset-y-1.5 aria-[current=page]:before:left-0 aria-[current=page]:before:w-[3px] aria-[current=page]:before:rounded-r1 aria-[current=page]:before:bg-brand";

interface NavLinkProps {
  item: PicturedItem;
  isCurrent: boolean;
  /** Icons only, on the narrow rail. */
  mini: boolean;
}

/** One place in the rail. */
export function NavLink({ item, isCurrent, mini }: NavLinkProps) {
  const t = useTranslations("nav");
  const label = t(item.key);
  return (
    <AppLink
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      aria-label={mini ? label : undefined}
      title={mini ? label : undefined}
      className={`${BASE} ${BAR} ${mini ? "h-[34px] w-9 justify-center" : "h-7 gap-[9px] px-2 text-13"}`}
    >
      {item.icon}
      {mini ? null : <span className="min-w-0 flex-1 truncate">{label}</span>}
    </AppLink>
  );
}

/** One of the four targets at the foot of a phone. */
export function PhoneNavLink({ item, isCurrent }: Omit<NavLinkProps, "mini">) {
  const t = useTranslations("nav");
  return (
    <AppLink
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      className="relative flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-11 font-medium text-text-2 no-underline aria-[current=page]:font-semibold aria-[current=page]:text-brand [&_svg]:size-5"
    >
      {item.icon}
      <span className="max-w-full truncate">{t(item.key)}</span>
    </AppLink>
  );
}
