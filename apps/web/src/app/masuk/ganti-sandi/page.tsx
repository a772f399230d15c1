import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CallProvider } from "@/components/call-provider";
import { isDemo } from "@/env";
import { ChangePasswordForm } from "@/features/sign-in/change-password-form";
import { SignInFrame } from "@/features/sign-in/sign-in-frame";
import { ClientWords } from "@/i18n/client-words";
import { signedIn } from "@/server/auth/current-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.change"))("title") };
}

export default async function ChangePasswordPage() {
  const session = await signedIn();
  if (!session) redirect("/masuk?ke=/akun");
  const t = await getTranslations("signIn.change");
  return (
    <ClientWords of={["errors", "signIn"]}>
      <CallProvider>
        <SignInFrame demo={isDemo()}>
          <h1 className="text-[30px] leading-[38px] font-bold tracking-[-0.02em]">{t("title")}</h1>
          <p className="mt-1 mb-6 text-16 text-text-2">
            {session.mustChangePassword ? t("lead") : t("leadOwn")}
          </p>
          <ChangePasswordForm username={session.username} />
        </SignInFrame>
      </CallProvider>
    </ClientWords>
  );
}
