import type { Transaction } from "@rembuk/db/client";
import type { ToldPhoto } from "@rembuk/domain/cases/phone-photos";
import type { ServiceContext } from "../context";

/** A photo that was told of, with where it belongs. */
export interface AwaitedPhoto extends ToldPhoto {
  readonly caseId: string;
  readonly subdistrictCode: string;
  /** 1 to 3, as they were taken. */
  readonly place: number;
}

/**
 * Notes which photos follow a case; what was noted before changes nothing.
 * @param about `userId`: whose phone they are on
 */
export const awaitPhotos = async (
  tx: Transaction,
  ctx: Pick<ServiceContext, "now">,
  about: { readonly caseId: string; readonly villageCode: string; readonly userId: string },
  photos: readonly ToldPhoto[],
): Promise<void> => {
  if (photos.length === 0) return;
  const { caseId, villageCode, userId } = about;
  const subdistrictCode = villageCode.slice(0, 8);
  await tx.toldPhoto.createMany({
    data: photos.map(({ id, size, sha256 }, at) => ({
      ...{ id, size, sha256, caseId, subdistrictCode, userId, place: at + 1, toldAt: ctx.now() },
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
  const { caseId, subdistrictCode, place, size, sha256 } = row;
  return { id, caseId, subdistrictCode, place, size, sha256 };
};
