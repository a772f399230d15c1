"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { ConfirmDialog } from "./confirm-dialog";
import type { AbsenceRow, PersonRow, Scope } from "./people-data";
import { useRefreshPeople } from "./use-refresh-people";

/** Who stands in for this person, and for whom this person stands in. Nothing where nobody does. */
export function AbsenceList({ person, scope }: { person: PersonRow; scope: Scope }) {
  const t = useTranslations("people.absence");
  const [ending, setEnding] = useState<AbsenceRow | null>(null);
  const { data = [] } = useQuery(useTRPC().staff.absences.queryOptions({ areaCode: scope.code }));
  const list = data.filter((one) => one.userId === person.id || one.substituteId === person.id);
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="pengganti-orang">
      <h3 id="pengganti-orang" className="mb-1.5 text-13 font-bold">
        {t("list")}
      </h3>
      <ul className="divide-y divide-line rounded-r3 border border-line">
        {list.map((one) => (
          <AbsenceItem key={one.id} absence={one} person={person} onEnd={() => setEnding(one)} />
        ))}
      </ul>
      {ending ? <WithdrawDialog absence={ending} onClose={() => setEnding(null)} /> : null}
    </section>
  );
}

/** "Plh. Camat" */
export function useActingWords() {
  const t = useTranslations("people.absence");
  const roleName = useTranslations("roles");
  return ({ acting, role }: Pick<AbsenceRow, "acting" | "role">): string =>
    t(`as.${acting}`, { role: roleName(role) });
}

function AbsenceItem({
  absence,
  person,
  onEnd,
}: {
  absence: AbsenceRow;
  person: PersonRow;
  onEnd: () => void;
}) {
  const t = useTranslations("people.absence");
  const acting = useActingWords();
  const format = useFormat();
  const isAway = absence.userId === person.id;
  const day = (text: string) => format.shortDate(dayOf(text));
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-1.5 font-semibold break-words">
          {isAway
            ? t("by", { acting: acting(absence), name: absence.substituteName })
            : t("for", { acting: acting(absence), name: absence.userName })}
          {absence.state === "coming" ? <Chip>{t("coming")}</Chip> : null}
        </p>
        <p className="text-12">
          {t("period", { from: day(absence.startsOn), to: day(absence.endsOn) })}
        </p>
        <p className="text-12 break-words text-text-2">
          {t(`reason.${absence.reason}`)} · {absence.letterNumber}
        </p>
      </div>
      {absence.mayWithdraw ? (
        <Button
          size="small"
          aria-label={t("withdraw.of", { acting: acting(absence) })}
          onClick={onEnd}
        >
          {t("withdraw.short")}
        </Button>
      ) : null}
    </li>
  );
}

function WithdrawDialog({ absence, onClose }: { absence: AbsenceRow; onClose: () => void }) {
  const t = useTranslations("people");
  const acting = useActingWords();
  const toast = useToast();
  const refresh = useRefreshPeople();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const withdraw = useMutation(
    useTRPC().staff.withdrawAbsence.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("absence.withdraw.done") });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      danger
      title={t("absence.withdraw.title")}
      act={t("absence.withdraw.send")}
      acting={t("saving")}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate({ clientActionId, absenceId: absence.id })}
      onClose={onClose}
    >
      <p>{t("absence.withdraw.text", { acting: acting(absence), name: absence.substituteName })}</p>
    </ConfirmDialog>
  );
}
