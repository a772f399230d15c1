import type { Permission } from "@rembuk/domain/access/permissions";
import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FirstRows } from "@/features/cases/queue/first-rows";
import { firstQuestion, type GivenAddress } from "@/features/cases/queue/first-sight";
import { Queue } from "@/features/cases/queue/queue";
import { savedHref, savedWord } from "@/features/cases/queue/queue-address";
import type { FirstSight } from "@/features/cases/queue/queue-screen";
import type { QueueSetting } from "@/features/cases/queue/queue-setting";
import { standing } from "@/features/cases/queue/steady-rows";
import { StillQueue } from "@/features/cases/queue/still-queue";
import { ClientWords } from "@/i18n/client-words";
import type { SignedIn } from "@/server/auth/current-actor";
import { requireSession } from "@/server/auth/require-session";
import { isPhone } from "@/server/page-data/device-kind";
import { firstCases } from "@/server/page-data/queue-rows";
import { savedView } from "@/server/page-data/saved-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

const KECAMATAN = /^\d{2}\.\d{2}\.\d{2}$/;
const VILLAGE = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;

/** What this person may do to several cases at once; the use cases ask again for each. */
function bulkActsOf(actor: SignedIn["actor"]): QueueSetting["bulkActs"] {
  const may = (permission: Permission) => holds(actor, permission);
  const mayAnswer = may("case.resolve") || may("note.write-internal");
  return [
    ...(may("case.triage") ? (["triage"] as const) : []),
    ...(may("case.route") ? (["route", "assign"] as const) : []),
    ...(may("case.answer-assignment") ? (["accept"] as const) : []),
    ...(mayAnswer ? (["note"] as const) : []),
    ...(may("case.resolve") ? (["resolve"] as const) : []),
    ...(mayAnswer || may("case.route") ? (["macro"] as const) : []),
  ];
}

/** What the list is called and where a new case is recorded, by the reader's work. */
function settingOf({ actor }: SignedIn): QueueSetting {
  const areas = actor.assignments.map((assignment) => assignment.areaCode);
  const offices = [...new Set(areas.filter((code) => KECAMATAN.test(code)))];
  const isDesk = actor.assignments.some(({ role }) => role === "triage-officer");
  const isSector = actor.assignments.every(({ role }) =>
    ["sector-partner", "sector-lead", "inspectorate"].includes(role),
  );
  const isVillage = areas.every((code) => VILLAGE.test(code));
  const intake = isDesk
    ? { href: "/loket", word: "newAtDesk" as const }
    : { href: "/kasus/baru", word: "newCase" as const };
  return {
    title: isVillage ? "village" : isSector ? "sector" : "queue",
    intake: holds(actor, "case.open") ? intake : null,
    hears: holds(actor, "referral.answer")
      ? "referrals"
      : holds(actor, "transfer.answer")
        ? "transfers"
        : null,
    mayBreakGlass: holds(actor, "glass.break"),
    bulkActs: bulkActsOf(actor),
    mayExport: holds(actor, "case.export"),
    subdistrictCode: offices.length === 1 ? (offices[0] ?? null) : null,
  };
}

interface QueuePageProps {
  searchParams: Promise<GivenAddress>;
}

/** The view that a bare address means, or one that names nothing but a saved view. */
async function openSaved({ actor }: SignedIn, { searchParams }: QueuePageProps): Promise<void> {
  const { [savedWord]: key, ...narrowed } = await searchParams;
  if (Object.keys(narrowed).length > 0 || Array.isArray(key)) return;
  const view = await savedView(actor, key ?? null);
  if (view) redirect(savedHref(view.key, view.address));
}

/** On a phone, where scripts come late, the list begins in the page itself. */
async function firstSight(
  { actor, places }: SignedIn,
  address: GivenAddress,
  setting: QueueSetting,
): Promise<FirstSight | null> {
  const question = firstQuestion(address);
  if (!question) return null;
  const { input, of, isByDue } = question;
  const rows = await firstCases(actor, input);
  if (rows.length === 0) return null;
  const place = { zone: places[0]?.zone ?? "WIB", hasBar: setting.bulkActs.length > 0 };
  return { of, rows: <FirstRows {...place} isByDue={isByDue} rows={rows.map(standing)} /> };
}

/** The queue of everybody who may read cases. */
export default async function QueuePage(props: QueuePageProps) {
  const session = await requireSession("case.read");
  await openSaved(session, props);
  const setting = settingOf(session);
  const [address, isNarrow] = [await props.searchParams, await isPhone()];
  const first = isNarrow ? await firstSight(session, address, setting) : null;
  return (
    <ClientWords
      of={["duplicates", "papers", "queue", "replies", "replySheet", "reportedUnit", "roles"]}
    >
      <Queue setting={setting} first={first}>
        <StillQueue {...{ setting, address, isNarrow }} rows={first?.rows ?? null} />
      </Queue>
    </ClientWords>
  );
}
