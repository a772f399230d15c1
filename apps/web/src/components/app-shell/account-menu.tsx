"use client";

import { Menu } from "@rembuk/ui/menu";
import type { MenuItem } from "@rembuk/ui/menu-item";
import { Check, Languages, LogOut, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { LOCALE_COOKIE, THEME_COOKIE, type Theme, themes } from "@/i18n/preferences";
import { setPreference } from "@/lib/preference-cookie";
import { useSignOut } from "./use-sign-out";
import { useTheme } from "./use-theme";

interface AccountMenuProps {
  trigger: ReactElement;
  name: string;
  role: string;
  /** Places that did not fit elsewhere (phones). */
  places?: readonly MenuItem[];
}

/** Account, theme, language, sign-out. */
export function AccountMenu({ trigger, name, role, places = [] }: AccountMenuProps) {
  const t = useTranslations("shell");
  const other = useLocale() === "id" ? "en" : "id";
  const [theme, setTheme] = useTheme();
  const leaving = useSignOut();
  const themeItems = themes.map((choice: Theme, index) => ({
    id: choice,
    label: `${t("theme")}: ${t(`themes.${choice}`)}`,
    icon: choice === theme ? <Check size={16} aria-hidden /> : undefined,
    separated: index === 0,
    onSelect: () => {
      setPreference(THEME_COOKIE, choice);
      setTheme(choice);
    },
  }));
  const items: MenuItem[] = [
    ...places,
    {
      id: "account",
      label: t("account"),
      href: "/akun",
      icon: <UserRound size={16} aria-hidden />,
      separated: places.length > 0,
    },
    ...themeItems,
    {
      id: "language",
      label: t("otherLanguage"),
      icon: <Languages size={16} aria-hidden />,
      separated: true,
      onSelect: () => {
        setPreference(LOCALE_COOKIE, other);
        window.location.reload();
      },
    },
    {
      id: "sign-out",
      label: t("signOut"),
      icon: <LogOut size={16} aria-hidden />,
      separated: true,
      onSelect: leaving.ask,
    },
  ];
  return (
    <>
      <Menu
        trigger={trigger}
        items={items}
        heading={
          <>
            <b className="block font-semibold text-text">{name}</b>
            {role}
          </>
        }
      />
      {leaving.dialog}
    </>
  );
}
