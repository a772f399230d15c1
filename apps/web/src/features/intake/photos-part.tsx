"use client";

import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { PhotoStrip } from "./photo-strip";

interface PhotosPartProps {
  photos: readonly File[];
  onChange: (photos: readonly File[]) => void;
  /** Who keys such a case in may not open it afterwards: nothing can be attached to it. */
  isSupervisory: boolean;
}

/** Photos that wait for the case: they lie in this page alone until it is saved. */
export function PhotosPart({ photos, onChange, isSupervisory }: PhotosPartProps) {
  const t = useTranslations("intake.chat");
  if (photos.length === 0) return null;
  return (
    <section aria-labelledby="foto-laporan" className="mt-3 flex flex-col gap-1.5">
      <h3 id="foto-laporan" className="text-control font-semibold">
        {t("waiting", { count: photos.length })}
      </h3>
      {isSupervisory ? (
        <Notice tone="warn">{t("supervisory")}</Notice>
      ) : (
        <p className="text-meta text-text-2">{t("waitingHint")}</p>
      )}
      <PhotoStrip
        photos={photos}
        onRemove={(photo) => onChange(photos.filter((one) => one !== photo))}
      />
    </section>
  );
}
