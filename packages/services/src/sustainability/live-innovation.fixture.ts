import { randomUUID } from "node:crypto";
import type { InnovationParts } from "@rembuk/domain/innovations/model";
import type { ServiceContext } from "../context";
import { moveReport } from "../innovations/move-report";
import { moveStage } from "../innovations/move-stage";
import { registerInnovation } from "../innovations/register-innovation";
import { saveInnovationParts } from "../innovations/save-parts";
import { saveProfile } from "../innovations/save-profile";
import { halong } from "../testing/world";

export const wholeProfile = {
  agency: "Kecamatan Halong",
  initiatorName: "Siti (fiktif)",
  iidStage: "adoption",
  form: "public-service",
  kind: "digital",
  startedOn: "2024-05-01",
  design: "a",
  idea: "e",
  purpose: "b",
  benefit: "c",
  outcome: "d",
} as const;

/** Whose hands an innovation of Halong goes through until it lives. */
export interface Hands {
  readonly manager: ServiceContext;
  readonly sekcam: ServiceContext;
  readonly camat: ServiceContext;
}

/** An endorsed innovation in implementation, with SK and budget of this year and the next, but for the change. */
export const liveInnovation = async (
  by: Hands,
  change: Partial<Pick<InnovationParts, "decrees" | "budget" | "operations">> = {},
): Promise<string> => {
  const act = () => ({ clientActionId: randomUUID() });
  const { innovationId } = await registerInnovation(by.manager, {
    ...{ ...act(), subdistrictCode: halong, name: "PAK SOTARSA" },
  });
  let version = 0;
  const ref = () => {
    version += 1;
    return { ...act(), innovationId, version: version - 1 };
  };
  await saveProfile(by.manager, { ...ref(), profile: wholeProfile });
  const decree = { number: "188", subject: "Tim", startsOn: "2026-01-01", endsOn: "2027-12-31" };
  const budget = [2026, 2027].map((year) => ({ year, source: "APBD", amount: 1 }));
  const meetings = [{ minutes: "Notulen 5", heldOn: "2024-01-12" }];
  const parts = { decrees: [decree], budget, meetings, ...change };
  await saveInnovationParts(by.manager, { ...ref(), parts });
  for (const to of ["problem", "idea", "implementation"] as const)
    await moveStage(by.manager, { ...ref(), to });
  await moveReport(by.manager, { ...ref(), move: "submit" });
  for (const move of ["begin", "validate"] as const)
    await moveReport(by.sekcam, { ...ref(), move });
  await moveReport(by.camat, { ...ref(), move: "endorse" });
  return innovationId;
};
