import type { Transaction } from "@rembuk/db/client";
import type { ToldPhoto } from "@rembuk/domain/cases/phone-photos";
import type { ServiceContext } from "../context";

/** A photo that was told of, with where it belongs. */
export interface AwaitedPhoto extends ToldPhoto {
  readonly caseId: string;
  readonly subdistrictCode: string;
  /** The trip on which it was taken; null: by a village's phone. */
  readonly tripId: string | null;
  /** 1 to 3, as they were taken. */
  readonly place: number;
}

/** Where photos belong, and whose phone they are on. */
export interface PhotoPlace {
  readonly caseId: string;
  readonly villageCode: string;
  readonly userId: string;
  readonly tripId: string | null;
}

/** Notes which photos follow a case; what was noted before changes nothing. */
export const awaitPhotos = async (
  tx: Transaction,
  ctx: Pick<ServiceContext, "now">,
  { caseId, villageCode, userId, tripId }: PhotoPlace,
  photos: readonly ToldPhoto[],
): Promise<void> => {
  if (photos.length === 0) return;
  const subdistrictCode = villageCode.slice(0, 8);
  await tx.toldPhoto.createMany({
    data: photos.map(({ id, size, sha256 }, at) => ({
      ...{ id, size, sha256, caseId, subdistrictCode, userId, tripId, place: at + 1 },
      toldAt: ctx.now(),
    })),
    skipDuplicates: true,
  });
};

/** Where a photo belongs; null: no record that stands told of it, or not within reach. */
export const findAwaitedPhoto = async (
  tx: Transaction,
  id: string,
): Promise<AwaitedPhoto | null> => {
  const row = await tx.toldPhoto.findUnique({ where: { id } });
  if (!row) return null;
  const { caseId, subdistrictCode, tripId, place, size, sha256 } = row;
  return { id, caseId, subdistrictCode, tripId, place, size, sha256 };
};
