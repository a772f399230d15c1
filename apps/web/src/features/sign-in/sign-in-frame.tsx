import { Logo } from "@rembuk/ui/logo";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/app-shell/demo-banner";
import { LanguageLink } from "@/components/app-shell/language-link";

/** The page round every sign-in form: the form at the left, the woven wall at the right. */
export async function SignInFrame({ demo, children }: { demo: boolean; children: ReactNode }) {
  const t = await getTranslations("signIn");
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      {demo ? <DemoBanner text={t("demoBanner")} /> : null}
      <div className="grid flex-1 grid-cols-1 min-[800px]:grid-cols-[1fr_minmax(0,42.8%)]">
        <main className="flex flex-col gap-10 px-[clamp(20px,9vw,128px)] py-10">
          <Logo name="Rembuk" size={30} />
          <div className="my-auto w-full max-w-[400px]">{children}</div>
          <footer className="flex items-center gap-4 text-12 text-text-2">
            <span className="flex-1">{t("footer")}</span>
            <LanguageLink />
          </footer>
        </main>
        <WovenWall>{t("motto")}</WovenWall>
      </div>
    </div>
  );
}

function WovenWall({ children }: { children: ReactNode }) {
  return (
    <aside
      aria-label="Rembuk"
      className="weave-wall relative hidden overflow-hidden min-[800px]:block"
    >
      <div aria-hidden className="weave absolute inset-0" />
      <TableCentre />
      <p className="weave-wall absolute inset-x-0 bottom-0 max-w-full px-14 pt-7 pb-11 text-22 leading-[31px] font-semibold tracking-[-0.01em] text-[#eaf3f5]">
        <span className="block max-w-[420px]">{children}</span>
      </p>
    </aside>
  );
}

/** The settled table in the middle: the only spot of turmeric. */
function TableCentre() {
  const corners = [
    [278, 322],
    [322, 322],
    [278, 366],
    [322, 366],
  ] as const;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 616 748"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full"
    >
      {corners.map(([x, y]) => (
        <rect key={`${x}-${y}`} x={x} y={y} width="12.6" height="12.6" rx="1.5" fill="#DFA71A" />
      ))}
    </svg>
  );
}
