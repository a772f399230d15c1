import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "@rembuk/services/context";
import { type SignedIn, signedIn } from "@/server/auth/current-actor";
import { serviceContext } from "@/server/service-context";

export interface RequestContext {
  readonly requestId: string;
  readonly headers: Headers;
  /** Looked up in PostgreSQL for this request; null when nobody is signed in. */
  readonly session: SignedIn | null;
  readonly actor: Actor | null;
  /** What use cases take. Without an actor only public use cases accept it. */
  readonly service: ServiceContext;
}

/** The context of one HTTP request; a batch of calls shares it. */
export async function createContext({ req }: { req: Request }): Promise<RequestContext> {
  const requestId = req.headers.get("x-request-id") ?? crypto.randomUUID();
  const session = await signedIn();
  return {
    requestId,
    headers: req.headers,
    session,
    actor: session?.actor ?? null,
    service: serviceContext(session?.actor ?? null, requestId),
  };
}
