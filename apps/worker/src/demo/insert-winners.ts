import { localDate } from "@rembuk/domain/calendars/local-date";
import { instantAt } from "@rembuk/domain/calendars/working-days";
import type { ServiceContext } from "@rembuk/services/context";
import { moveReport } from "@rembuk/services/innovations/move-report";
import { moveStage } from "@rembuk/services/innovations/move-stage";
import { registerInnovation } from "@rembuk/services/innovations/register-innovation";
import { saveInnovationParts } from "@rembuk/services/innovations/save-parts";
import { saveProfile } from "@rembuk/services/innovations/save-profile";
import { moveReview } from "@rembuk/services/sustainability/move-review";
import { openReviews } from "@rembuk/services/sustainability/open-reviews";
import { systemContext } from "@rembuk/services/system-context";
import { idOf } from "./chance";
import { fictional } from "./names";
import type { Stage } from "./perform-cases";
import { type InnovationText, type WinnerText, winners } from "./texts/east-java-batch";

/** An account on a day, at ten in the morning. Ids are made from what was done, so that a load goes on. */
export type On = (username: string, day: string) => ServiceContext;

export interface Winner {
  readonly prefix: string;
  readonly innovationId: string;
  readonly text: InnovationText;
}

const registered = "2024-02-05";

const partsOf = (rating: InnovationText["rating"]) => ({
  awards: [{ name: "SKK 2023", giver: "Gubernur Jawa Timur", year: 2023 }],
  meetings: [{ minutes: "Notulen rapat koordinasi kecamatan 005/02", heldOn: "2023-02-14" }],
  decrees: [
    {
      ...{ number: "188/12/2023", subject: "Tim pelaksana inovasi", startsOn: "2023-03-01" },
      endsOn: rating === "at_risk" ? "2026-02-28" : null,
    },
  ],
  budget: (rating === "dormant" ? [2024, 2025] : [2024, 2025, 2026]).map((year) => ({
    ...{ year, source: "APBD, DPA Kecamatan", amount: 24_000_000 },
  })),
});

/** Registered, in implementation, checked and endorsed before the batch. */
const insertWinner = async (on: On, place: WinnerText, text: InnovationText): Promise<Winner> => {
  const { prefix, subdistrictCode } = place;
  const manager = on(`${prefix}.pengelola`, registered);
  const camat = on(`${prefix}.camat`, registered);
  const act = (name: string) => idOf(`winner/${text.name}/${name}`);
  const { innovationId } = await registerInnovation(manager, {
    ...{ clientActionId: act("register"), subdistrictCode, name: text.name },
  });
  let version = 0;
  const at = (name: string) => {
    version += 1;
    return { clientActionId: act(name), innovationId, version: version - 1 };
  };
  const { kind, design, purpose, benefit } = text;
  await saveProfile(manager, {
    ...at("profile"),
    profile: {
      ...{ agency: `Kecamatan ${place.place}`, iidStage: "adoption", form: "governance", kind },
      ...{ initiatorType: "agency", initiatorName: fictional("Tim kecamatan") },
      ...{ startedOn: "2023-03-01", design, purpose, benefit, idea: purpose },
      outcome: "Penghargaan SKK 2023 dari Gubernur Jawa Timur.",
    },
  });
  await saveInnovationParts(manager, { ...at("parts"), parts: partsOf(text.rating) });
  for (const to of ["problem", "idea", "implementation"] as const)
    await moveStage(manager, { ...at(to), to });
  await moveReport(manager, { ...at("submit"), move: "submit" });
  for (const move of ["begin", "validate", "endorse"] as const)
    await moveReport(camat, { ...at(move), move });
  return { prefix, innovationId, text };
};

/** The nine innovations of the seven winners. */
export const insertWinners = async (on: On): Promise<readonly Winner[]> => {
  const all: Winner[] = [];
  for (const place of winners)
    for (const text of place.innovations) all.push(await insertWinner(on, place, text));
  return all;
};

const reasons = {
  sustained: "Berjalan tiap pekan dan dianggarkan.",
  scaled: "Ditiru kecamatan lain dan tetap berjalan.",
  at_risk: "SK segera berakhir dan pelaksana sering berganti.",
  dormant: "Tidak ada kegiatan sejak awal tahun.",
} as const;

/** Half a year after the sessions: reviews opened by themselves, and judged where the office answered. */
export const rateWinners = async (stage: Stage, on: On, won: readonly Winner[]): Promise<void> => {
  const opened = "2025-05-05";
  const now = instantAt(localDate(opened), 6 * 60, "WIB");
  await openReviews(systemContext({ ...stage, demo: true, now: () => now }));
  for (const { prefix, innovationId, text } of won) {
    const review = await stage.db.sustainabilityReview.findFirst({
      ...{ where: { innovationId }, orderBy: { opensOn: "asc" } },
    });
    const { rating } = text;
    if (!review || rating === null) continue;
    let version = -1;
    const step = (who: string, day: string, taken: Parameters<typeof moveReview>[1]["step"]) => {
      version += 1;
      const clientActionId = idOf(`winner/${text.name}/review/${taken.move}`);
      const command = { clientActionId, reviewId: review.id, version, step: taken };
      return moveReview(on(who, day), command);
    };
    const { criteria } = review.criteria as unknown as { criteria: readonly { code: string }[] };
    const grade = rating === "dormant" ? 1 : rating === "at_risk" ? 2 : 3;
    const answers = criteria.map(({ code }) => ({ code, grade, note: "" }) as const);
    await step(`${prefix}.pengelola`, "2025-05-12", { move: "assess", answers });
    await step("jatim.pembina", "2025-05-20", { move: "check", note: "Dibandingkan catatan" });
    await step("jatim.pembina", "2025-05-20", { move: "rate", rating, reason: reasons[rating] });
    const plan = "Dilanjutkan menurut Rencana Pengembangan";
    await step(`${prefix}.camat`, "2025-05-27", { move: "agree", plan });
    await step("jatim.pembina", "2025-05-28", { move: "close" });
  }
};
