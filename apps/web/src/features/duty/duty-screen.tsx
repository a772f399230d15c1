"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { Moon, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { areaTitle, type NamedArea } from "@/features/areas/area-name";
import { PeopleTabs } from "@/features/people/people-tabs";
import type { TabRights } from "@/features/people/tab-rights";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { DutyPage, Shift } from "./duty-data";
import { DutyDialog } from "./duty-dialog";
import { WithdrawShiftDialog } from "./withdraw-shift-dialog";

interface DutyScreenProps {
  /** Kecamatan whose roster the reader may see. */
  offices: readonly [NamedArea, ...NamedArea[]];
  rights: TabRights;
}

/** Who answers emergencies at night and on free days, now and in the coming weeks. */
export function DutyScreen({ offices, rights }: DutyScreenProps) {
  const t = useTranslations("duty");
  const wording = useErrorWording();
  const [office, setOffice] = useState(offices[0]);
  const duty = useQuery(useTRPC().staff.duty.queryOptions({ areaCode: office.code }));
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface px-4 pt-1 sm:px-5">
        <PeopleTabs current="duty" rights={rights} />
        <div className="-mx-4 flex flex-wrap items-center gap-2.5 border-t border-line px-4 py-2.5 sm:-mx-5 sm:px-5">
          {offices.length === 1 ? (
            <p className="text-12 text-text-2">{areaTitle(office)}</p>
          ) : (
            <Select
              aria-label={t("office")}
              value={office.code}
              onChange={(event) =>
                setOffice(offices.find(({ code }) => code === event.target.value) ?? office)
              }
              options={offices.map((one) => ({ value: one.code, label: areaTitle(one) }))}
              className="w-full sm:w-[260px]"
            />
          )}
        </div>
      </header>
      {duty.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={duty.isFetching}
          onRetry={() => void duty.refetch()}
        >
          {wording(callFailure(duty.error).code)}
        </ErrorState>
      ) : duty.data ? (
        <DutyBody page={duty.data} office={office} />
      ) : (
        <SkeletonRows label={t("loading")} slow={t("slow")} />
      )}
    </div>
  );
}

function DutyBody({ page, office }: { page: DutyPage; office: NamedArea }) {
  const t = useTranslations("duty");
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Shift | null>(null);
  const now = page.shifts.filter((shift) => shift.isNow);
  return (
    <div className="flex max-w-[1000px] flex-col gap-3.5 px-4 py-3.5 sm:px-5">
      <Notice
        tone={now.length > 0 ? "ok" : "warn"}
        title={
          now.length > 0
            ? t("now", { names: now.map((shift) => shift.userName).join(", ") })
            : t("nobody")
        }
      >
        {t("what")}
      </Notice>
      <Panel
        id="piket"
        flush
        title={t("list")}
        actions={
          page.mayEdit ? (
            <Button
              size="small"
              icon={<UserPlus size={14} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t("add.open")}
            </Button>
          ) : null
        }
      >
        {page.shifts.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {page.shifts.map((shift) => (
              <ShiftItem
                key={shift.id}
                shift={shift}
                onWithdraw={page.mayEdit ? () => setEnding(shift) : undefined}
              />
            ))}
          </ul>
        )}
      </Panel>
      {isAdding ? <DutyDialog office={office} onClose={() => setAdding(false)} /> : null}
      {ending ? <WithdrawShiftDialog shift={ending} onClose={() => setEnding(null)} /> : null}
    </div>
  );
}

function ShiftItem({ shift, onWithdraw }: { shift: Shift; onWithdraw?: (() => void) | undefined }) {
  const t = useTranslations("duty");
  const format = useFormat();
  return (
    <li className="grid min-h-11 items-center gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[minmax(0,300px)_minmax(0,1fr)_auto]">
      <span className="text-12 tabular-nums">
        {t("between", {
          from: format.shortDateTime(shift.startsAt),
          to: format.shortDateTime(shift.endsAt),
        })}
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-1.5 font-semibold break-words">
          {shift.userName}
          {shift.isNow ? (
            <Chip tone="ok" icon={<Moon size={12} aria-hidden />}>
              {t("isNow")}
            </Chip>
          ) : null}
        </span>
        <span className="block text-12 break-words text-text-2">
          {[shift.sectorName ?? t("ownRoster"), shift.phone].filter(Boolean).join(" · ")}
        </span>
      </span>
      {onWithdraw ? (
        <Button
          size="small"
          className="justify-self-start"
          aria-label={t("withdraw.of", { name: shift.userName })}
          onClick={onWithdraw}
        >
          {t("withdraw.short")}
        </Button>
      ) : null}
    </li>
  );
}
