"use client";

import { Button } from "@rembuk/ui/button";
import { useTranslations } from "next-intl";
import type { Client } from "@/lib/use-act";
import { useInnovationAct } from "./use-innovation-act";

/** Takes a case or a meeting off an innovation again; it is not touched itself. */
export function UnlinkButton({
  label,
  done,
  run,
}: {
  /** Which one, for who does not see it beside the button. */
  label: string;
  done: string;
  run: (innovations: Client["innovations"], clientActionId: string) => Promise<unknown>;
}) {
  const t = useTranslations("innovations.links");
  const act = useInnovationAct({ run, done, onDone: () => undefined });
  return (
    <Button
      size="small"
      aria-label={label}
      pending={act.isSending}
      pendingLabel={t("sending")}
      onClick={act.send}
    >
      {t("unlink")}
    </Button>
  );
}
