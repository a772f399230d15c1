import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { showUnrecorded } from "@rembuk/services/cases/show-case";
import { z } from "zod";
import { errorFields, log } from "@/server/log";
import { serviceContext } from "@/server/service-context";

/**
 * A case as its page will ask for it again, for a reader whose scripts come late; null when it cannot be
 * read now, which the page then says. Not a secret one, of which each reading is written down: it is read
 * once, by the page.
 */
export async function firstCase(actor: Actor, caseId: string) {
  if (!z.uuid().safeParse(caseId).success) return null;
  try {
    return await showUnrecorded(serviceContext(actor), { caseId });
  } catch (error) {
    if (!isDomainError(error)) log.warn(errorFields(error), "first sight of a case");
    return null;
  }
}
