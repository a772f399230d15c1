import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { findOffice, listVillages } from "@rembuk/services/areas/queries";
import { listCategoryOptions } from "@rembuk/services/cases/option-queries";
import { serviceContext } from "@/server/service-context";

/** What the desk's form needs of its kecamatan before the first key is pressed. */
export async function deskData(actor: Actor, subdistrictCode: string) {
  const context = serviceContext(actor);
  const [office, villages, categories] = await Promise.all([
    findOffice(context.db, subdistrictCode),
    listVillages(context.db, subdistrictCode),
    listCategoryOptions(context, { subdistrictCode }),
  ]);
  return { deskName: office?.deskName ?? "", villages, categories };
}

/** Own villages by name, and the categories. */
export async function newProblemData(actor: Actor, villageCodes: readonly string[]) {
  const context = serviceContext(actor);
  const subdistricts = [...new Set(villageCodes.map((code) => code.slice(0, 8)))];
  const [villages, categories] = await Promise.all([
    Promise.all(subdistricts.map((code) => listVillages(context.db, code))),
    listCategoryOptions(context),
  ]);
  return {
    villages: villages.flat().filter(({ code }) => villageCodes.includes(code)),
    categories,
  };
}
