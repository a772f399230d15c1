"use client";

import { Button } from "@rembuk/ui/button";
import { useMutation } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { RevealDialog } from "./reveal-dialog";

function RevealButton({ label, onClick }: { label: string; onClick: () => void }) {
  const t = useTranslations("registry.reveal");
  return (
    <Button
      size="small"
      tone="quiet"
      className="text-brand!"
      icon={<Eye size={14} aria-hidden />}
      aria-label={label}
      onClick={onClick}
    >
      {t("open")}
    </Button>
  );
}

/** NIK, birth date and phone of a member. */
export function RevealMember({ residentId, name }: { residentId: string; name: string }) {
  const t = useTranslations("registry");
  const { longDate } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const reveal = useMutation(useTRPC().beneficiaries.reveal.mutationOptions({ gcTime: 0 }));
  const none = t("reveal.none");
  const mono = (text: string | null) => (text ? <span className="font-mono">{text}</span> : none);
  return (
    <>
      <RevealButton label={t("reveal.of", { name })} onClick={() => setOpen(true)} />
      {isOpen ? (
        <RevealDialog
          title={t("reveal.of", { name })}
          pending={reveal.isPending}
          error={reveal.error}
          revealed={
            reveal.data
              ? [
                  { key: "nik", label: t("field.nik"), value: mono(reveal.data.nik) },
                  {
                    key: "birth",
                    label: t("field.birthDate"),
                    value: longDate(dayOf(reveal.data.birthDate)),
                  },
                  { key: "phone", label: t("field.phone"), value: mono(reveal.data.phone) },
                ]
              : null
          }
          onSend={(reason) => reveal.mutate({ residentId, reason })}
          onClose={() => {
            reveal.reset();
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

/** The number of a household's family card. */
export function RevealCard({ householdId }: { householdId: string }) {
  const t = useTranslations("registry");
  const [isOpen, setOpen] = useState(false);
  const reveal = useMutation(useTRPC().beneficiaries.revealCard.mutationOptions({ gcTime: 0 }));
  const number = reveal.data?.familyCardNumber ?? t("reveal.none");
  return (
    <>
      <RevealButton label={t("reveal.card")} onClick={() => setOpen(true)} />
      {isOpen ? (
        <RevealDialog
          title={t("reveal.card")}
          pending={reveal.isPending}
          error={reveal.error}
          revealed={
            reveal.data
              ? [
                  {
                    key: "card",
                    label: t("field.card"),
                    value: <span className="font-mono">{number}</span>,
                  },
                ]
              : null
          }
          onSend={(reason) => reveal.mutate({ householdId, reason })}
          onClose={() => {
            reveal.reset();
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
