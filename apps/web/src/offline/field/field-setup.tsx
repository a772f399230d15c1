"use client";

import { holds } from "@rembuk/domain/access/policy";
import { ButtonLink } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { TRIP_PAGE } from "../kept-pages";
import { PhoneForm } from "../phone-form";
import { fieldDatabase, keepFieldFact } from "./field-database";

/** Once, with network: this phone gets a name by which the office knows it, and the server's key. */
export function FieldSetup({ isRevoked }: { isRevoked: boolean }) {
  const t = useTranslations("field.setup");
  const me = useQuery(useTRPC().session.me.queryOptions());
  const { userId, name, assignments = [] } = me.data ?? {};
  const mayRecord =
    userId && name ? holds({ userId, name, assignments }, "handover.record") : undefined;
  return (
    <section className="flex flex-col gap-4 bg-surface px-4 py-4">
      <div>
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        <p className="text-15 text-text-2">{t("text")}</p>
      </div>
      {me.isError ? (
        <>
          <Notice tone="warn">{t("needsNetwork")}</Notice>
          <ButtonLink href={`/masuk?ke=${TRIP_PAGE}`} block>
            {t("signIn")}
          </ButtonLink>
        </>
      ) : null}
      {mayRecord === false ? <Notice tone="warn">{t("notYours")}</Notice> : null}
      {mayRecord ? <SetupForm isRevoked={isRevoked} /> : null}
    </section>
  );
}

function SetupForm({ isRevoked }: { isRevoked: boolean }) {
  const t = useTranslations("field.setup");
  const { handovers } = useTRPCClient();
  const [label, setLabel] = useState("");
  // The same name sent twice is one act; another name is another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id belongs to this name
  const clientActionId = useMemo(() => crypto.randomUUID(), [label]);
  const register = useMutation({
    mutationFn: async (name: string) => {
      const device = await handovers.register.mutate({ clientActionId, label: name });
      await keepFieldFact("device", device);
      await fieldDatabase.facts.delete("revoked");
      // Asked once: a full disk must not take what was recorded.
      await navigator.storage?.persist?.();
    },
  });
  const words = {
    ...{ label: t("label"), hint: t("labelHint"), missing: t("labelMissing") },
    ...{ send: isRevoked ? t("again") : t("send"), sending: t("sending") },
  };
  return (
    <PhoneForm
      {...{ words, label, error: register.error, isPending: register.isPending }}
      onLabel={setLabel}
      onSend={(name) => register.mutate(name)}
    />
  );
}
