"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useTRPCClient } from "@/lib/trpc";
import { useCaseWords } from "../wording/use-case-words";
import { ActionFrame } from "./action-frame";
import { LinkShown, type SentLink } from "./link-shown";
import { type ActionFormProps, useActionForm } from "./use-action-form";

/** Makes the link, then shows its address and code once. */
export function SendLinkForm(props: ActionFormProps) {
  const { kase, onClose } = props;
  const t = useTranslations("caseActions");
  const client = useTRPCClient();
  const { holder } = useCaseWords();
  const [link, setLink] = useState<SentLink | null>(null);
  const action = useActionForm<Record<string, never>>({
    ...props,
    schema: z.record(z.string(), z.never()),
    initial: {},
    words: {},
    doneWords: () => null,
    // The window stays: address and code are shown here and nowhere else.
    onDone: () => undefined,
    run: async ({ clientActionId, caseId }) =>
      setLink(await client.cases.sendLink.mutate({ clientActionId, caseId })),
  });
  if (link) {
    const title = t("send-link.done", { number: kase.number });
    return <LinkShown title={title} link={link} kase={kase} onClose={onClose} />;
  }
  return (
    <ActionFrame {...props} action={action} focusSend>
      <p className="text-body">
        {t("link.text", { holder: holder(kase.holder, kase.village.name) })}
      </p>
    </ActionFrame>
  );
}
