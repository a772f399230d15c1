import "server-only";
import { holds } from "@rembuk/domain/access/policy";
import { calendarFile } from "@rembuk/domain/coaching/calendar-file";
import { listAgenda } from "@rembuk/services/coaching/agenda-queries";
import { getTranslations } from "next-intl/server";
import { signedIn } from "@/server/auth/current-actor";
import { serviceContext } from "@/server/service-context";
import { told } from "./file-answer";

/** The reader's sessions of coaching for their own calendar. */
export async function serveAgenda(): Promise<Response> {
  const session = await signedIn();
  if (!session || session.mustChangePassword) return told(401, "UNAUTHENTICATED");
  if (!holds(session.actor, "coaching.read")) return told(403, "FORBIDDEN");
  const ctx = serviceContext(session.actor);
  const t = await getTranslations("coaching");
  const entries = (await listAgenda(ctx)).map((one) => ({
    ...{ id: one.sessionId, title: t("agenda.entry", { place: one.placeName }) },
    ...{ place: one.place, startsAt: one.startsAt, endsAt: one.endsAt, version: one.version },
    isCancelled: one.status === "missed",
  }));
  return new Response(calendarFile(entries, t("title"), ctx.now()), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="agenda-pembinaan.ics"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
