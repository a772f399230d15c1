import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { listCases } from "@rembuk/services/cases/queries";
import { errorFields, log } from "@/server/log";
import { serviceContext } from "@/server/service-context";

/** The first cases of a list; none when they cannot be read now, for the page asks again by itself. */
export async function firstCases(actor: Actor, input: ListCasesInput) {
  try {
    const { items } = await listCases(serviceContext(actor), input);
    return items;
  } catch (error) {
    log.warn(errorFields(error), "first rows of the queue");
    return [];
  }
}
