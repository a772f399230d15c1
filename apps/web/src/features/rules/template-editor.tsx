"use client";

import {
  type TemplateKey,
  type TemplateLanguage,
  type TemplateProblem,
  templateLanguages,
  templateProblem,
  templateRules,
} from "@rembuk/domain/cases/message-templates";
import { fillWords } from "@rembuk/domain/cases/placeholders";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { RulePlace } from "./rules-data";
import { TemplateHistory } from "./template-history";
import {
  sampleFacts,
  type TemplatePage,
  type TemplateState,
  templateState,
} from "./templates-data";
import { useTemplateForm } from "./use-template-form";

interface TemplateEditorProps {
  template: TemplateKey;
  page: TemplatePage;
  place: RulePlace;
}

/** One message in both languages: its text, how it will read, and who changed it. */
export function TemplateEditor({ template, page, place }: TemplateEditorProps) {
  const t = useTranslations("templates");
  const [language, setLanguage] = useState<TemplateLanguage>("id");
  const state = templateState(page, template, language);
  return (
    <Panel id="pesan" title={t(`name.${template}`)}>
      <div className="flex flex-col gap-4">
        <div>
          <Segmented
            label={t("language")}
            value={language}
            onChange={(next) => setLanguage(next === "en" ? "en" : "id")}
            options={templateLanguages.map((l) => ({ value: l, label: t(`languages.${l}`) }))}
          />
        </div>
        <TemplateForm key={`${language} ${state.version}`} state={state} place={place} />
        <TemplateHistory history={state.history} />
      </div>
    </Panel>
  );
}

/** The sentence of what is wrong with a text. */
function useProblemWords() {
  const t = useTranslations("templates.problem");
  const braced = (words: readonly string[]) => words.map((w) => `{${w}}`).join(", ");
  return (problem: TemplateProblem): string => {
    if (problem.kind === "length") return t("length", { longest: problem.longest });
    if (problem.kind === "hidden") return t("hidden");
    const words = problem.words.map((w) => (w === "{" ? "{" : `{${w}}`)).join(", ");
    if (problem.kind === "missing") return t("missing", { words });
    return t("unknown", { words, allowed: braced(problem.allowed) });
  };
}

function TemplateForm({ state, place }: { state: TemplateState; place: RulePlace }) {
  const t = useTranslations("templates");
  const wording = useErrorWording();
  const say = useProblemWords();
  const form = useTemplateForm(state, place);
  const box = useRef<HTMLTextAreaElement>(null);
  const { longest, allowed } = templateRules[state.key];
  const problem = templateProblem(state.key, form.text);
  const isChanged = form.text.trim() !== state.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === null && isChanged) form.save(form.text);
  };
  const insert = (word: string) => {
    const { selectionStart: at = form.text.length, selectionEnd: to = at } = box.current ?? {};
    form.setText(`${form.text.slice(0, at)}{${word}}${form.text.slice(to)}`);
    box.current?.focus();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {form.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(form.error).code)}
        </Notice>
      ) : null}
      <Field
        label={t("text")}
        hint={t("length", { count: form.text.trim().length, longest })}
        error={problem && isChanged ? say(problem) : undefined}
      >
        <Textarea
          ref={box}
          rows={state.key.startsWith("mail") ? 8 : 4}
          lang={state.language}
          value={form.text}
          onChange={(event) => form.setText(event.target.value)}
        />
      </Field>
      <Words allowed={allowed} onInsert={insert} />
      <Preview state={state} text={form.text} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          tone="primary"
          disabled={problem !== null || !isChanged}
          pending={form.isSaving}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
        {state.isOwn ? (
          <Button disabled={form.isSaving} onClick={() => form.save(null)}>
            {t("reset")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** The words in braces that this message knows; one click puts one where the cursor is. */
function Words({
  allowed,
  onInsert,
}: {
  allowed: readonly string[];
  onInsert: (word: string) => void;
}) {
  const t = useTranslations("templates");
  return (
    <div>
      <p className="mb-1.5 text-meta text-text-2">{t("words")}</p>
      <ul className="flex flex-wrap gap-1.5">
        {allowed.map((word) => (
          <li key={word}>
            <Button size="small" aria-label={t("insert", { word })} onClick={() => onInsert(word)}>
              <span className="font-mono">{`{${word}}`}</span>
              <span className="font-normal text-text-2">{t(`word.${word}` as never)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As it will read, with made-up values. */
function Preview({ state, text }: { state: TemplateState; text: string }) {
  const t = useTranslations("templates");
  const facts = sampleFacts(state.key, state.language);
  return (
    <section aria-label={t("preview")} className="rounded-r3 border border-line bg-canvas p-3">
      <h3 className="text-meta font-semibold text-text-2">{t("preview")}</h3>
      {state.key.startsWith("mail") ? (
        <p className="mt-1 text-meta text-text-2">
          {t("subject")}{" "}
          <span lang={state.language} className="font-semibold text-text">
            {state.key === "mail-digest"
              ? t(`digestSubject.${state.language}`, { day: facts.hari ?? "" })
              : t(`sampleSubject.${state.language}`, {
                  number: facts.nomor ?? "",
                  event: facts.peristiwa ?? "",
                })}
          </span>
        </p>
      ) : null}
      <p lang={state.language} className="mt-1.5 break-words whitespace-pre-line">
        {fillWords(text, facts)}
      </p>
      <p className="mt-2 text-meta text-text-3">{t("fictional")}</p>
    </section>
  );
}
