"use client";

import { Button } from "@rembuk/ui/button";
import { Camera, MapPin, MapPinOff, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { shrinkPhoto } from "../photo";
import { toBase64 } from "../seal";
import type { HandoverEntry } from "./handover-entry";
import { SignaturePad } from "./signature-pad";
import type { usePlace } from "./use-place";

interface ProofProps {
  entry: HandoverEntry;
  change: (part: Partial<HandoverEntry>) => void;
  place: ReturnType<typeof usePlace>;
  error: string | undefined;
}

/** Photo, signature and where it was: what shows later that it happened. */
export function ProofFields({ entry, change, place, error }: ProofProps) {
  const t = useTranslations("field.form");
  return (
    <section aria-label={t("proof")} className="flex flex-col gap-4">
      {error ? <p className="text-14 font-semibold text-bad">{error}</p> : null}
      <PhotoField entry={entry} change={change} />
      <SignaturePad value={entry.signature} onChange={(signature) => change({ signature })} />
      <PlaceRow shown={entry.place} place={place} />
    </section>
  );
}

/** What stands of the place, and the way to ask anew: a draft may bring an earlier one while none is found now. */
function PlaceRow({
  shown,
  place: { search, askAgain },
}: Pick<ProofProps, "place"> & { shown: HandoverEntry["place"] }) {
  const t = useTranslations("field.form.place");
  const { number } = useFormat();
  const mayAsk = search.state === "none" || search.state === "slow";
  return (
    <div className="flex min-h-13 items-center gap-2 border-y border-line py-1 text-15">
      {shown ? (
        <MapPin size={18} aria-hidden className="flex-none text-ok" />
      ) : (
        <MapPinOff size={18} aria-hidden className="flex-none text-text-2" />
      )}
      <p role="status" className="min-w-0 flex-1">
        {shown ? t("found") : t(search.state === "found" ? "asking" : search.state)}
        {shown ? (
          <span className="block text-14 text-text-2">
            {t("accuracy", { meters: number(Math.round(shown.accuracyMeters)) })}
          </span>
        ) : null}
      </p>
      {mayAsk ? (
        <Button size="small" icon={<RefreshCw size={16} aria-hidden />} onClick={askAgain}>
          {t("again")}
        </Button>
      ) : null}
    </div>
  );
}

function PhotoField({ entry, change }: Pick<ProofProps, "entry" | "change">) {
  const t = useTranslations("field.form");
  const input = useRef<HTMLInputElement>(null);
  const [isBad, setBad] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = await shrinkPhoto(file);
    setBad(bytes === null);
    if (bytes) change({ photo: toBase64(bytes) });
  };
  const kilobytes = entry.photo ? Math.ceil((entry.photo.length * 3) / 4 / 1024) : 0;
  return (
    <div>
      <p className="mb-1 text-control font-semibold">{t("photo")}</p>
      {entry.photo ? (
        // biome-ignore lint/performance/noImgElement: it lies in memory, no server can make it smaller
        <img
          src={`data:image/jpeg;base64,${entry.photo}`}
          alt={t("photoDone")}
          className="mb-2 max-h-56 w-full rounded-r2 border border-line object-cover"
        />
      ) : null}
      <Button block icon={<Camera size={20} aria-hidden />} onClick={() => input.current?.click()}>
        {entry.photo ? t("photoAgain") : t("photoTake")}
      </Button>
      {entry.photo ? (
        <p className="mt-1 text-13 text-text-2">{t("photoSize", { size: kilobytes })}</p>
      ) : null}
      {isBad ? <p className="mt-1 text-14 font-semibold text-bad">{t("photoBad")}</p> : null}
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={t("photo")}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </div>
  );
}
