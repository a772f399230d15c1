import { areaLevelOfRole, type Role } from "@rembuk/domain/access/roles";
import type { ServiceContext } from "@rembuk/services/context";
import { murungAbuin, paringinSelatan } from "@rembuk/services/testing/world";
import { TRPCError } from "@trpc/server";
import superjson from "superjson";

/** The sector or section that a role sits in, where it has one. */
export const sectorOf: Partial<Record<Role, string>> = {
  "section-head": "KASI_PMD",
  "subdistrict-secretary": "SEKCAM",
  "sector-partner": "DPMD",
  "sector-lead": "DPMD",
  inspectorate: "INSPEKTORAT",
};

/** Where a role works: Murung Abuin, Paringin Selatan, Balangan, the province or the country. */
export const areaOf = (role: Role): string => {
  const level = areaLevelOfRole[role];
  if (level === "nation") return "";
  if (level === "province") return "63";
  if (level === "village") return murungAbuin;
  return level === "subdistrict" ? paringinSelatan : "63.11";
};

interface Callable {
  readonly createCaller: (context: never) => unknown;
}
type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

const callerOf = (router: Callable, service: ServiceContext | null): Caller =>
  router.createCaller({
    requestId: "matrix",
    headers: new Headers(),
    session: service && { actor: service.actor, mustChangePassword: false, username: "x" },
    refreshSession: async () => null,
    service,
    publicService: service,
  } as never) as Caller;

export interface CallOutcome {
  /** OK, or the code of the refusal. */
  readonly code: string;
  /** The answer, or the refusal, as it would be sent. */
  readonly text: string;
}

/** Calls a procedure as somebody, or as nobody: what came of it, as text. */
export const outcomeOn =
  (router: Callable) =>
  async (service: ServiceContext | null, path: string, input: unknown): Promise<CallOutcome> => {
    const [slice = "", verb = ""] = path.split(".");
    try {
      const call = callerOf(router, service)[slice]?.[verb];
      if (!call) throw new Error(`no procedure ${path}`);
      const answer = await call(input);
      return { code: "OK", text: superjson.stringify(answer) };
    } catch (error) {
      const code = error instanceof TRPCError ? error.code : "THROWN";
      return { code, text: error instanceof TRPCError ? JSON.stringify(error) : String(error) };
    }
  };
