import { permissions } from "@rembuk/domain/access/permissions";
import { publishedStatuses } from "@rembuk/domain/innovations/access";
import type { InnovationParts } from "@rembuk/domain/innovations/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { placeNames } from "./scope-queries";

export interface Winner {
  readonly id: string;
  readonly name: string;
  readonly subdistrictCode: string;
  readonly placeName: string;
  readonly awards: readonly string[];
}
export interface Winners {
  readonly provinceCode: string;
  readonly innovations: readonly Winner[];
}

/** Endorsed innovations of the lead's province, by kecamatan: what a batch can be opened for. @throws forbidden */
export const listWinners = async (ctx: ServiceContext): Promise<Winners> => {
  requireHeld(ctx, "coaching.open");
  const lead = ctx.actor.assignments.find(({ role }) => role in permissions["coaching.open"]);
  const provinceCode = lead?.areaCode ?? "";
  const rows = await inTransaction(ctx, (tx) =>
    tx.innovation.findMany({
      where: { provinceCode, status: { in: [...publishedStatuses] } },
      orderBy: [{ subdistrictCode: "asc" }, { name: "asc" }],
      select: { id: true, name: true, subdistrictCode: true, parts: true },
      take: 500,
    }),
  );
  const name = await placeNames(
    ctx,
    rows.map(({ subdistrictCode }) => subdistrictCode),
  );
  return {
    provinceCode,
    innovations: rows.map(({ parts, ...one }) => ({
      ...one,
      placeName: name(one.subdistrictCode),
      awards: (parts as unknown as InnovationParts).awards.map((award) => award.name),
    })),
  };
};
