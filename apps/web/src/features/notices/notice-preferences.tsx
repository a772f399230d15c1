"use client";

import type { Zone } from "@rembuk/domain/calendars/model";
import {
  choices,
  type KindGroup,
  kindGroups,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
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
      <QuietHoursFields quiet={form.quiet} zone={zone} isRefused={form.isRefused} />
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
            <th scope="col" className="w-24 px-2 py-2 text-center font-semibold">
              {t("inApp")}
            </th>
            <th scope="col" className="w-24 px-2 py-2 text-center font-semibold">
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
              <ChoiceCell form={form} group={group} channel="in-app" />
              <ChoiceCell form={form} group={group} channel="email" />
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

function ChoiceCell(props: {
  form: PreferenceForm;
  group: KindGroup;
  channel: "in-app" | "email";
}) {
  const { form, group, channel } = props;
  const t = useTranslations("account.notifications");
  const choice = choices.find((one) => one === `${group}/${channel}`);
  const way = channel === "email" ? t("email") : t("inApp");
  return (
    <td className="px-2 py-2 text-center">
      {choice ? (
        <Checkbox
          hideLabel
          label={t("cell", { group: t(`groups.${group}`), channel: way })}
          checked={!form.muted.has(choice)}
          onChange={(event) => form.toggle(choice, event.target.checked)}
        />
      ) : (
        <span className="text-meta text-text-2">{t("fixed")}</span>
      )}
    </td>
  );
}
