"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownInnovation } from "./innovation-data";
import { MeetingLinks } from "./meeting-links";
import { UnlinkButton } from "./unlink-button";
import { useInnovationAct } from "./use-innovation-act";

/** Cases that show the problem, and meetings that named it. Who may not read one sees that there is one. */
export function LinksPanel({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations.links");
  const { cases, otherCases, mayLink, meetings, otherMeetings } = innovation;
  const isEmpty = cases.length + otherCases + meetings.length + otherMeetings === 0;
  return (
    <Panel id="kasus" title={t("title")} note={t("note")}>
      {isEmpty ? <p className="text-text-2">{t("none")}</p> : null}
      <ul className="flex flex-col gap-1.5 text-14">
        {cases.map((kase) => (
          <li key={kase.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <TextLink href={`/kasus/${kase.id}`}>{kase.number}</TextLink>
            <span className="min-w-0 flex-1 break-words text-text-2">{kase.title}</span>
            {mayLink ? (
              <UnlinkButton
                label={t("unlinkOf", { number: kase.number })}
                done={t("unlinked")}
                run={(innovations, clientActionId) =>
                  innovations.unlinkCase.mutate({
                    ...{ clientActionId, innovationId: innovation.id },
                    ...{ version: innovation.version, caseId: kase.id },
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {otherCases > 0 ? (
        <p className="mt-1 text-13 text-text-2">{t("others", { count: otherCases })}</p>
      ) : null}
      <MeetingLinks innovation={innovation} />
      {mayLink ? <LinkForm key={innovation.version} innovation={innovation} /> : null}
    </Panel>
  );
}

function LinkForm({ innovation: { id: innovationId, version } }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations.links");
  const [number, setNumber] = useState("");
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.linkCase.mutate({ clientActionId, innovationId, version, number }),
    done: t("linked"),
    onDone: () => setNumber(""),
  });
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        act.send();
      }}
    >
      <Field label={t("number")} hint={t("numberHint")} className="min-w-52 flex-1">
        <TextInput
          mono
          maxLength={30}
          value={number}
          onChange={(event) => setNumber(event.target.value.trim())}
        />
      </Field>
      <Button
        type="submit"
        disabled={number.length < 5}
        pending={act.isSending}
        pendingLabel={t("sending")}
      >
        {t("link")}
      </Button>
      {act.failure ? (
        <Notice tone="bad" live className="w-full">
          {act.failure}
        </Notice>
      ) : null}
    </form>
  );
}
