import "server-only";
import { newPasswordSchema } from "@rembuk/domain/staff/password";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { env } from "@/env";
import { changePassword, redeemResetCode } from "@/server/auth/accounts";
import { clientAddress } from "@/server/auth/client-address";
import { countCodeTry, countGuess, forgiveGuess } from "@/server/auth/rate-limits";
import { publicProcedure, router, sessionProcedure } from "@/server/trpc/procedures";

const oldPassword = z.string().min(1).max(200);

const redeemInput = z.object({
  login: z.string().trim().min(1).max(200),
  code: z.string().trim().min(1).max(40),
  newPassword: newPasswordSchema,
});

const changeInput = z.object({ currentPassword: oldPassword, newPassword: newPasswordSchema });

const addressOf = (headers: Headers) => clientAddress(headers, env().TRUSTED_PROXY_HOPS);

/** One's own session: who am I, change the password, redeem a one-time code. */
export const sessionRouter = router({
  me: sessionProcedure.meta({ permission: "signed-in" }).query(({ ctx: { session } }) => ({
    userId: session.actor.userId,
    name: session.actor.name,
    username: session.username,
    mustChangePassword: session.mustChangePassword,
    idleMinutes: session.idleMinutes,
    places: session.places,
    assignments: session.actor.assignments,
  })),

  changePassword: sessionProcedure
    .meta({ permission: "signed-in" })
    .input(changeInput)
    .mutation(async ({ ctx, input }) => {
      const address = addressOf(ctx.headers);
      const allowance = await countGuess(ctx.session.username, address);
      if (!allowance.allowed) throw new TRPCError({ code: "TOO_MANY_REQUESTS" });
      await changePassword(ctx.session, input.currentPassword, input.newPassword);
      await forgiveGuess(ctx.session.username, address);
      return { changed: true };
    }),

  redeemResetCode: publicProcedure
    .meta({ permission: "public" })
    .input(redeemInput)
    .mutation(async ({ ctx, input }) => {
      const allowance = await countCodeTry(input.login, addressOf(ctx.headers));
      if (!allowance.allowed) throw new TRPCError({ code: "TOO_MANY_REQUESTS" });
      await redeemResetCode(input);
      return { changed: true };
    }),
});
