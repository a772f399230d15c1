import { TextLink } from "@rembuk/ui/app-link";
import { Search } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { env, isDemo } from "@/env";
import { DemoAccounts } from "@/features/sign-in/demo-accounts";
import { SignInForm } from "@/features/sign-in/sign-in-form";
import { SignInFrame } from "@/features/sign-in/sign-in-frame";
import { ClientWords } from "@/i18n/client-words";
import { localTarget } from "@/lib/local-target";
import { signedIn } from "@/server/auth/current-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

interface SignInPageProps {
  searchParams: Promise<{ ke?: string | string[]; error?: string | string[] }>;
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const query = await searchParams;
  const target = localTarget(first(query.ke));
  if (await signedIn()) redirect(target);
  const t = await getTranslations("signIn");
  return (
    <ClientWords of={["roles", "signIn"]}>
      <SignInFrame demo={isDemo()}>
        <h1 className="text-[30px] leading-[38px] font-bold tracking-[-0.02em]">{t("title")}</h1>
        <p className="mt-1 mb-6 text-16 text-text-2">{t("lead")}</p>
        <SignInForm
          target={target}
          hasProvider={Boolean(env().OIDC_ISSUER)}
          failure={first(query.error) ?? null}
        />
        <p className="mt-4 text-15">
          <TextLink href="/masuk/kode">{t("forgotten")}</TextLink>
        </p>
        {isDemo() ? <DemoAccounts /> : null}
        <div className="mt-8 flex items-center gap-3 border-t border-line pt-4 text-15">
          <Search size={20} aria-hidden className="text-brand" />
          <p>
            <span className="block font-semibold">{t("citizens")}</span>
            <a href="/lacak" className="text-brand underline underline-offset-2">
              {t("trackWithoutSignIn")}
            </a>
            <a href="/lapor" className="mt-1 block text-brand underline underline-offset-2">
              {t("reportWithoutSignIn")}
            </a>
          </p>
        </div>
      </SignInFrame>
    </ClientWords>
  );
}
