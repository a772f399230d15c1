import "server-only";
import type { Permission } from "@rembuk/domain/access/permissions";
import { holds } from "@rembuk/domain/access/policy";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { type SignedIn, signedIn } from "./current-actor";

/**
 * The session of a page, else the sign-in page; a temporary password must be changed first.
 * With a permission: a page that no assignment of the reader opens does not exist for them.
 * This chooses what is shown; use cases decide what may be done.
 */
export async function requireSession(permission?: Permission): Promise<SignedIn> {
  const session = await signedIn();
  if (!session) {
    const path = (await headers()).get("x-pathname") ?? "/";
    redirect(`/masuk?ke=${encodeURIComponent(path)}`);
  }
  if (session.mustChangePassword) redirect("/masuk/ganti-sandi");
  if (permission && !holds(session.actor, permission)) notFound();
  return session;
}
