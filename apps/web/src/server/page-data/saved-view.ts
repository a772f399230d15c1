import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { findViewAddress } from "@rembuk/services/cases/view-queries";
import { serviceContext } from "@/server/service-context";

/** A view by its key, or the one that this person's queue begins with; null: none. */
export const savedView = (actor: Actor, key: string | null) =>
  findViewAddress(serviceContext(actor), key);
