import "server-only";
import type { ServiceContext } from "@rembuk/services/context";
import { requestSession, type SignedIn } from "@/server/auth/current-actor";
import { type PublicContext, publicContext, serviceContext } from "@/server/service-context";

export interface RequestContext {
  readonly requestId: string;
  readonly headers: Headers;
  /** Looked up in PostgreSQL for this request; null when nobody is signed in. */
  readonly session: SignedIn | null;
  /** Looks the session up again, for streams that outlive it. */
  readonly refreshSession: () => Promise<SignedIn | null>;
  /** What use cases take; null when nobody is signed in. */
  readonly service: ServiceContext | null;
  /** What public use cases take. */
  readonly publicService: PublicContext;
}

/** The context of one HTTP request; a batch of calls shares it. */
export async function createContext({ req }: { req: Request }): Promise<RequestContext> {
  const { session, refresh } = await requestSession();
  return {
    requestId: crypto.randomUUID(),
    headers: req.headers,
    session,
    refreshSession: refresh,
    service: session ? serviceContext(session.actor) : null,
    publicService: publicContext(),
  };
}
