"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { KeyValueList } from "@rembuk/ui/key-value";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useMutation } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

const SHORTEST = 5;
const quick = ["visit", "match", "answer"] as const;

/** Opens name and contact for a stated purpose; the reading is recorded before it is shown. */
export function RevealReporter({ caseId, isNameOpen }: { caseId: string; isNameOpen: boolean }) {
  const facts = useTranslations("case.facts");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        className="-ml-2.5 text-brand!"
        icon={<Eye size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {facts(isNameOpen ? "revealMore" : "reveal")}
      </Button>
      {isOpen ? <RevealDialog caseId={caseId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RevealDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useTranslations("case.reveal");
  const trpc = useTRPC();
  // Kept here only: closing the window forgets what was shown.
  const reveal = useMutation(trpc.cases.revealReporter.mutationOptions({ gcTime: 0 }));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="small"
      title={t("title")}
      description={t("text")}
      closeLabel={t("close")}
      footer={
        reveal.data ? (
          <Button tone="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <Button
            type="submit"
            form="reveal"
            tone="primary"
            pending={reveal.isPending}
            pendingLabel={t("sending")}
          >
            {t("send")}
          </Button>
        )
      }
    >
      {reveal.data ? (
        <Revealed person={reveal.data} />
      ) : (
        <PurposeForm
          failure={reveal.error ? callFailure(reveal.error).code : null}
          onSend={(reason) => reveal.mutate({ caseId, reason })}
        />
      )}
    </Dialog>
  );
}

function PurposeForm(props: { failure: string | null; onSend: (reason: string) => void }) {
  const t = useTranslations("case.reveal");
  const wording = useErrorWording();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = reason.trim().length < SHORTEST;
    setMissing(isShort);
    if (!isShort) props.onSend(reason.trim());
  };
  return (
    <form id="reveal" noValidate onSubmit={send} className="flex flex-col gap-3">
      {props.failure ? (
        <Notice tone="bad" live>
          {wording(props.failure)}
        </Notice>
      ) : null}
      <Field
        label={t("reason")}
        hint={t("reasonHint")}
        error={isMissing ? t("missing") : undefined}
      >
        <TextInput
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {quick.map((one) => (
          <Button key={one} size="small" onClick={() => setReason(t(`quick.${one}`))}>
            {t(`quick.${one}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}

interface Person {
  readonly name: string;
  readonly phone: string | null;
  readonly nik: string | null;
  readonly capacity: string | null;
}

function Revealed({ person }: { person: Person }) {
  const t = useTranslations("case.reveal");
  const none = <span className="text-text-3">{t("none")}</span>;
  return (
    <div aria-live="polite">
      <KeyValueList
        entries={[
          { key: "name", label: t("name"), value: person.name },
          {
            key: "phone",
            label: t("phone"),
            value: person.phone ? (
              <a className="font-mono text-brand underline" href={`tel:${person.phone}`}>
                {person.phone}
              </a>
            ) : (
              none
            ),
          },
          {
            key: "nik",
            label: t("nik"),
            value: person.nik ? <span className="font-mono">{person.nik}</span> : none,
          },
          { key: "capacity", label: t("capacity"), value: person.capacity ?? none },
        ]}
      />
      <p className="mt-3 text-meta text-text-2">{t("hidden")}</p>
    </div>
  );
}
