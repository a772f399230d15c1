import { TextLink } from "@rembuk/ui/app-link";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallProvider } from "@/components/call-provider";
import { isDemo } from "@/env";
import { ResetCodeForm } from "@/features/sign-in/reset-code-form";
import { SignInFrame } from "@/features/sign-in/sign-in-frame";
import { ClientWords } from "@/i18n/client-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.code"))("title") };
}

export default async function ResetCodePage() {
  const t = await getTranslations("signIn.code");
  return (
    <ClientWords of={["errors", "signIn"]}>
      <CallProvider>
        <SignInFrame demo={isDemo()}>
          <h1 className="text-[30px] leading-[38px] font-bold tracking-[-0.02em]">{t("title")}</h1>
          <p className="mt-1 mb-6 text-16 text-text-2">{t("lead")}</p>
          <ResetCodeForm />
          <p className="mt-4 text-15">
            <TextLink href="/masuk">{t("back")}</TextLink>
          </p>
        </SignInFrame>
      </CallProvider>
    </ClientWords>
  );
}
