"use client";

import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { Smartphone } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

interface PhoneFormProps {
  words: {
    readonly label: string;
    readonly hint: string;
    readonly missing: string;
    readonly send: string;
    readonly sending: string;
  };
  label: string;
  onLabel: (label: string) => void;
  error: unknown;
  isPending: boolean;
  /** Called with the name once there is one. */
  onSend: (label: string) => void;
  /** What else is asked; `tried` after the first attempt. */
  children?: (tried: boolean) => ReactNode;
}

/** The name by which the office knows a phone: asked alike of the village's and of the trip's. */
export function PhoneForm({ words, label, onLabel, onSend, children, ...state }: PhoneFormProps) {
  const wording = useErrorWording();
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (label.trim()) onSend(label.trim());
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {state.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(state.error).code)}
        </Notice>
      ) : null}
      <Field
        label={words.label}
        hint={words.hint}
        error={tried && !label.trim() ? words.missing : undefined}
      >
        <TextInput
          value={label}
          onChange={(event) => onLabel(event.target.value)}
          autoComplete="off"
          maxLength={60}
        />
      </Field>
      {children?.(tried)}
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<Smartphone size={20} aria-hidden />}
        pending={state.isPending}
        pendingLabel={words.sending}
      >
        {words.send}
      </Button>
    </form>
  );
}
