import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import { listDutyOffices } from "@rembuk/services/staff/duty-queries";
import { serviceContext } from "@/server/service-context";

/** The kecamatan whose rosters a person may see. */
export const dutyOffices = (actor: Actor) => listDutyOffices(serviceContext(actor));
