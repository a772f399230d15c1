import { DomainError } from "../kernel/errors";
import type { Signer, SignerPrefix } from "./model";

/** Somebody who leads the office today, for themselves or for another. */
export interface LeaderPost {
  readonly userId: string;
  readonly name: string;
  readonly role: "subdistrict-head" | "subdistrict-secretary";
  /** Held for somebody away (Plh.) or for a vacant post (Plt.); null: their own. */
  readonly acting: "plh" | "plt" | null;
}

const prefixOf: Record<"plh" | "plt", SignerPrefix> = { plh: "Plh.", plt: "Plt." };
const secretary = "Sekretaris Kecamatan";

const signerOf = (post: LeaderPost, head: string): Signer => {
  const who = { name: post.name, nip: "", userId: post.userId };
  const acting = post.acting === null ? "" : prefixOf[post.acting];
  if (post.role === "subdistrict-head")
    return { prefix: acting, position: head, ownPosition: "", ...who };
  const own = acting === "" ? secretary : `${acting} ${secretary}`;
  return { prefix: "a.n.", position: head, ownPosition: own, ...who };
};

/** Plh. or Plt. of the camat, the camat, then the sekcam in the camat's name. */
const rankOf = (post: LeaderPost): number => {
  if (post.role === "subdistrict-secretary") return 2;
  return post.acting === null ? 1 : 0;
};

/**
 * Who may sign for the office today and in what capacity, the proposed one first. While somebody
 * stands in for the camat, they sign before a camat who is away; who stands in for the camat does not
 * sign in the camat's name besides.
 * @param officeName "Kecamatan Paringin Selatan"
 */
export const signersOf = (posts: readonly LeaderPost[], officeName: string): readonly Signer[] => {
  const head = officeName.replace(/^Kecamatan /, "Camat ");
  const heads = new Set(
    posts.filter((post) => post.role === "subdistrict-head").map((post) => post.userId),
  );
  return posts
    .filter((post) => post.role === "subdistrict-head" || !heads.has(post.userId))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((post) => signerOf(post, head));
};

/** The same person in the same capacity; name and NIP may be written out more fully. */
export const isSameSigner = (a: Signer, b: Signer): boolean =>
  (a.userId ?? null) === (b.userId ?? null) && a.prefix === b.prefix;

/**
 * A letter is issued in a capacity that runs today: a draft of last week may name a Plh. whose days are
 * over. An office without any account of its leaders writes whom it wants.
 * @throws conflict LETTER_SIGNER_NOT_RUNNING
 */
export const requireRunningSigner = (signer: Signer, running: readonly Signer[]): void => {
  if (running.length === 0 || running.some((one) => isSameSigner(one, signer))) return;
  throw new DomainError("conflict", "LETTER_SIGNER_NOT_RUNNING");
};
