"use client";

import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { TextInput } from "@rembuk/ui/text-input";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { kindOf, type RetentionPage } from "./retention-data";

type Term = RetentionPage["terms"][number];
type Classification = "VILLAGE_ISSUE" | "COMPLAINT_SUPERVISORY";

interface RetentionTermsProps {
  readonly page: RetentionPage;
  readonly subdistrictCode: string;
}

/** Class by class: how long, and how many have passed it. */
export function RetentionTerms({ page, subdistrictCode }: RetentionTermsProps) {
  const t = useTranslations("retention.terms");
  return (
    <Panel
      id="masa-simpan"
      flush
      title={t("title")}
      note={t("note")}
      footer={t("configurable", { kind: kindOf(subdistrictCode) })}
    >
      <ul className="divide-y divide-line">
        {page.terms.map((term) => (
          <TermRow
            key={`${term.classification}-${term.months}`}
            term={term}
            subdistrictCode={subdistrictCode}
            mayEdit={page.mayPropose}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface TermRowProps {
  readonly term: Term;
  readonly subdistrictCode: string;
  readonly mayEdit: boolean;
}

function TermRow({ term, subdistrictCode, mayEdit }: TermRowProps) {
  const t = useTranslations("retention.terms");
  const { shortDate } = useFormat();
  const name = t(`class.${term.classification as Classification}`);
  return (
    <li className="grid items-center gap-x-4 gap-y-1 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_auto_130px]">
      <span className="min-w-0">
        <span className="block font-semibold">{name}</span>
        <span className="block text-12 text-text-2">
          {t("before", { date: shortDate(term.endedBefore) })}
        </span>
      </span>
      {mayEdit ? (
        <MonthsForm term={term} name={name} subdistrictCode={subdistrictCode} />
      ) : (
        <span>{t("months", { count: term.months })}</span>
      )}
      <span className="text-text-2 tabular-nums sm:text-right">
        {t("due", { count: term.due })}
      </span>
    </li>
  );
}

function MonthsForm(props: { term: Term; name: string; subdistrictCode: string }) {
  const { term, name, subdistrictCode } = props;
  const t = useTranslations("retention.terms");
  const trpc = useTRPC();
  const client = useQueryClient();
  const wording = useErrorWording();
  const [text, setText] = useState(String(term.months));
  const save = useMutation(
    trpc.retention.set.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.retention.show.queryFilter()),
    }),
  );
  const months = Number(text);
  const isSound = Number.isInteger(months) && months >= 1 && months <= 600;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const classification = term.classification as Classification;
    if (isSound)
      save.mutate({ clientActionId: crypto.randomUUID(), subdistrictCode, classification, months });
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-wrap items-center gap-2">
      <span className="w-[72px]">
        <TextInput
          aria-label={t("monthsOf", { name })}
          inputMode="numeric"
          value={text}
          aria-invalid={!isSound}
          className="tabular-nums"
          onChange={(event) => setText(event.target.value)}
        />
      </span>
      <span className="text-12 text-text-2">{t("unit")}</span>
      {text !== String(term.months) ? (
        <Button
          type="submit"
          size="small"
          disabled={!isSound}
          pending={save.isPending}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      ) : null}
      {save.error ? (
        <span role="alert" className="text-12 text-bad">
          {wording(callFailure(save.error).code)}
        </span>
      ) : null}
    </form>
  );
}
