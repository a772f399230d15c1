"use client";

import type { Zone } from "@rembuk/domain/calendars/zone";
import {
  choices,
  type KindGroup,
  kindGroups,
  type MailMode,
  mailLanguages,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { DigestFields } from "./digest-fields";
import { QuietHoursFields } from "./quiet-hours-fields";
import { type PreferenceForm, usePreferenceForm } from "./use-preferences";

/** What one is told of, by what way and when: a section of the account's page. */
export function NoticePreferences() {
  const t = useTranslations("account.notifications");
  const trpc = useTRPC();
  const query = useQuery(trpc.notifications.preferences.queryOptions());
  return (
    <section aria-labelledby="pilihan-kabar">
      <h2 id="pilihan-kabar" className="mb-1 text-14 font-bold">
        {t("title")}
      </h2>
      <p className="mb-2 text-text-2">{t("intro")}</p>
      {query.data ? (
        <PreferencesForm saved={query.data.preferences} zone={query.data.zone} />
      ) : query.isPending ? (
        <SkeletonRows rows={4} label={t("loading")} slow={t("loading")} />
      ) : (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        >
          {t("noEmail")}
        </ErrorState>
      )}
    </section>
  );
}

function PreferencesForm({ saved, zone }: { saved: Preferences; zone: Zone }) {
  const t = useTranslations("account.notifications");
  const wording = useErrorWording();
  const form = usePreferenceForm(saved);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      {form.save.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(form.save.error).code)}
        </Notice>
      ) : null}
      <ChoiceTable form={form} />
      {form.hasDigest ? (
        <DigestFields digest={form.digest} zone={zone} isRefused={form.refused === "digest"} />
      ) : null}
      <Field label={t("language")} className="max-w-60">
        <Select
          value={form.language}
          options={mailLanguages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
          onChange={(event) => form.setLanguage(event.target.value === "en" ? "en" : "id")}
        />
      </Field>
      <QuietHoursFields quiet={form.quiet} zone={zone} isRefused={form.refused === "quiet"} />
      {form.hasDigest || form.quiet.isQuiet ? (
        <Checkbox
          label={t("emergencies")}
          hint={t("emergenciesHint")}
          checked={form.emergencies.emergenciesPass}
          onChange={(event) => form.emergencies.setEmergencies(event.target.checked)}
        />
      ) : null}
      <div>
        <Button
          type="submit"
          tone="primary"
          pending={form.save.isPending}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** Kinds in rows, ways in columns; what cannot be switched off says so. */
function ChoiceTable({ form }: { form: PreferenceForm }) {
  const t = useTranslations("account.notifications");
  return (
    <div>
      <table className="w-full border-collapse rounded-r3 border border-line text-control">
        <thead>
          <tr className="border-b border-line text-left text-meta text-text-2">
            <th scope="col" className="px-3 py-2 font-semibold">
              {t("kind")}
            </th>
            <th scope="col" className="w-16 px-1 py-2 text-center font-semibold sm:w-24">
              {t("inApp")}
            </th>
            <th scope="col" className="w-36 px-2 py-2 font-semibold sm:w-44">
              {t("email")}
            </th>
          </tr>
        </thead>
        <tbody>
          {kindGroups.map((group) => (
            <tr key={group} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-3 py-2 text-left font-semibold">
                {t(`groups.${group}`)}
                <span className="block text-meta font-normal text-text-2">
                  {t(`hints.${group}`)}
                </span>
              </th>
              <InAppCell form={form} group={group} />
              <MailCell form={form} group={group} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-meta text-text-2">
        {t("fixedWhy")} {t("noEmail")}
      </p>
    </div>
  );
}

interface CellProps {
  form: PreferenceForm;
  group: KindGroup;
}

function InAppCell({ form, group }: CellProps) {
  const t = useTranslations("account.notifications");
  const choice = choices.find((one) => one === `${group}/in-app`);
  return (
    <td className="px-1 py-2 text-center">
      {choice ? (
        <Checkbox
          hideLabel
          label={t("cell", { group: t(`groups.${group}`), channel: t("inApp") })}
          checked={!form.muted.has(choice)}
          onChange={(event) => form.toggle(choice, event.target.checked)}
        />
      ) : (
        <span className="text-meta text-text-2">{t("fixed")}</span>
      )}
    </td>
  );
}

const modes: readonly MailMode[] = ["at-once", "digest", "off"];

function MailCell({ form, group }: CellProps) {
  const t = useTranslations("account.notifications");
  return (
    <td className="px-2 py-2">
      <Select
        aria-label={t("cell", { group: t(`groups.${group}`), channel: t("email") })}
        value={form.modeOf(group)}
        options={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
        onChange={(event) =>
          form.setMode(group, modes.find((mode) => mode === event.target.value) ?? "at-once")
        }
      />
    </td>
  );
}
