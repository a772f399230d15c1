"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useRef } from "react";
import { useErrorWording } from "@/lib/use-error-wording";
import { titleKey } from "./action-looks";
import { useSpokenFor } from "./behalf-fields";
import { ChangedNotice } from "./changed-notice";
import type { ActionForm, ActionFormProps } from "./use-action-form";

interface ActionFrameProps extends ActionFormProps {
  action: ActionForm;
  size?: "small" | "medium" | "large";
  /** The usual answer is to send as it stands: Enter does it. */
  focusSend?: boolean;
  /** The first thing to fill in, when it is not the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
}

/** The window round the form of an action: what it does, what went wrong, send and cancel. */
export function ActionFrame(props: ActionFrameProps) {
  const { kase, step, onClose, action, children } = props;
  const t = useTranslations("caseActions");
  const { sender, form } = action;
  const formId = `act-${step.action}`;
  const sendButton = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size={props.size}
      // Nothing to fill in: Enter sends.
      initialFocus={props.focusSend || !children ? sendButton : props.initialFocus}
      title={<ActionTitle kase={kase} step={step} assigns={props.assigns} />}
      description={`${kase.number} · ${kase.title}`}
      closeLabel={t("close-dialog")}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button
            ref={sendButton}
            type="submit"
            form={formId}
            // The button stands outside the form, which hears nothing of its keys.
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
            tone="primary"
            pending={sender.isSending}
            pendingLabel={t(`${step.action}.sending`)}
          >
            {t(`${step.action}.send`)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => void action.submit(event)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.requestSubmit();
          }
        }}
        className="flex flex-col gap-4"
      >
        <ErrorSummary
          title={t("problems")}
          errors={action.errors}
          attempt={form.formState.submitCount}
        />
        <Failure {...props} />
        {action.hasDraft ? <p className="text-meta text-text-2">{t("draft")}</p> : null}
        <p className="text-control text-text-2">{t(`${step.action}.consequence`)}</p>
        {children}
      </form>
    </Dialog>
  );
}

function ActionTitle({ kase, step, assigns }: Pick<ActionFormProps, "kase" | "step" | "assigns">) {
  const t = useTranslations("caseActions");
  const who = useSpokenFor({ kase, step });
  const action = assigns ? t("assign.title") : t(titleKey(kase, step.action));
  return step.onBehalf ? t("onBehalfTitle", { action, holder: who }) : action;
}

function Failure({ kase, step, action }: ActionFrameProps) {
  const t = useTranslations("caseActions");
  const wording = useErrorWording();
  const { failure, changed, isSending } = action.sender;
  if (changed) {
    return (
      <ChangedNotice
        kase={kase}
        action={step.action}
        known={changed}
        isSending={isSending}
        onSendAgain={() => void action.submitAgain()}
      />
    );
  }
  if (!failure) return null;
  return (
    <Notice tone="bad" live title={t("failedTitle")}>
      {wording(failure.code)}
    </Notice>
  );
}
