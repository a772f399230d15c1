"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";

interface PasswordFieldProps {
  label: string;
  name: string;
  autoComplete: "current-password" | "new-password";
  error?: string;
  hint?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A password with a button that shows it. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations("signIn");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Field label={props.label} error={props.error} hint={props.hint}>
        <TextInput
          ref={props.ref}
          name={props.name}
          type={shown ? "text" : "password"}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          required
          className="pr-36"
        />
      </Field>
      <button
        type="button"
        onClick={() => setShown(!shown)}
        aria-pressed={shown}
        className="absolute right-1.5 bottom-1 flex h-10 items-center gap-1.5 rounded-r2 px-2 text-13 font-semibold text-brand hover:text-brand-hover"
      >
        <Icon size={16} aria-hidden />
        {shown ? t("hidePassword") : t("showPassword")}
      </button>
    </div>
  );
}
