"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { signInWithPassword, signInWithProvider } from "@/lib/sign-in";
import { PasswordField } from "./password-field";
import { useFailureWording } from "./use-failure-wording";

const REMEMBERED_LOGIN = "rembuk.login";

interface SignInFormProps {
  /** Path to open afterwards; already checked to be our own. */
  target: string;
  hasProvider: boolean;
  /** Encoded failure of a sign-in that came back by address (provider). */
  failure: string | null;
}

interface Sent {
  login: string;
  password: string;
  remember: boolean;
}

function readForm(form: HTMLFormElement): Sent {
  const data = new FormData(form);
  return {
    login: String(data.get("login") ?? "").trim(),
    password: String(data.get("password") ?? ""),
    remember: data.get("remember") === "on",
  };
}

/** User name, phone or e-mail with a password. */
export function SignInForm({ target, hasProvider, failure }: SignInFormProps) {
  const t = useTranslations("signIn");
  const wording = useFailureWording();
  const [error, setError] = useState<string>();
  const [provided, setProvided] = useState(failure);
  const [pending, setPending] = useState(false);
  const loginInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const remembered = localStorage.getItem(REMEMBERED_LOGIN);
    if (remembered && loginInput.current && !loginInput.current.value) {
      loginInput.current.value = remembered;
    }
  }, []);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { login, password, remember } = readForm(event.currentTarget);
    if (pending || !login || !password) return;
    setPending(true);
    const failed = await signInWithPassword(login, password).catch(() => "offline");
    if (failed === null) {
      // Only the name stays on an office computer, never the session.
      if (remember) localStorage.setItem(REMEMBERED_LOGIN, login);
      else localStorage.removeItem(REMEMBERED_LOGIN);
      window.location.assign(target);
      return;
    }
    setError(wording(failed));
    setPending(false);
    passwordInput.current?.focus();
    passwordInput.current?.select();
  }

  return (
    // method="post" keeps the password out of the address should the script come late.
    <form method="post" onSubmit={send} data-density="lapang" className="flex flex-col gap-4">
      {provided ? (
        <Notice tone="bad" live>
          {wording(provided)}
        </Notice>
      ) : null}
      <Field label={t("login")}>
        <TextInput
          ref={loginInput}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          required
        />
      </Field>
      <PasswordField
        ref={passwordInput}
        name="password"
        label={t("password")}
        autoComplete="current-password"
        error={error}
      />
      <Checkbox name="remember" label={t("rememberLogin")} className="text-13" />
      <Button type="submit" tone="primary" block pending={pending} pendingLabel={t("submitting")}>
        {t("submit")}
      </Button>
      {hasProvider ? (
        <Button
          block
          onClick={() => signInWithProvider(target).catch(() => setProvided("offline"))}
        >
          {t("withProvider")}
        </Button>
      ) : null}
    </form>
  );
}
