import "server-only";
import {
  findOffice,
  listVillages,
  loadSectorNames,
  searchAreas,
} from "@rembuk/services/areas/queries";
import { z } from "zod";
import { router, staffProcedure } from "@/server/trpc/procedures";

const anybodySignedIn = staffProcedure.meta({ permission: "signed-in" });

/** Master data: every signed-in person may look places and sectors up. */
export const areasRouter = router({
  search: anybodySignedIn
    .input(
      z.object({
        text: z.string().max(80),
        under: z.string().max(8).default(""),
        level: z.int().min(1).max(4).optional(),
        limit: z.int().min(1).max(50).default(20),
      }),
    )
    .query(({ ctx, input }) => searchAreas(ctx.service, input)),
  villages: anybodySignedIn
    .input(z.object({ subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/) }))
    .query(({ ctx, input }) => listVillages(ctx.service.db, input.subdistrictCode)),
  office: anybodySignedIn
    .input(z.object({ subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/) }))
    .query(({ ctx, input }) => findOffice(ctx.service.db, input.subdistrictCode)),
  sectors: anybodySignedIn.query(async ({ ctx }) =>
    [...(await loadSectorNames(ctx.service.db, ""))].map(([code, name]) => ({ code, name })),
  ),
});
