"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { WorkbookField } from "@/features/imports/workbook-field";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { StepProps } from "../onboarding-data";
import { MadeAccounts } from "./made-accounts";
import { PeopleReview } from "./people-review";
import { useInvitePeople } from "./use-invite-people";

/** A list of people from Excel: looked through first, then made into accounts one by one. */
export function PeopleStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.people");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const { areaCode, people } = page;
  const invite = useInvitePeople(areaCode);
  const read = useMutation({
    mutationFn: (text: string) => client.onboarding.readPeople.query({ areaCode, text }),
    onSuccess: () => invite.reset(),
  });
  return (
    <div className="flex flex-col gap-3.5">
      <p className="font-semibold">
        {t("now", { desk: people.desk, leaders: people.leaders, others: people.others })}
      </p>
      <WorkbookField
        templateHref={`/api/berkas/templat/orang?kec=${areaCode}`}
        label={t("upload")}
        pending={read.isPending}
        pendingLabel={t("reading")}
        onFile={(content) => read.mutate(content)}
      />
      {read.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(read.error).code)}
        </Notice>
      ) : null}
      {read.data && invite.made.length === 0 && !invite.isRunning ? (
        <PeopleReview list={read.data} onInvite={() => void invite.run(read.data)} />
      ) : null}
      {invite.isRunning || invite.made.length > 0 ? <MadeAccounts invite={invite} /> : null}
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        <Button
          tone={page.steps.people === "done" ? "primary" : "secondary"}
          disabled={page.steps.people === "open"}
          onClick={onNext}
        >
          {t("next")}
        </Button>
        <ButtonLink href={`/pengguna?dari=${areaCode}`}>{t("byHand")}</ButtonLink>
      </div>
      {page.steps.people === "open" ? <p className="text-12 text-text-2">{t("needed")}</p> : null}
    </div>
  );
}
