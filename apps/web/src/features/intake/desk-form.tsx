"use client";

import type { AreaSummary } from "@rembuk/services/areas/queries";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { Button } from "@rembuk/ui/button";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Kbd } from "@rembuk/ui/kbd";
import { CloudCheck, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { CategoryPicker } from "./category-picker";
import { ChatDialog } from "./chat-dialog";
import { DeskPart, StoryPart, WherePart, WhoPart } from "./desk-parts";
import { EmergencyNumbers } from "./emergency-numbers";
import { EntryHints } from "./entry-hints";
import { emptyEntry } from "./intake-entry";
import { OpenedClock } from "./opened-clock";
import { PhotosPart } from "./photos-part";
import { ReportedField } from "./reported-field";
import { RoutingPane } from "./routing-pane";
import { useFormKeys } from "./use-form-keys";
import { useIntakeDraft } from "./use-intake-draft";
import { SUBMIT_ID, useIntakeSubmit } from "./use-intake-submit";

interface DeskFormProps {
  userId: string;
  subdistrictCode: string;
  deskName: string;
  villages: readonly AreaSummary[];
  categories: readonly CategoryOption[];
  /** NIKs of the demonstration are accepted. */
  demo: boolean;
}

const empty = emptyEntry("official", null);

/** A walk-in at the desk: four parts, the route beside them, all by keyboard in under a minute. */
export function DeskForm(props: DeskFormProps) {
  const t = useTranslations("intake");
  const { zone } = useFormat();
  const draft = useIntakeDraft("loket", props.userId, empty);
  const [openedAt] = useState(() => Date.now());
  const check = { zone, now: new Date(openedAt), demo: props.demo };
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const sending = useIntakeSubmit({ draft, check, channel: "desk", photos });
  const { entry, change } = draft;
  const category = props.categories.find((one) => one.code === entry.categoryCode);
  useFormKeys({ submit: sending.submit, keep: draft.save });
  const part = { entry, change, errors: sending.errors };
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        sending.submit();
      }}
      className="flex min-h-full flex-col lg:h-full"
    >
      <DeskBar
        deskName={props.deskName}
        openedAt={openedAt}
        draft={draft}
        chat={
          <ChatDialog
            entry={entry}
            change={change}
            villages={props.villages}
            categories={props.categories}
            onPhotos={setPhotos}
          />
        }
        onDiscard={() => {
          setPhotos([]);
          draft.startAnew();
        }}
      />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_clamp(320px,27vw,384px)]">
        <div className="min-w-0 px-4 pb-4 lg:overflow-y-auto lg:px-7">
          <div className="max-w-[860px]">
            <div className="py-3 empty:hidden">
              <ErrorSummary
                title={sending.title}
                errors={sending.summary}
                attempt={sending.attempt}
              />
            </div>
            <DeskPart number={1} title={t("part.who")}>
              <WhoPart {...part} check={check} />
            </DeskPart>
            <DeskPart number={2} title={t("part.where")}>
              <WherePart {...part} villages={props.villages} />
            </DeskPart>
            <DeskPart number={3} title={t("part.what")}>
              <CategoryPicker
                categories={props.categories}
                value={entry.categoryCode}
                onChange={(categoryCode) => change({ categoryCode })}
                error={sending.errors.category}
              />
              {category?.isAlwaysEmergency ? (
                <div className="mt-3 lg:hidden">
                  <EmergencyNumbers isEmergency hours={category.emergencyHours} />
                </div>
              ) : null}
            </DeskPart>
            <DeskPart number={4} title={t("part.story")}>
              <StoryPart {...part} />
              <PhotosPart
                photos={photos}
                onChange={setPhotos}
                isSupervisory={category?.isSupervisory ?? false}
              />
              {category?.kind === "complaint" ? (
                <div className="mt-3">
                  <ReportedField {...part} subdistrictCode={props.subdistrictCode} />
                </div>
              ) : null}
            </DeskPart>
          </div>
        </div>
        <aside className="flex flex-col border-line bg-canvas max-lg:border-t lg:min-h-0 lg:border-l">
          <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto p-4 *:flex-none">
            <EntryHints entry={entry} change={change} />
            <RoutingPane subdistrictCode={props.subdistrictCode} category={category} />
          </div>
          <SaveFoot isPending={sending.isPending} />
        </aside>
      </div>
    </form>
  );
}

function DeskBar({
  deskName,
  openedAt,
  draft,
  chat,
  onDiscard,
}: {
  deskName: string;
  openedAt: number;
  draft: ReturnType<typeof useIntakeDraft>;
  chat: ReactNode;
  onDiscard: () => void;
}) {
  const t = useTranslations("intake");
  const { clockTime } = useFormat();
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2">
      <h1 className="text-16 font-bold tracking-[-0.01em]">{t("title")}</h1>
      <p className="min-w-0 truncate text-meta text-text-2">{deskName}</p>
      <span className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1">
        {chat}
        <OpenedClock since={openedAt} />
        <span role="status" className="flex items-center gap-1.5 text-meta text-text-2">
          {draft.savedAt ? (
            <>
              <CloudCheck size={16} aria-hidden />
              {draft.isRestored ? t("draft.restored") : null}{" "}
              {t("draft.saved", { time: clockTime(draft.savedAt) })}
            </>
          ) : (
            t("draft.none")
          )}
        </span>
        {draft.savedAt ? (
          <Button tone="quiet" size="small" onClick={onDiscard}>
            {t("draft.discard")}
          </Button>
        ) : null}
      </span>
    </header>
  );
}

function SaveFoot({ isPending }: { isPending: boolean }) {
  const t = useTranslations("intake");
  const keys = [
    ["Tab", t("keys.tab")],
    ["1–11", t("keys.digit")],
    ["Esc", t("keys.esc")],
  ] as const;
  return (
    <div className="sticky bottom-0 border-t border-line bg-canvas px-4 py-3">
      <Button
        type="submit"
        id={SUBMIT_ID}
        tone="primary"
        block
        className="min-h-10 text-14"
        icon={<Printer size={16} aria-hidden />}
        hint="Ctrl ↵"
        pending={isPending}
        pendingLabel={t("saving")}
      >
        {t("save")}
      </Button>
      <p className="mt-2 flex justify-between gap-2 text-meta text-text-2 pointer-coarse:hidden">
        {keys.map(([key, words]) => (
          <span key={key} className="flex items-center gap-1.5">
            <Kbd>{key}</Kbd>
            {words}
          </span>
        ))}
      </p>
    </div>
  );
}
