"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

interface PhotoStripProps {
  photos: readonly File[];
  onRemove: (photo: File) => void;
}

const keys = new WeakMap<File, string>();

/** Names do not tell photos apart: of the clipboard each is called image.png. */
const keyOf = (photo: File): string => {
  const key = keys.get(photo) ?? crypto.randomUUID();
  keys.set(photo, key);
  return key;
};

/** Photos that will go along with a report, each with a way to take it out. */
export function PhotoStrip({ photos, onRemove }: PhotoStripProps) {
  const t = useTranslations("intake.chat");
  if (photos.length === 0) return null;
  return (
    <ul aria-label={t("photos")} className="flex flex-wrap gap-2">
      {photos.map((photo, at) => (
        <Photo key={keyOf(photo)} photo={photo} place={at + 1} onRemove={() => onRemove(photo)} />
      ))}
    </ul>
  );
}

function Photo(props: { photo: File; place: number; onRemove: () => void }) {
  const t = useTranslations("intake.chat");
  const { photo, place } = props;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <li className="relative size-[84px] overflow-hidden rounded-r2 border border-line bg-surface-2">
      {address ? (
        // biome-ignore lint/performance/noImgElement: it lies in this page alone; nobody can optimise it
        <img src={address} alt={t("photo", { place })} className="size-full object-cover" />
      ) : null}
      <IconButton
        size="small"
        tone="secondary"
        icon={<X size={14} aria-hidden />}
        label={t("removePhoto", { place })}
        onClick={props.onRemove}
        className="absolute! top-0.5 right-0.5"
      />
    </li>
  );
}
