"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownEngagement, ShownSession } from "./coaching-data";
import { FieldsDialog } from "./fields-dialog";

type Idea = NonNullable<ShownSession["minutes"]>["ideas"][number];

/** Ideas of a session; one of agreed minutes may enter the pipeline of innovations. */
export function IdeaLines({
  engagement,
  session,
  ideas,
}: {
  engagement: ShownEngagement;
  session: ShownSession;
  ideas: readonly Idea[];
}) {
  const t = useTranslations("coaching");
  const [open, setOpen] = useState<Idea | null>(null);
  const mayEnter = engagement.may.enterIdea && session.status === "minutes_agreed";
  if (ideas.length === 0) return null;
  return (
    <div>
      <h4 className="text-13 font-semibold text-text-2">{t("minutes.ideas")}</h4>
      <ul className="flex flex-col gap-1.5">
        {ideas.map((idea) => (
          <li key={idea.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 flex-1 break-words">{idea.text}</span>
            {idea.innovationId ? (
              <TextLink href={`/inovasi/${idea.innovationId}`}>{t("idea.entered")}</TextLink>
            ) : null}
            {mayEnter && !idea.innovationId ? (
              <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(idea)}>
                {t("idea.enter")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <FieldsDialog
          title={t("idea.enter")}
          subject={open.text}
          text={t("idea.text")}
          sendLabel={t("idea.enter")}
          done={t("idea.done")}
          fields={[{ name: "name", label: t("idea.name"), least: 3 }]}
          run={(coaching, clientActionId, { name = "" }) =>
            coaching.enterIdea.mutate({
              ...{ clientActionId, sessionId: session.id, version: session.version },
              ...{ ideaId: open.id, name },
            })
          }
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}
