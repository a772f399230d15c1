import type { Prisma } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import type { LetterContent, LetterKind } from "@rembuk/domain/letters/model";
import { routeCase } from "@rembuk/services/cases/route-case";
import { ruleOfCase } from "@rembuk/services/cases/rule-queries";
import { saveOfficeSetting } from "@rembuk/services/cases/save-office-setting";
import type { ServiceContext } from "@rembuk/services/context";
import { issueLetter } from "@rembuk/services/letters/issue-letter";
import { listLetters } from "@rembuk/services/letters/queries";
import { saveLetter } from "@rembuk/services/letters/save-letter";
import { saveSetting } from "@rembuk/services/letters/save-setting";
import { voidLetter } from "@rembuk/services/letters/void-letter";
import { actorOf, type DemoAccount } from "./accounts";
import { idOf, timedIdOf } from "./chance";
import type { Stage } from "./perform-cases";

/** Rumah Sosial in Paron: there the camat's disposisi comes before a case leaves. */
const paron = { prefix: "paron", subdistrictCode: "35.21.10" } as const;
const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Desk {
  readonly stage: Stage;
  readonly anchor: Date;
  readonly actor: (post: string) => Actor;
}

/** Somebody's context at a moment; ids follow from the name. */
const contextAt = (desk: Desk, post: string, at: Date, name: string): ServiceContext => {
  let made = 0;
  return {
    ...desk.stage,
    actor: desk.actor(post),
    now: () => at,
    newId: () => {
      made += 1;
      return timedIdOf(at, `paper/${name}/${made}`);
    },
    demo: true,
  };
};

const saveSettings = async (desk: Desk): Promise<void> => {
  const { subdistrictCode } = paron;
  const known = await desk.stage.db.officeSetting.findUnique({ where: { subdistrictCode } });
  if (known) return;
  const at = new Date(desk.anchor.getTime() - 30 * dayMs);
  const ctx = contextAt(desk, "admin", at, "settings");
  const base = { subdistrictCode, version: 0 };
  await saveSetting(ctx, {
    ...base,
    clientActionId: idOf("paper/letter-setting"),
    numberFormat: "400.9.1/{nomor}/{kode}/{bulan_romawi}/{tahun}",
    letterhead: [
      "Jalan Contoh Nomor 3, Paron, Ngawi, Kode Pos 63253",
      "Telepon 0860-0000-0110 · paron@contoh.go.id",
    ],
    copies: ["Bupati Ngawi (sebagai laporan)", "Kepala Bappeda Kabupaten Ngawi"],
  });
  await saveOfficeSetting(ctx, {
    ...base,
    clientActionId: idOf("paper/office-setting"),
    ...{ dispositionFirst: true, dispositionDays: 1 },
  });
};

interface Found {
  readonly id: string;
  readonly version: number;
  /** A little after what happened last, and never after the first start. */
  readonly next: Date;
}

/** Ordinary cases of the office in this state, by when something last happened to them. */
const findCases = async (desk: Desk, where: Prisma.CaseWhereInput): Promise<readonly Found[]> => {
  const { subdistrictCode } = paron;
  const ordinary = { subdistrictCode, isSecret: false, isEmergency: false };
  const rows = await desk.stage.db.case.findMany({
    where: { ...ordinary, ...where },
    select: { id: true, version: true, stageStartedAt: true },
    orderBy: [{ stageStartedAt: "asc" }, { id: "asc" }],
  });
  const latest = desk.anchor.getTime() - minuteMs;
  return rows.map(({ id, version, stageStartedAt }) => ({
    ...{ id, version },
    next: new Date(Math.min(stageStartedAt.getTime() + 40 * minuteMs, latest)),
  }));
};

/** Two cases that the desk would send out, and that wait for the camat. */
const proposeCases = async (desk: Desk): Promise<void> => {
  let left = 2;
  for (const { id, version, next } of await findCases(desk, { status: "triaged" })) {
    const kase = await desk.stage.db.case.findUniqueOrThrow({ where: { id } });
    if (kase.proposedTarget !== null) left -= 1;
    if (left === 0) return;
    if (kase.proposedTarget !== null) continue;
    const ctx = contextAt(desk, "triase", next, `propose/${id}`);
    const target = defaultTarget(await ruleOfCase(ctx, kase));
    if (target.startsWith("KASI_") || target === "SEKCAM") continue;
    await routeCase(ctx, {
      ...{ clientActionId: idOf(`paper/propose/${id}`), caseId: id, version, target },
      instruction: "Mohon ditinjau ke lapangan dan disampaikan hasilnya kepada kecamatan.",
    });
    left -= 1;
    if (left === 0) return;
  }
};

type Fate = "draft" | "issued" | "void";

interface Wanted {
  readonly fate: Fate;
  readonly kind: LetterKind;
  readonly content: LetterContent;
  readonly referralId: string | null;
}

const writeLetter = async (desk: Desk, kase: Found, wanted: Wanted): Promise<void> => {
  const { fate, kind, content, referralId } = wanted;
  const caseId = kase.id;
  const name = `${kind}/${caseId}`;
  const ref = (act: string) => ({ clientActionId: idOf(`paper/${act}/${name}`), caseId });
  const later = (minutes: number) =>
    new Date(Math.min(kase.next.getTime() + minutes * minuteMs, desk.anchor.getTime()));
  const clerk = contextAt(desk, "triase", kase.next, name);
  const made = await saveLetter(clerk, { ...ref("save"), kind, content, referralId });
  if (fate === "draft") return;
  const secretary = contextAt(desk, "sekcam", later(20), name);
  const { letterId } = made;
  const issued = await issueLetter(secretary, { ...ref("issue"), letterId, version: made.version });
  if (fate === "issued") return;
  await voidLetter(contextAt(desk, "sekcam", later(30), name), {
    ...{ ...ref("void"), letterId, version: issued.version },
    reason: "Salah alamat dinas, diganti surat baru.",
  });
};

/** Letters to the dinas, one of them spoilt and one not issued yet, and sheets of disposisi. */
const writeLetters = async (desk: Desk): Promise<void> => {
  const fates: readonly Fate[] = ["issued", "void", "issued", "issued", "draft"];
  const working = { status: "in_progress", holderKind: "sector" };
  const asked = { some: { kind: "referral", status: { in: ["sent", "accepted", "in_progress"] } } };
  const helped = await findCases(desk, { status: "in_progress", referrals: asked });
  const others = await findCases(desk, { ...working, referrals: { none: {} } });
  const cases = [...others.slice(-fates.length), ...helped.slice(0, 1)];
  for (const [at, kase] of cases.entries()) {
    const known = await desk.stage.db.letter.count({ where: { caseId: kase.id } });
    if (known > 0) continue;
    const reader = contextAt(desk, "triase", kase.next, `read/${kase.id}`);
    const { proposals, referrals } = await listLetters(reader, { caseId: kase.id });
    if (!proposals) continue;
    const fate = fates[at] ?? "issued";
    const none = { referralId: null };
    const content = proposals["cover-letter"];
    await writeLetter(desk, kase, { ...none, fate, kind: "cover-letter", content });
    if (fate !== "issued") continue;
    const sheet = proposals.disposition;
    await writeLetter(desk, kase, { ...none, fate, kind: "disposition", content: sheet });
    const [one] = referrals;
    if (one) await writeLetter(desk, kase, { ...one, fate, kind: "referral-letter" });
  }
};

/** The paper of one office, through the use cases: settings, what waits for the camat, letters. */
export const insertPaper = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const actor = (post: string): Actor => {
    const found = accounts.find((a) => a.username === `${paron.prefix}.${post}`);
    if (!found) throw new Error(`no account ${paron.prefix}.${post}`);
    return actorOf(found);
  };
  const desk: Desk = { stage, anchor, actor };
  await saveSettings(desk);
  await proposeCases(desk);
  await writeLetters(desk);
};
