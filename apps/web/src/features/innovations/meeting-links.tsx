"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { ShownInnovation } from "./innovation-data";
import { UnlinkButton } from "./unlink-button";
import { useInnovationAct } from "./use-innovation-act";

/** Recorded meetings that identified the problem. Who may not read meetings sees that there is one. */
export function MeetingLinks({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations.links");
  const { shortDate } = useFormat();
  const { meetings, otherMeetings, linkableMeetings, mayLink } = innovation;
  return (
    <>
      {meetings.length > 0 ? (
        <ul aria-label={t("meetings")} className="mt-1.5 flex flex-col gap-1.5 text-14">
          {meetings.map(({ id, subject, heldOn }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <TextLink href="/rapat">{t("met", { day: shortDate(dayOf(heldOn)) })}</TextLink>
              <span className="min-w-0 flex-1 break-words text-text-2">{subject}</span>
              {mayLink ? (
                <UnlinkButton
                  label={t("unlinkMeeting", { subject })}
                  done={t("meetingUnlinked")}
                  run={(innovations, clientActionId) =>
                    innovations.unlinkMeeting.mutate({
                      ...{ clientActionId, innovationId: innovation.id },
                      ...{ version: innovation.version, meetingId: id },
                    })
                  }
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {otherMeetings > 0 ? (
        <p className="mt-1 text-13 text-text-2">{t("otherMeetings", { count: otherMeetings })}</p>
      ) : null}
      {linkableMeetings.length > 0 ? (
        <LinkMeeting key={innovation.version} innovation={innovation} />
      ) : null}
    </>
  );
}

function LinkMeeting({
  innovation: { id: innovationId, version, linkableMeetings },
}: {
  innovation: ShownInnovation;
}) {
  const t = useTranslations("innovations.links");
  const { shortDate } = useFormat();
  const [meetingId, setMeetingId] = useState("");
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.linkMeeting.mutate({ clientActionId, innovationId, version, meetingId }),
    done: t("meetingLinked"),
    onDone: () => setMeetingId(""),
  });
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        act.send();
      }}
    >
      <Field label={t("meeting")} hint={t("meetingHint")} className="min-w-52 flex-1">
        <Select
          value={meetingId}
          placeholder={t("chooseMeeting")}
          options={linkableMeetings.map(({ id, subject, heldOn }) => ({
            value: id,
            label: `${shortDate(dayOf(heldOn))} · ${subject}`,
          }))}
          onChange={(event) => setMeetingId(event.target.value)}
        />
      </Field>
      <Button
        type="submit"
        disabled={meetingId === ""}
        pending={act.isSending}
        pendingLabel={t("sending")}
      >
        {t("linkMeeting")}
      </Button>
      {act.failure ? (
        <Notice tone="bad" live className="w-full">
          {act.failure}
        </Notice>
      ) : null}
    </form>
  );
}
