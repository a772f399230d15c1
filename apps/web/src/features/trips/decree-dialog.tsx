"use client";

import { type IssueDecreeCommand, issueDecreeCommand } from "@rembuk/domain/trips/commands";
import { decreeTeams } from "@rembuk/domain/trips/model";
import { Button } from "@rembuk/ui/button";
import { Field, FieldError } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useToday } from "@/features/people/use-appointment";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";

type Member = IssueDecreeCommand["members"][number] & { readonly key: string };
type Entry = Omit<IssueDecreeCommand, "members" | "clientActionId"> & {
  readonly members: readonly Member[];
};

const emptyMember = (team: Member["team"]): Member => ({
  ...{ key: crypto.randomUUID(), name: "", position: "", team },
});

const words: Readonly<Record<string, string>> = { endsOn: "dates", members: "crew" };

const problemsOf = (entry: Entry) => {
  const clientActionId = "00000000-0000-4000-8000-000000000000";
  const found = issueDecreeCommand.safeParse({ ...entry, clientActionId });
  const problems = new Map<string, string>();
  for (const issue of found.error?.issues ?? []) {
    const [part = ""] = issue.path.map(String);
    if (!problems.has(part)) problems.set(part, words[part] ?? "missing");
  }
  return problems;
};

/** Records an SK Camat as it was signed: number, period, procedure and the two teams. */
export function DecreeDialog({
  subdistrictCode,
  onClose,
}: {
  subdistrictCode: string;
  onClose: () => void;
}) {
  const t = useTranslations("trips");
  const today = useToday();
  const [entry, setEntry] = useState<Entry>(() => ({
    ...{ subdistrictCode, number: "", subject: "", procedure: "", issuedOn: today },
    ...{ startsOn: today, endsOn: `${today.slice(0, 4)}-12-31` },
    members: [emptyMember("pelaksana"), emptyMember("jejaring")],
  }));
  const act = useTripAct({
    run: (trips, clientActionId) => {
      const members = entry.members.map(({ key: _, ...member }) => member);
      return trips.issueDecree.mutate({ ...entry, members, clientActionId });
    },
    done: t("decrees.done"),
    onDone: onClose,
  });
  const form = useTripForm(problemsOf(entry), act.send);
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const control = (
    field: "number" | "subject" | "procedure" | "issuedOn" | "startsOn" | "endsOn",
  ) => (
    <TextInput
      type={field.endsWith("On") ? "date" : "text"}
      maxLength={300}
      value={entry[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  return (
    <ActDialog
      title={t("decrees.add")}
      subject={t("decrees.title")}
      text={t("decrees.addText")}
      sendLabel={t("decrees.send")}
      size="medium"
      isSending={act.isSending}
      failure={act.failure}
      errors={form.errors}
      attempt={form.attempt}
      onSend={form.trySend}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {(["number", "issuedOn", "startsOn", "endsOn", "subject", "procedure"] as const).map(
          (field) => (
            <Field
              key={field}
              id={tripField(field)}
              label={t(`decrees.fields.${field}`)}
              error={form.errorOf(field)}
            >
              {control(field)}
            </Field>
          ),
        )}
      </div>
      <MemberLines
        members={entry.members}
        error={form.errorOf("members")}
        onChange={(members) => change({ members })}
      />
    </ActDialog>
  );
}

function MemberLines({
  members,
  error,
  onChange,
}: {
  members: readonly Member[];
  error: string | undefined;
  onChange: (members: readonly Member[]) => void;
}) {
  const t = useTranslations("trips");
  const change = (key: string, part: Partial<Member>) =>
    onChange(members.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-control font-semibold">{t("decrees.teams")}</legend>
      {error ? <FieldError>{error}</FieldError> : null}
      <ul className="flex flex-col gap-2">
        {members.map((member, at) => (
          <li key={member.key} className="flex items-start gap-1.5 rounded-r2 bg-sunken p-2">
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-3">
              {(["name", "position"] as const).map((part) => (
                <TextInput
                  key={part}
                  id={at === 0 && part === "name" ? tripField("members") : undefined}
                  aria-label={t("lines.of", { part: t(`lines.crew.${part}`), place: at + 1 })}
                  placeholder={t(`lines.crew.${part}`)}
                  maxLength={120}
                  value={member[part]}
                  onChange={(event) => change(member.key, { [part]: event.target.value })}
                />
              ))}
              <Select
                aria-label={t("lines.of", { part: t("decrees.teamLabel"), place: at + 1 })}
                value={member.team}
                options={decreeTeams.map((value) => ({ value, label: t(`decrees.team.${value}`) }))}
                onChange={(event) =>
                  change(member.key, {
                    team: decreeTeams.find((team) => team === event.target.value) ?? "pelaksana",
                  })
                }
              />
            </div>
            <IconButton
              label={t("lines.remove", { what: t("lines.crew.one"), place: at + 1 })}
              icon={<X size={16} aria-hidden />}
              onClick={() => onChange(members.filter((one) => one.key !== member.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...members, emptyMember("pelaksana")])}
      >
        {t("lines.crew.add")}
      </Button>
    </fieldset>
  );
}
