import type { Transaction } from "@rembuk/db/client";
import type { ListDocumentsInput } from "@rembuk/domain/documents/commands";
import {
  type Document,
  type DocumentKind,
  type DocumentOwner,
  type Validity,
  validityOn,
} from "@rembuk/domain/documents/model";
import type { FileVariant } from "@rembuk/domain/files/model";
import { requireOnEngagement } from "../coaching/change-engagement";
import { findCommitments } from "../coaching/commitment-store";
import { getEngagement } from "../coaching/store";
import type { ServiceContext } from "../context";
import { findAdderNames } from "../files/store";
import { requireOnInnovation } from "../innovations/change-innovation";
import { getInnovation } from "../innovations/store";
import { linkFor, linkTo, type SignedLink } from "../kernel/file-links";
import { inTransaction } from "../kernel/in-transaction";
import { officeToday } from "../staff/running-queries";
import { type Standing, standingOfCommitment, standingOfInnovation } from "./owner-queries";
import { findDocuments } from "./store";

export interface DocumentItem {
  readonly id: string;
  readonly ownerId: string;
  readonly kind: DocumentKind;
  readonly validUntil: string | null;
  readonly validity: Validity;
  /** Null where the reader may know that it is there, and no more. */
  readonly file: {
    readonly name: string;
    /** Bytes as kept. */
    readonly size: number;
    readonly isScanned: boolean;
    readonly addedAt: Date;
    readonly addedByName: string | null;
    readonly links: Readonly<Record<FileVariant, SignedLink | null>>;
  } | null;
  readonly mayRemove: boolean;
}
export interface Documents {
  readonly items: readonly DocumentItem[];
  /** The innovation, or the commitments, to which the reader may add. */
  readonly mayAddTo: readonly string[];
}

const linksOf = (ctx: ServiceContext, { id, isPicture }: Document) => {
  const link = (variant: FileVariant) => linkFor(ctx, linkTo.document(id, variant));
  return {
    original: link("original"),
    preview: isPicture ? link("preview") : null,
    thumbnail: isPicture ? link("thumbnail") : null,
  };
};

type Names = Awaited<ReturnType<typeof findAdderNames>>;

const toItem = (
  ctx: ServiceContext,
  document: Document,
  { mayOpen, refusal }: Standing,
  names: Names,
): DocumentItem => {
  const { id, kind, validUntil, name, storedSize, size, isScanned, addedAt } = document;
  return {
    ...{ id, kind, validUntil, ownerId: document.owner.id, mayRemove: refusal === null },
    validity: validityOn(validUntil, officeToday(ctx.now())),
    file: mayOpen
      ? {
          ...{ name, size: storedSize ?? size, isScanned, addedAt },
          addedByName: names.get(document.addedById) ?? null,
          links: linksOf(ctx, document),
        }
      : null,
  };
};

/** Owners that the reader may know, with what each lets them do. @throws not-found, forbidden */
const standingsOf = async (
  tx: Transaction,
  ctx: ServiceContext,
  input: ListDocumentsInput,
): Promise<ReadonlyMap<string, Standing>> => {
  if (input.of === "innovation") {
    const innovation = await getInnovation(tx, input.innovationId);
    requireOnInnovation(ctx, "innovation.read", innovation);
    return new Map([[innovation.id, standingOfInnovation(ctx, innovation)]]);
  }
  const engagement = await getEngagement(tx, input.engagementId);
  requireOnEngagement(ctx, "coaching.read", engagement);
  const commitments = await findCommitments(tx, { engagementId: engagement.id });
  return new Map(
    commitments.map((one) => [one.id, standingOfCommitment(ctx, engagement, one)] as const),
  );
};

/**
 * Documents of an innovation, or of all commitments of an engagement, oldest first. Who reads an innovation without
 * its names is told what there is and until when it holds.
 * @throws not-found; forbidden
 */
export const listDocuments = (ctx: ServiceContext, input: ListDocumentsInput): Promise<Documents> =>
  inTransaction(ctx, async (tx) => {
    const standings = await standingsOf(tx, ctx, input);
    const of: DocumentOwner["of"] = input.of === "innovation" ? "innovation" : "commitment";
    const all = await findDocuments(tx, { of, ids: [...standings.keys()] }, ctx.actor.userId);
    // What still arrives is shown by the screen that sends it.
    const ready = all.filter(({ status }) => status === "ready");
    const names = await findAdderNames(
      tx,
      ready.map(({ addedById }) => addedById),
    );
    return {
      items: ready.flatMap((one) => {
        const standing = standings.get(one.owner.id);
        return standing ? [toItem(ctx, one, standing, names)] : [];
      }),
      mayAddTo: [...standings].filter(([, { refusal }]) => refusal === null).map(([id]) => id),
    };
  });
