"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { useCase } from "../cases/case/use-case";
import { NominateDialog } from "./nominate-dialog";

/** A request for welfare becomes a nomination: the family is found in the registry, then one of it is put forward. */
export function FromCaseScreen({ caseId }: { caseId: string }) {
  const t = useTranslations("aid");
  const kase = useCase(caseId);
  const aid = useQuery(useTRPC().aid.ofCase.queryOptions({ caseId }));
  const { number, title } = kase.data ?? {};
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{
          href: `/kasus/${caseId}`,
          label: number ? t("fromCase.of", { number, title: title ?? "" }) : t("fromCase.back"),
        }}
        title={t("fromCase.title")}
      />
      <div className="flex max-w-[900px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        {aid.isPending ? <SkeletonRows rows={2} label={t("loading")} slow={t("slow")} /> : null}
        {aid.isFetched && !aid.data?.mayNominate ? (
          <Notice tone="warn">{t("fromCase.notNow")}</Notice>
        ) : null}
        {aid.data?.mayNominate ? (
          <FamilySearch caseId={caseId} villageCode={aid.data.villageCode} />
        ) : null}
      </div>
    </div>
  );
}

function FamilySearch({ caseId, villageCode }: { caseId: string; villageCode: string }) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [householdId, setHousehold] = useState<string | null>(null);
  const found = useQuery({
    ...useTRPC().beneficiaries.list.queryOptions({ villageCode, text, limit: 20 }),
    enabled: text !== "",
  });
  return (
    <>
      <p className="text-14">{t("fromCase.text")}</p>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setText(typed.trim());
        }}
      >
        <Field label={t("fromCase.search")} className="min-w-0 flex-1 basis-56">
          <TextInput
            value={typed}
            maxLength={80}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" pending={found.isFetching}>
          {t("fromCase.find")}
        </Button>
      </form>
      {found.error ? <Notice tone="bad">{wording(callFailure(found.error).code)}</Notice> : null}
      {found.data?.items.length === 0 ? (
        <p className="text-text-2">
          {t("fromCase.none")} <TextLink href="/keluarga">{t("fromCase.register")}</TextLink>
        </p>
      ) : null}
      {found.data && found.data.items.length > 0 ? (
        <Panel flush>
          <ul className="divide-y divide-line">
            {found.data.items.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="font-semibold break-words">{one.headName}</p>
                  <p className="text-12 text-text-2">
                    {one.maskedCard ?? ""} {one.hamlet}{" "}
                    {t("fromCase.members", { count: one.members })}
                  </p>
                </div>
                <Button
                  size="small"
                  aria-label={`${t("enrollment.nominate")} ${one.headName}`}
                  onClick={() => setHousehold(one.id)}
                >
                  {t("enrollment.nominate")}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {householdId ? (
        <ChosenFamily
          caseId={caseId}
          householdId={householdId}
          onClose={() => setHousehold(null)}
          onDone={() => router.push(`/kasus/${caseId}`)}
        />
      ) : null}
    </>
  );
}

function ChosenFamily(props: {
  caseId: string;
  householdId: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { caseId, householdId, onClose, onDone } = props;
  const family = useQuery(useTRPC().beneficiaries.show.queryOptions({ householdId }));
  if (!family.data) return null;
  return (
    <NominateDialog
      caseId={caseId}
      villageCode={family.data.villageCode}
      members={family.data.members
        .filter((one) => one.mergedInto === null)
        .map(({ id, name }) => ({ id, name }))}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
