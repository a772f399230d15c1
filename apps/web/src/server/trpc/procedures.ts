import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import type { Permission } from "@rembuk/domain/access/permissions";
import { holds } from "@rembuk/domain/access/policy";
import { initTRPC, TRPCError } from "@trpc/server";
import { wireFormat } from "@/lib/wire-format";
import { errorFields, log } from "@/server/log";
import { procedureSeconds } from "@/server/metrics";
import type { RequestContext } from "./context";
import { publicError, toTransportError } from "./error-formatter";

/**
 * Who may call, declared by every procedure; a test fails where it is missing.
 * "public": anybody. "signed-in": one's own things only (own session, own notices).
 */
export interface ProcedureMeta {
  readonly permission: Permission | "public" | "signed-in";
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: wireFormat,
    errorFormatter: ({ shape, error, ctx }) => {
      const told = publicError(error);
      return {
        code: shape.code,
        message: told.code,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          requestId: ctx?.requestId ?? null,
          told,
        },
      };
    },
    sse: {
      ping: { enabled: true, intervalMs: 5_000 },
      client: { reconnectAfterInactivityMs: 15_000 },
    },
  });

export const router = t.router;

/** Measures, maps domain errors, logs what nobody expected. */
const observed = t.procedure.use(async ({ path, type, ctx, next }) => {
  const end = procedureSeconds.startTimer({ procedure: path, type });
  const result = await next();
  if (result.ok) {
    end({ outcome: "ok" });
    return result;
  }
  const error = toTransportError(result.error);
  end({ outcome: error.code });
  if (error.code === "INTERNAL_SERVER_ERROR") {
    const fields = errorFields(error.cause ?? error);
    log.error({ requestId: ctx.requestId, procedure: path, ...fields }, "procedure failed");
  }
  throw error;
});

function refuse(actor: Actor | null, meta: ProcedureMeta | undefined): TRPCError | null {
  if (!meta) return new TRPCError({ code: "FORBIDDEN", message: "no permission declared" });
  if (meta.permission === "public") return null;
  if (!actor) return new TRPCError({ code: "UNAUTHORIZED" });
  if (meta.permission === "signed-in" || holds(actor, meta.permission)) return null;
  return new TRPCError({ code: "FORBIDDEN" });
}

/** Somebody is signed in, also with a temporary password: for one's own session and password. */
export const sessionProcedure = observed.use(({ ctx, meta, next }) => {
  const refusal = refuse(ctx.session?.actor ?? null, meta);
  if (refusal) throw refusal;
  const { session, service } = ctx;
  if (!session || !service) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, session, service, actor: session.actor } });
});

/**
 * For people who are signed in. Declare `.meta({ permission })`: somebody whose assignments never
 * grant it is refused here; the use case decides about the very subject.
 */
export const staffProcedure = sessionProcedure.use(({ ctx, next }) => {
  // A temporary password opens nothing but its own change.
  if (ctx.session.mustChangePassword) throw new TRPCError({ code: "FORBIDDEN" });
  return next();
});

/** For anybody. Declare `.meta({ permission: "public" })`. */
export const publicProcedure = observed.use(({ ctx, meta, next }) => {
  const refusal = refuse(ctx.session?.actor ?? null, meta);
  if (refusal) throw refusal;
  return next();
});
