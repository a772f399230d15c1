"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { type BatchEntry, batchOf, batchProblems, emptyBatch } from "./batch-entry";
import { LoadedList } from "./loaded-list";
import { useCoachingAct } from "./use-coaching-act";

/** Opens a batch: its award and period, who coaches, and the innovations that won. */
export function OpenBatchScreen() {
  const t = useTranslations("coaching");
  const winners = useQuery(useTRPC().coaching.winners.queryOptions());
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader back={{ href: "/pembinaan", label: t("title") }} title={t("open.title")} />
      <div className="max-w-[900px] px-4 py-3.5 sm:px-7">
        <LoadedList list={winners} takeFocus>
          {(data) => <BatchForm winners={data} />}
        </LoadedList>
      </div>
    </div>
  );
}

interface Winners {
  readonly provinceCode: string;
  readonly innovations: readonly {
    readonly id: string;
    readonly name: string;
    readonly placeName: string;
    readonly awards: readonly string[];
  }[];
}

const lines = ["title", "award", "giver", "year", "startsOn", "endsOn"] as const;

function BatchForm({ winners }: { winners: Winners }) {
  const t = useTranslations("coaching.open");
  const router = useRouter();
  const [entry, setEntry] = useState<BatchEntry>(emptyBatch);
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 ? batchProblems(entry) : [];
  const act = useCoachingAct({
    run: (coaching, clientActionId) =>
      coaching.openBatch.mutate({
        ...batchOf(entry, () => crypto.randomUUID()),
        ...{ clientActionId, provinceCode: winners.provinceCode },
      }),
    done: t("done"),
    onDone: ({ batchId }) => router.push(`/pembinaan/angkatan/${batchId}`),
  });
  const errorOf = (name: keyof BatchEntry) =>
    problems.includes(name) ? t(`problems.${name}`) : undefined;
  const change = (part: Partial<BatchEntry>) => setEntry((before) => ({ ...before, ...part }));
  return (
    <form
      noValidate
      className="flex flex-col gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((before) => before + 1);
        if (batchProblems(entry).length === 0) act.send();
      }}
    >
      <Panel id="penghargaan" title={t("what")}>
        <div className="grid gap-3 sm:grid-cols-2">
          {lines.map((name) => (
            <Field key={name} label={t(`fields.${name}`)} error={errorOf(name)}>
              <TextInput
                type={name === "startsOn" || name === "endsOn" ? "date" : "text"}
                inputMode={name === "year" ? "numeric" : undefined}
                maxLength={200}
                value={entry[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            </Field>
          ))}
        </div>
      </Panel>
      <Panel id="tim" title={t("team")}>
        <Field label={t("fields.team")} hint={t("teamHint")} error={errorOf("team")}>
          <Textarea
            rows={4}
            maxLength={4_000}
            value={entry.team}
            onChange={(event) => change({ team: event.target.value })}
          />
        </Field>
      </Panel>
      <Panel id="pemenang" title={t("winners")} note={t("winnersNote")}>
        <fieldset className="flex flex-col gap-1">
          <legend className="sr-only">{t("winners")}</legend>
          {winners.innovations.length === 0 ? <p>{t("noWinners")}</p> : null}
          {winners.innovations.map((one) => (
            <Checkbox
              key={one.id}
              label={one.name}
              hint={[one.placeName, ...one.awards].join(" · ")}
              checked={entry.innovationIds.includes(one.id)}
              onChange={(event) =>
                change({
                  innovationIds: event.target.checked
                    ? [...entry.innovationIds, one.id]
                    : entry.innovationIds.filter((id) => id !== one.id),
                })
              }
            />
          ))}
          {errorOf("innovationIds") ? (
            <p role="alert" className="text-13 text-bad">
              {errorOf("innovationIds")}
            </p>
          ) : null}
        </fieldset>
      </Panel>
      {act.failure ? (
        <Notice tone="bad" live>
          {act.failure}
        </Notice>
      ) : null}
      <Button
        type="submit"
        tone="primary"
        className="self-start"
        pending={act.isSending}
        pendingLabel={t("sending")}
      >
        {t("send")}
      </Button>
    </form>
  );
}
