"use client";

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { AudiencePicker } from "@rembuk/ui/audience-picker";
import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { dropDraft, readDraft, saveDraft } from "../actions/action-drafts";
import type { CaseDetail } from "../case-data";
import { joinTexts } from "../replies/join-texts";
import { ReplyPicker } from "../replies/reply-picker";
import { type SavedNote, useNoteExtra } from "./note-extras";
import { useRefreshCase } from "./use-case";

const DRAFT = "note";
const LONGEST = 8000;

/** What is being written and for whom; kept in this tab until it is saved. */
function useNoteDraft(kase: CaseDetail, prepared: string | undefined) {
  const first = kase.mayWriteTo[0] ?? "partner";
  const [draft] = useState(() => readDraft(kase.id, DRAFT));
  const [body, setBody] = useState(() =>
    joinTexts(typeof draft?.body === "string" ? draft.body : "", prepared),
  );
  const [audience, setAudience] = useState<NoteAudience>(
    () => kase.mayWriteTo.find((one) => one === draft?.audience) ?? first,
  );
  // What was sent stays a draft of this tab until it is saved.
  const isSent = useRef(false);
  useEffect(() => {
    if (body) saveDraft(kase.id, DRAFT, { body, audience });
    else if (!isSent.current) dropDraft(kase.id, DRAFT);
    isSent.current = false;
  }, [kase.id, body, audience]);
  const send = () => {
    isSent.current = true;
    setBody("");
  };
  return { body, setBody, send, audience, setAudience };
}

/**
 * Sends a note; its id stays the same until it is saved, so that a retry writes it once. It stands among
 * the notes at once, and is taken back with the words in the box when it is refused.
 */
function useAddNote(
  kase: CaseDetail,
  on: { sent: () => void; saved: (note: SavedNote) => void; back: (text: string) => void },
) {
  const t = useTranslations("case.notes");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshCase(kase.id);
  const [clientActionId, setId] = useState(() => crypto.randomUUID());
  const key = trpc.cases.show.queryKey({ caseId: kase.id });
  return useMutation({
    mutationFn: (note: { audience: NoteAudience; body: string }) =>
      client.cases.addNote.mutate({ ...note, caseId: kase.id, clientActionId }),
    onMutate: async (note) => {
      await queries.cancelQueries({ queryKey: key });
      const written = { ...note, id: clientActionId, purpose: "note", authorName: t("you") };
      queries.setQueryData(key, (before) =>
        before
          ? { ...before, notes: [{ ...written, createdAt: new Date() }, ...before.notes] }
          : before,
      );
      on.sent();
    },
    onSuccess: async ({ noteId }, { audience }) => {
      setId(crypto.randomUUID());
      dropDraft(kase.id, DRAFT);
      toast.show({ title: t("saved") });
      on.saved({ noteId, audience });
      await refresh();
    },
    onError: async (_, note) => {
      on.back(note.body);
      queries.setQueryData(key, (now) =>
        now ? { ...now, notes: now.notes.filter((one) => one.id !== clientActionId) } : now,
      );
      await refresh();
    },
  });
}

/** Writes a note. For whom is asked before it can be saved. */
export function NoteComposer(props: {
  kase: CaseDetail;
  /** In a window of its own: words that a macro brought, and what follows once it is saved. */
  prepared?: string | undefined;
  onSaved?: () => void;
}) {
  const { kase, prepared, onSaved } = props;
  const t = useTranslations("case.notes");
  const wording = useErrorWording();
  const errorId = useId();
  const { body, setBody, send, audience, setAudience } = useNoteDraft(kase, prepared);
  const [isMissing, setMissing] = useState(false);
  const extra = useNoteExtra();
  const add = useAddNote(kase, {
    // A window of its own goes once the note is saved, with its words in it till then.
    sent: () => !onSaved && send(),
    saved: (note) => {
      extra.onSaved(note);
      onSaved?.();
    },
    back: setBody,
  });
  const labels = {
    internal: t("audience.internal"),
    partner: t("audience.partner"),
    reporter: t("audience.reporter"),
  };
  const reach = {
    internal: t("reach.internal"),
    partner: t("reach.partner"),
    reporter: t("reach.reporter"),
  };
  const problem = isMissing
    ? t("missing")
    : add.error
      ? wording(callFailure(add.error).code)
      : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = body.trim();
    setMissing(text === "");
    if (text !== "" && !add.isPending) add.mutate({ audience, body: text });
  };

  return (
    <form
      onSubmit={submit}
      className="rounded-r2 border border-line-control bg-surface focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus"
    >
      <textarea
        aria-label={t("write")}
        aria-describedby={problem ? errorId : undefined}
        aria-invalid={problem ? true : undefined}
        placeholder={t("placeholder")}
        value={body}
        maxLength={LONGEST}
        rows={2}
        onChange={(event) => {
          setBody(event.target.value);
          setMissing(false);
        }}
        onPaste={(event) => extra.onPaste([...event.clipboardData.files], audience)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
        className="block max-h-[50vh] min-h-14 w-full resize-y rounded-t-r2 bg-transparent px-3 py-2 text-body outline-none [field-sizing:content]"
      />
      {audience === "reporter" && body.trim() ? (
        <div className="mx-2 mb-2 rounded-r2 border border-brand-line bg-brand-soft px-3 py-2">
          <p className="text-meta text-text-2">{t("preview")}</p>
          <p className="text-control break-words whitespace-pre-line">{body.trim()}</p>
        </div>
      ) : null}
      {extra.chosen}
      {problem ? (
        <div className="px-3 pb-2" role="alert">
          <FieldError id={errorId}>{problem}</FieldError>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-1.5 py-1.5">
        <AudiencePicker
          label={t("pick")}
          labels={labels}
          reach={reach}
          value={audience}
          onChange={setAudience}
          allowed={kase.mayWriteTo}
        />
        <ReplyPicker
          caseId={kase.id}
          use="note"
          onPick={({ texts }) => {
            setBody((before) => joinTexts(before, texts.body));
            setMissing(false);
          }}
        />
        {extra.acts(audience)}
        <Button
          type="submit"
          tone="primary"
          size="small"
          hint="Ctrl ↵"
          className="ml-auto"
          pending={add.isPending}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
