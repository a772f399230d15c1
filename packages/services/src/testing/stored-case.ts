import type { Case } from "@rembuk/domain/cases/model";
import { findCase } from "../cases/store";
import type { World } from "./world";

/** A case as it stands, whoever may read it. */
export const storedCase = async (world: World, id: string): Promise<Case> => {
  const kase = await world.everything.$transaction((tx) => findCase(tx, id));
  if (!kase) throw new Error(`no case ${id}`);
  return kase;
};
