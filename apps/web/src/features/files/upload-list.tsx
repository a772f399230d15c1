"use client";

import { Button } from "@rembuk/ui/button";
import { IconButton } from "@rembuk/ui/icon-button";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorWording } from "@/lib/use-error-wording";
import type { UploadItem } from "./use-uploads";

/** What is on its way, how far it is, and what stopped it. */
export function UploadList(props: {
  items: readonly UploadItem[];
  onResume: (key: string) => void;
  onCancel: (key: string) => void;
}) {
  const t = useTranslations("files");
  if (props.items.length === 0) return null;
  return (
    <ul aria-label={t("uploads")} className="flex flex-col gap-1.5">
      {props.items.map((item) => (
        <UploadRow
          key={item.key}
          item={item}
          onResume={() => props.onResume(item.key)}
          onCancel={() => props.onCancel(item.key)}
        />
      ))}
    </ul>
  );
}

function UploadRow(props: { item: UploadItem; onResume: () => void; onCancel: () => void }) {
  const t = useTranslations("files");
  const { item } = props;
  const percent = item.size > 0 ? Math.floor((item.sent / item.size) * 100) : 0;
  const isFailed = item.state === "failed";
  const mayResume = item.state === "cut" || (isFailed && item.refusal === null);
  return (
    <li className="rounded-r2 border border-line bg-surface px-3 py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-control font-medium">{item.name}</span>
        {mayResume ? (
          <Button size="small" onClick={props.onResume}>
            {t("resume")}
          </Button>
        ) : null}
        <IconButton
          size="small"
          icon={<X size={14} aria-hidden />}
          label={isFailed ? t("dismiss", { name: item.name }) : t("cancel", { name: item.name })}
          onClick={props.onCancel}
        />
      </div>
      {isFailed ? null : (
        <progress
          aria-label={item.name}
          max={100}
          value={percent}
          className="mt-1 h-1.5 w-full accent-(--brand)"
        />
      )}
      <p role="status" className={isFailed ? "text-meta text-bad" : "text-meta text-text-2"}>
        <StateWords item={item} percent={percent} />
      </p>
    </li>
  );
}

function StateWords({ item, percent }: { item: UploadItem; percent: number }) {
  const t = useTranslations("files");
  const wording = useErrorWording();
  if (item.refusal) return t(`refusal.${item.refusal}`);
  if (item.failure) return wording(item.failure);
  return t(`state.${item.state}`, { percent });
}
