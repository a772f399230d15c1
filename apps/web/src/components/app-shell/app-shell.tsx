import type { Actor } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { SkipLink } from "@rembuk/ui/skip-link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { InNarrow, InWide } from "../window-width";
import { DemoBanner } from "./demo-banner";
import { pictured } from "./nav-icon";
import { navigationFor } from "./navigation";
import { type OfficePlace, officeWords } from "./office-box";
import { PhoneBar, PhoneNav } from "./phone-frame";
import { Rail } from "./rail";

interface ShellSession {
  readonly actor: Actor;
  readonly places: readonly (OfficePlace & {
    readonly role: Role;
    readonly acting: "plh" | "plt" | null;
  })[];
}

interface AppShellProps {
  session: ShellSession;
  demo: boolean;
  /** Filled by slices; the shell knows none of them. */
  search?: ReactNode;
  bell?: ReactNode;
  phoneBell?: ReactNode;
  children: ReactNode;
}

/** What stands round every page of somebody who is signed in. */
export async function AppShell(props: AppShellProps) {
  const { session, demo, children } = props;
  const t = await getTranslations("shell");
  const roleName = await getTranslations("roles");
  const items = navigationFor(session.actor.assignments, demo).map(pictured);
  const office = officeWords(session.places, t("allAreas"));
  // An office that is held for somebody else is named first: it is why the person sees more today.
  const held = session.places.filter((place) => place.acting !== null);
  const names = [...held, ...session.places].map(({ role, acting }) =>
    acting === null ? roleName(role) : t(`acting.${acting}`, { role: roleName(role) }),
  );
  const [first, ...others] = new Set(names);
  const more = others.length > 0 ? t("moreRoles", { count: others.length }) : "";
  const role = first ? [first, more].filter(Boolean).join(" ") : "";
  const person = { name: session.actor.name, role };
  return (
    <div className="flex h-dvh flex-col print:h-auto">
      <SkipLink>{t("skipToContent")}</SkipLink>
      {demo ? <DemoBanner /> : null}
      <div className="flex min-h-0 flex-1">
        <InWide>
          <Rail
            items={items}
            office={office}
            person={person}
            search={props.search}
            bell={props.bell}
          />
        </InWide>
        <div className="flex min-w-0 flex-1 flex-col">
          <InNarrow>
            <PhoneBar office={office} bell={props.phoneBell} />
          </InNarrow>
          <main
            id="isi"
            tabIndex={-1}
            className="min-h-0 flex-1 overflow-y-auto bg-surface outline-none"
          >
            {children}
          </main>
          <InNarrow>
            <PhoneNav items={items} person={person} />
          </InNarrow>
        </div>
      </div>
    </div>
  );
}
