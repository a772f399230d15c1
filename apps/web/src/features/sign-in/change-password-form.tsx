"use client";

import { Button } from "@rembuk/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useSignOut } from "@/components/app-shell/use-sign-out";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { PasswordField } from "./password-field";

/** Replaces a temporary password, or one's own. */
export function ChangePasswordForm({ username }: { username: string }) {
  const t = useTranslations("signIn.change");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const leaving = useSignOut();
  const change = useMutation(
    trpc.session.changePassword.mutationOptions({ onSuccess: () => window.location.assign("/") }),
  );
  const code = change.error ? callFailure(change.error).code : null;
  const isAboutNew = code === "PASSWORD_WEAK";

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    change.mutate({
      currentPassword: String(data.get("currentPassword")),
      newPassword: String(data.get("newPassword")),
    });
  }

  return (
    <form method="post" onSubmit={send} data-density="lapang" className="flex flex-col gap-4">
      {/* Password managers need the name beside the new password. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        name="currentPassword"
        label={t("current")}
        autoComplete="current-password"
        error={code && !isAboutNew ? wording(code) : undefined}
      />
      <PasswordField
        name="newPassword"
        label={t("next")}
        hint={t("hint")}
        autoComplete="new-password"
        error={isAboutNew ? wording(code) : undefined}
      />
      <Button
        type="submit"
        tone="primary"
        block
        pending={change.isPending}
        pendingLabel={t("submitting")}
      >
        {t("submit")}
      </Button>
      <Button tone="quiet" block onClick={leaving.ask}>
        {t("signOut")}
      </Button>
      {leaving.dialog}
    </form>
  );
}
