"use client";

import { readLineCode } from "@rembuk/domain/handovers/line-code";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { openQrDetector } from "./qr-detector";

const PAUSE_MS = 150;
type Trouble = "noCamera" | "noReader";

/** Looks through the camera until a code of the sheet is seen. Nothing of what it sees is kept. */
const watch = async (
  video: HTMLVideoElement,
  isOver: () => boolean,
  onText: (text: string) => boolean,
): Promise<void> => {
  const detector = await openQrDetector();
  while (!isOver()) {
    const found = video.readyState >= 2 ? await detector.detect(video).catch(() => []) : [];
    if (found.some(({ rawValue }) => onText(rawValue))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};

/** The camera, for the QR of a line on the paper sheet. @param onCode true: the line was found */
export function ScanCode({
  onCode,
  onClose,
}: {
  onCode: (code: string) => boolean;
  onClose: () => void;
}) {
  const t = useTranslations("field.scan");
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isForeign, setForeign] = useState(false);
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    let over = false;
    let stream: MediaStream | null = null;
    const start = async () => {
      const element = video.current;
      const facing = { video: { facingMode: "environment" } };
      stream = await navigator.mediaDevices.getUserMedia(facing).catch(() => null);
      if (!stream || !element) return setTrouble("noCamera");
      if (over) return stop();
      element.srcObject = stream;
      await element.play().catch(() => undefined);
      const onText = (text: string) => {
        const code = readLineCode(text);
        const isFound = code !== null && told.current(code);
        setForeign(!isFound);
        return isFound;
      };
      await watch(element, () => over, onText).catch(() => setTrouble("noReader"));
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    void start();
    return () => {
      over = true;
      stop();
    };
  }, []);
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2">
      {trouble ? (
        <Notice tone="warn" live>
          {t(trouble)}
        </Notice>
      ) : (
        <>
          <video
            ref={video}
            muted
            playsInline
            className="aspect-[4/3] w-full rounded-r2 border border-line bg-black object-cover"
          />
          <p role="status" className="text-14 text-text-2">
            {t(isForeign ? "foreign" : "hint")}
          </p>
        </>
      )}
      <Button block onClick={onClose}>
        {t("close")}
      </Button>
    </section>
  );
}
