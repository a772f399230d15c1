import { TextLink } from "@rembuk/ui/app-link";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShortcutSwitch } from "@/components/shortcuts/shortcut-switch";
import { NoticePreferences } from "@/features/notices/notice-preferences";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const session = await requireSession();
  const t = await getTranslations("account");
  const roleName = await getTranslations("roles");
  const shell = await getTranslations("shell");
  const shortcuts = await getTranslations("shortcuts");
  return (
    <ClientWords of={["account"]}>
      <div className="mx-auto flex max-w-[640px] flex-col gap-6 px-5 py-8">
        <header>
          <h1 className="text-22 font-bold tracking-[-0.01em]">{t("title")}</h1>
          <p className="text-text-2">
            {session.actor.name} · <span className="font-mono">{session.username}</span>
          </p>
        </header>
        <section>
          <h2 className="mb-2 text-14 font-bold">{t("roles")}</h2>
          <ul className="divide-y divide-line rounded-r3 border border-line">
            {session.places.map((place) => (
              <li key={place.assignmentId} className="flex flex-wrap gap-x-3 px-3 py-2">
                <span className="font-semibold">
                  {place.acting === null
                    ? roleName(place.role)
                    : shell(`acting.${place.acting}`, { role: roleName(place.role) })}
                </span>
                <span className="text-text-2">
                  {[place.organizationName ?? place.sectorName, place.areaName, place.parentName]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <NoticePreferences />
        <section>
          <h2 className="mb-1 text-14 font-bold">{shortcuts("title")}</h2>
          <ShortcutSwitch />
        </section>
        <section>
          <h2 className="mb-1 text-14 font-bold">{t("session")}</h2>
          <p className="text-text-2">{t("idle", { minutes: session.idleMinutes })}</p>
        </section>
        <section>
          <h2 className="mb-1 text-14 font-bold">{t("password")}</h2>
          <TextLink href="/masuk/ganti-sandi">{t("changePassword")}</TextLink>
        </section>
      </div>
    </ClientWords>
  );
}
