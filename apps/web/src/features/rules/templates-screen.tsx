"use client";

import { type TemplateKey, templateKeys } from "@rembuk/domain/cases/message-templates";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { RulePlace } from "./rules-data";
import { RulesTabs } from "./rules-tabs";
import { TemplateEditor } from "./template-editor";
import { type TemplatePage, templateState } from "./templates-data";
import { usePlace } from "./use-place";

/** The wording of what goes out to citizens and staff, of a kecamatan or kabupaten. */
export function TemplatesScreen() {
  return (
    <NuqsAdapter>
      <Places />
    </NuqsAdapter>
  );
}

function Failed({ code, query }: { code: string; query: Refetchable }) {
  const t = useTranslations("rules");
  const wording = useErrorWording();
  return (
    <ErrorState
      title={t("failed")}
      retryLabel={t("retry")}
      retrying={query.isFetching}
      onRetry={() => void query.refetch()}
    >
      {wording(code)}
    </ErrorState>
  );
}
interface Refetchable {
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

function Places() {
  const t = useTranslations("rules");
  const { query, places, place, choose } = usePlace();
  if (query.error) return <Failed code={callFailure(query.error).code} query={query} />;
  if (!query.data) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  if (!place) return <EmptyState title={t("noPlace.title")}>{t("noPlace.text")}</EmptyState>;
  return (
    <div className="min-h-full">
      <RulesTabs current="templates" places={places} place={place} onPlace={choose} />
      <Templates key={place.code} place={place} />
    </div>
  );
}

function Templates({ place }: { place: RulePlace }) {
  const t = useTranslations("templates");
  const rules = useTranslations("rules");
  const page = useQuery(useTRPC().rules.templates.queryOptions({ areaCode: place.code }));
  const [key, setKey] = useState<TemplateKey>("whatsapp");
  if (page.error) return <Failed code={callFailure(page.error).code} query={page} />;
  if (!page.data) return <SkeletonRows rows={8} label={rules("loading")} slow={rules("slow")} />;
  return (
    <div className="mx-auto grid max-w-[1120px] gap-4 p-4 sm:p-5 lg:grid-cols-[300px_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <p className="text-control text-text-2">{t("lead")}</p>
        <Select
          aria-label={t("list")}
          className="lg:hidden"
          value={key}
          options={templateKeys.map((one) => ({ value: one, label: t(`name.${one}`) }))}
          onChange={(event) =>
            setKey(templateKeys.find((one) => one === event.target.value) ?? "whatsapp")
          }
        />
        <nav aria-label={t("list")} className="max-lg:hidden">
          <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
            {templateKeys.map((one) => (
              <MessageItem
                key={one}
                template={one}
                page={page.data}
                isCurrent={one === key}
                onChoose={() => setKey(one)}
              />
            ))}
          </ul>
        </nav>
      </div>
      <TemplateEditor key={key} template={key} page={page.data} place={place} />
    </div>
  );
}

interface MessageItemProps {
  template: TemplateKey;
  page: TemplatePage;
  isCurrent: boolean;
  onChoose: () => void;
}

function MessageItem({ template, page, isCurrent, onChoose }: MessageItemProps) {
  const t = useTranslations("templates");
  const isOwn = (["id", "en"] as const).some((l) => templateState(page, template, l).isOwn);
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        aria-current={isCurrent ? "true" : undefined}
        onClick={onChoose}
        className={`flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-left hover:bg-hover focus-visible:outline-offset-[-3px] ${isCurrent ? "bg-selected" : ""}`}
      >
        <span className="min-w-0 flex-1">
          <span className="block text-control font-semibold">{t(`name.${template}`)}</span>
          <span className="block text-12 text-text-2">{t(`for.${template}`)}</span>
        </span>
        <Chip tone={isOwn ? "brand" : "plain"}>{t(isOwn ? "own" : "shipped")}</Chip>
      </button>
    </li>
  );
}
