"use client";

import { longestTaskDays, type TaskDoer, taskDoers } from "@rembuk/domain/cases/task-steps";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { SectionHeader } from "@rembuk/ui/section-header";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { ListChecks, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPCClient } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { ActDialog } from "./act-dialog";
import { useReferralAct } from "./use-referral-act";

type Task = CaseDetail["tasks"][number];

/** The checklist of a case: its order, due dates, who did what; from the category's template or one's own. */
export function CaseTasks({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("referrals.tasks");
  const [adding, setAdding] = useState(false);
  const { tasks, mayManageTasks } = kase;
  if (tasks.length === 0 && !mayManageTasks) return null;
  const done = tasks.filter((task) => task.doneAt !== null).length;
  return (
    <section aria-labelledby="langkah" className="flex min-w-0 flex-col gap-2">
      <SectionHeader
        id="langkah"
        title={t("title")}
        note={tasks.length > 0 ? t("note", { done, all: tasks.length }) : t("empty")}
        actions={
          mayManageTasks ? (
            <>
              {tasks.length === 0 && kase.templateSteps.length > 0 ? (
                <UseTemplate kase={kase} />
              ) : null}
              <Button
                tone="quiet"
                size="small"
                icon={<Plus size={14} aria-hidden />}
                onClick={() => setAdding(true)}
              >
                {t("add")}
              </Button>
            </>
          ) : null
        }
      />
      {tasks.length > 0 ? (
        <ol className="divide-y divide-line rounded-r3 border border-line bg-surface">
          {tasks.map((task) => (
            <TaskRow key={`${task.id}-${task.doneAt?.getTime()}`} kase={kase} task={task} />
          ))}
        </ol>
      ) : null}
      {adding ? <AddTask kase={kase} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function TaskRow({ kase, task }: { kase: CaseDetail; task: Task }) {
  const t = useTranslations("referrals.tasks");
  const { shortDate } = useFormat(kase.calendar.zone);
  const client = useTRPCClient();
  const tick = useReferralAct<boolean>({
    run: (clientActionId, done) =>
      client.referrals.tickTask.mutate({ clientActionId, caseId: kase.id, taskId: task.id, done }),
    done: () => task.title,
    onDone: () => undefined,
  });
  const state =
    task.doneAt !== null
      ? t("doneBy", { date: shortDate(task.doneAt), name: task.doneByName ?? "" })
      : t(task.isLate ? "late" : "due", { date: shortDate(task.dueAt) });
  const when = `${t(`doer.${task.doer}`)} · ${state}`;
  return (
    <li className="px-3 py-1.5">
      <Checkbox
        label={
          <>
            {task.title}
            {task.isMandatory ? <b className="font-semibold"> ({t("mandatory")})</b> : null}
          </>
        }
        hint={<span className={task.isLate ? "text-bad" : undefined}>{tick.failure ?? when}</span>}
        checked={task.doneAt !== null}
        disabled={!kase.mayManageTasks || tick.isSending}
        onChange={(event) => tick.send(event.target.checked)}
      />
    </li>
  );
}

function UseTemplate({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("referrals.tasks");
  const client = useTRPCClient();
  const add = useReferralAct<null>({
    run: (clientActionId) =>
      client.referrals.addTasks.mutate({
        ...{ clientActionId, caseId: kase.id, version: kase.version },
        tasks: null,
      }),
    done: () => t("added"),
    onDone: () => undefined,
  });
  return (
    <Button
      size="small"
      icon={<ListChecks size={14} aria-hidden />}
      pending={add.isSending}
      onClick={() => add.send(null)}
    >
      {add.failure ?? t("template", { count: kase.templateSteps.length })}
    </Button>
  );
}

function AddTask({ kase, onClose }: { kase: CaseDetail; onClose: () => void }) {
  const t = useTranslations("referrals.tasks");
  const client = useTRPCClient();
  const [title, setTitle] = useState("");
  const [doer, setDoer] = useState<TaskDoer>("holder");
  const [days, setDays] = useState("5");
  const [isMandatory, setMandatory] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const limitDays = Number(days);
  const isLimit = Number.isInteger(limitDays) && limitDays >= 1 && limitDays <= longestTaskDays;
  const add = useReferralAct<null>({
    run: (clientActionId) =>
      client.referrals.addTasks.mutate({
        ...{ clientActionId, caseId: kase.id, version: kase.version },
        tasks: [{ title, doer, limitDays, isMandatory }],
      }),
    done: () => t("added"),
    onDone: onClose,
  });
  const titleError = attempt > 0 && title.trim() === "" ? t("addMissing") : undefined;
  const daysError = attempt > 0 && !isLimit ? t("addDaysMissing") : undefined;
  return (
    <ActDialog
      title={t("add")}
      subject={`${kase.number} · ${kase.title}`}
      text=""
      sendLabel={t("save")}
      isSending={add.isSending}
      failure={add.failure}
      attempt={attempt}
      errors={[
        ...(titleError ? [{ fieldId: "task-title", message: titleError }] : []),
        ...(daysError ? [{ fieldId: "task-days", message: daysError }] : []),
      ]}
      onClose={onClose}
      onSend={() => {
        setAttempt(attempt + 1);
        if (title.trim() !== "" && isLimit) add.send(null);
      }}
    >
      <Field id="task-title" label={t("addTitle")} error={titleError}>
        <TextInput value={title} maxLength={200} onChange={(e) => setTitle(e.target.value)} />
      </Field>
      <Field label={t("addDoer")}>
        <Select
          value={doer}
          options={taskDoers.map((one) => ({ value: one, label: t(`doer.${one}`) }))}
          onChange={(e) => setDoer(taskDoers.find((one) => one === e.target.value) ?? "holder")}
        />
      </Field>
      <Field id="task-days" label={t("addDays")} error={daysError} className="w-36">
        <TextInput inputMode="numeric" value={days} onChange={(e) => setDays(e.target.value)} />
      </Field>
      <Checkbox
        label={t("mandatoryLabel")}
        checked={isMandatory}
        onChange={(event) => setMandatory(event.target.checked)}
      />
    </ActDialog>
  );
}
