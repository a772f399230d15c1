"use client";

import { mostPhotosOfCase } from "@rembuk/domain/cases/phone-photos";
import { Button } from "@rembuk/ui/button";
import { Camera, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Dispatch, type SetStateAction, useRef, useState } from "react";
import { shrinkPhoto } from "./photo";
import { toBase64 } from "./seal";

export interface Picture {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface PhotosProps {
  pictures: readonly Picture[];
  onChange: Dispatch<SetStateAction<readonly Picture[]>>;
  /** Photos are being made small: nothing is saved before they are there. */
  busy: boolean;
  setBusy: (busy: boolean) => void;
}

/** Up to three photos, made small as they are taken; in memory alone, until the problem is sealed. */
export function PhotosField({ pictures, onChange, busy, setBusy }: PhotosProps) {
  const t = useTranslations("offline.photos");
  const input = useRef<HTMLInputElement>(null);
  const [bad, setBad] = useState<"bad" | "tooMany" | null>(null);
  const room = mostPhotosOfCase - pictures.length;
  const take = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    setBusy(true);
    const small = await Promise.all(chosen.slice(0, room).map(shrinkPhoto));
    const good = small.filter((one) => one !== null);
    setBad(good.length < small.length ? "bad" : chosen.length > room ? "tooMany" : null);
    const taken = good.map((bytes) => ({ id: crypto.randomUUID(), bytes }));
    // One may have been taken out again meanwhile.
    onChange((before) => [...before, ...taken]);
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-control font-semibold">{t("label")}</p>
      <p className="-mt-1 text-14 text-text-2">{t("hint", { most: mostPhotosOfCase })}</p>
      {pictures.length > 0 ? (
        <ul className="grid grid-cols-3 gap-2">
          {pictures.map(({ id, bytes }, at) => (
            <Taken
              key={id}
              bytes={bytes}
              place={at + 1}
              onRemove={() => {
                setBad(null);
                onChange(pictures.filter((one) => one.id !== id));
              }}
            />
          ))}
        </ul>
      ) : null}
      {room > 0 ? (
        <Button
          block
          icon={<Camera size={20} aria-hidden />}
          pending={busy}
          pendingLabel={t("shrinking")}
          onClick={() => input.current?.click()}
        >
          {t(pictures.length > 0 ? "more" : "take")}
        </Button>
      ) : null}
      {bad ? (
        <p role="alert" className="text-14 font-semibold text-bad">
          {t(bad, { most: mostPhotosOfCase })}
        </p>
      ) : null}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        aria-label={t("label")}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same photo may be chosen again after it was removed.
          event.target.value = "";
          void take(chosen);
        }}
      />
    </div>
  );
}

function Taken({
  bytes,
  place,
  onRemove,
}: {
  bytes: Picture["bytes"];
  place: number;
  onRemove: () => void;
}) {
  const t = useTranslations("offline.photos");
  return (
    <li className="relative">
      {/* biome-ignore lint/performance/noImgElement: it lies in memory, no server can make it smaller */}
      <img
        src={`data:image/jpeg;base64,${toBase64(bytes)}`}
        alt={t("title", { place })}
        className="aspect-square w-full rounded-r2 border border-line object-cover"
      />
      <button
        type="button"
        aria-label={t("remove", { place })}
        onClick={onRemove}
        className="absolute top-1 right-1 flex size-9 items-center justify-center rounded-full border border-line bg-surface text-text"
      >
        <X size={18} aria-hidden />
      </button>
      <p className="mt-1 text-13 text-text-2">
        {t("size", { size: Math.ceil(bytes.length / 1024) })}
      </p>
    </li>
  );
}
