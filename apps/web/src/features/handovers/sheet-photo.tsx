"use client";

import { Button } from "@rembuk/ui/button";
import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { shrinkPhoto } from "@/offline/photo";
import { toBase64 } from "@/offline/seal";

/** The photograph of the filled sheet, made small here: the pixels alone travel. */
export function SheetPhoto({
  id,
  photo,
  onPhoto,
  error,
}: {
  id: string;
  /** JPEG, base64 */
  photo: string | null;
  onPhoto: (photo: string) => void;
  error: string | undefined;
}) {
  const t = useTranslations("handovers.keySheet");
  const input = useRef<HTMLInputElement>(null);
  const [isBad, setBad] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = await shrinkPhoto(file);
    setBad(bytes === null);
    if (bytes) onPhoto(toBase64(bytes));
  };
  const message = isBad ? t("photoBad") : error;
  return (
    <div className="flex flex-col gap-1.5">
      {photo ? (
        // biome-ignore lint/performance/noImgElement: it lies in memory, no server can make it smaller
        <img
          src={`data:image/jpeg;base64,${photo}`}
          alt={t("photo")}
          className="max-h-72 w-full rounded-r2 border border-line bg-sunken object-contain"
        />
      ) : null}
      <Button
        id={id}
        className="self-start"
        icon={<ImageUp size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t(photo ? "photoAgain" : "photoTake")}
      </Button>
      {message ? <p className="text-13 font-semibold text-bad">{message}</p> : null}
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={t("photo")}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </div>
  );
}
