"use client";

import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { PasswordField } from "./password-field";

/** A new password by the one-time code that an administrator has read out. */
export function ResetCodeForm() {
  const t = useTranslations("signIn.code");
  const tc = useTranslations("signIn.change");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const redeem = useMutation(trpc.session.redeemResetCode.mutationOptions());
  const failure = redeem.error ? callFailure(redeem.error) : null;
  const isPasswordProblem = failure?.code === "PASSWORD_WEAK";

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    redeem.mutate({
      login: String(data.get("login")),
      code: String(data.get("code")),
      newPassword: String(data.get("newPassword")),
    });
  }

  if (redeem.isSuccess) {
    return (
      <p
        role="status"
        className="rounded-r2 border border-ok-line bg-ok-soft px-3 py-2.5 text-15 text-ok"
      >
        {t("done")}
      </p>
    );
  }
  return (
    <form method="post" onSubmit={send} data-density="lapang" className="flex flex-col gap-4">
      <Field label={t("login")}>
        <TextInput
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          maxLength={200}
          required
        />
      </Field>
      <Field
        label={t("code")}
        hint={t("codeHint")}
        error={failure && !isPasswordProblem ? wording(failure.code) : undefined}
      >
        <TextInput
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          mono
          required
        />
      </Field>
      <PasswordField
        name="newPassword"
        label={t("newPassword")}
        hint={tc("hint")}
        autoComplete="new-password"
        error={isPasswordProblem ? wording(failure.code) : undefined}
      />
      <Button
        type="submit"
        tone="primary"
        block
        pending={redeem.isPending}
        pendingLabel={t("submitting")}
      >
        {t("submit")}
      </Button>
    </form>
  );
}
