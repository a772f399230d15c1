import type { Actor } from "@rembuk/domain/access/actor";

/** The worker, in events and in the audit. It holds no assignment: its use cases ask no permission. */
export const systemActorId = "00000000-0000-7000-8000-000000000001";
export const systemActor: Actor = { userId: systemActorId, name: "Sistem", assignments: [] };

/** A citizen without account who holds the receipt of a case. */
export const reporterActorId = "00000000-0000-7000-8000-000000000003";

/**
 * A citizen without account who brings a case (docs/security.md). Another actor than the one who holds
 * a receipt: having entered a case gives nobody a way back to it.
 */
export const citizenActorId = "00000000-0000-7000-8000-000000000004";

/** A sector that answers through a signed link. */
export const linkActorId = "00000000-0000-7000-8000-000000000002";
