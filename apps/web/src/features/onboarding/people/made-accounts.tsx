"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWording } from "@/lib/use-error-wording";
import type { InvitePeople, MadeAccount } from "./use-invite-people";

/** How far it is, and the codes to hand on: shown once. */
export function MadeAccounts({ invite }: { invite: InvitePeople }) {
  const t = useTranslations("onboarding.people");
  const wording = useErrorWording();
  const { made, total, isRunning } = invite;
  const words = t("progress", { done: made.length, total });
  return (
    <section aria-label={t("made")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <progress
          value={made.length}
          max={total}
          aria-label={words}
          className="h-2 w-48 accent-brand"
        />
        <p role="status">{words}</p>
        {isRunning ? (
          <Button size="small" onClick={invite.stop}>
            {t("stop")}
          </Button>
        ) : (
          <CopyCodes made={made} />
        )}
      </div>
      <Notice tone="warn" title={t("onceTitle")}>
        {t("once")}
      </Notice>
      <ul className="divide-y divide-line rounded-r2 border border-line">
        {made.map(({ person, code, failure }) => (
          <li key={person.row} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1.5">
            <span className="min-w-0 flex-1 basis-48">
              <span className="font-semibold">{person.name}</span>
              <span className="block text-12 text-text-2">{person.username}</span>
            </span>
            {code ? (
              <output
                aria-label={t("codeOf", { name: person.name })}
                className="font-mono text-16 font-bold"
              >
                {code}
              </output>
            ) : null}
            {failure ? <span className="text-bad">{wording(failure)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Name, user name and code of each, to be handed on one by one. */
function CopyCodes({ made }: { made: readonly MadeAccount[] }) {
  const t = useTranslations("onboarding.people");
  const [isCopied, setCopied] = useState(false);
  const lines = made.flatMap(({ person, code }) =>
    code ? [[person.name, person.username, code].join("\t")] : [],
  );
  if (lines.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-2">
      <Button
        size="small"
        icon={<Copy size={14} aria-hidden />}
        onClick={() =>
          void navigator.clipboard.writeText(lines.join("\n")).then(() => setCopied(true))
        }
      >
        {t("copy")}
      </Button>
      <span role="status" className="text-12 text-text-2">
        {isCopied ? t("copied") : ""}
      </span>
    </span>
  );
}
