"use client";

import { Button } from "@rembuk/ui/button";
import { useTranslations } from "next-intl";
import { type PointerEvent, useEffect, useRef } from "react";
import { bytesOfCanvas } from "../photo";
import { fromBase64, toBase64 } from "../seal";

const width = 640;
const height = 240;

/** A signature with a finger; who cannot write presses a thumb on it. */
export function SignaturePad({
  value,
  onChange,
}: {
  /** PNG, base64 */
  value: string | null;
  onChange: (png: string | null) => void;
}) {
  const t = useTranslations("field.form");
  const pad = useRef<HTMLCanvasElement>(null);
  const isDrawing = useRef(false);
  const initial = useRef(value);
  useEffect(() => {
    const canvas = pad.current;
    if (!canvas || !initial.current) return;
    createImageBitmap(new Blob([fromBase64(initial.current)])).then(
      (image) => canvas.getContext("2d")?.drawImage(image, 0, 0),
      () => undefined,
    );
  }, []);
  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return [
      ((clientX - box.left) * width) / box.width,
      ((clientY - box.top) * height) / box.height,
    ] as const;
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = pad.current?.getContext("2d");
    if (!context) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    context.lineWidth = 4;
    context.lineCap = "round";
    // Ink on paper in both themes: it is printed later.
    context.strokeStyle = "#1d2b33";
    context.beginPath();
    context.moveTo(...pointOf(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!isDrawing.current) return;
    const context = pad.current?.getContext("2d");
    context?.lineTo(...pointOf(event));
    context?.stroke();
  };
  const end = async () => {
    if (!isDrawing.current || !pad.current) return;
    isDrawing.current = false;
    const bytes = await bytesOfCanvas(pad.current, "image/png");
    if (bytes) onChange(toBase64(bytes));
  };
  const clear = () => {
    pad.current?.getContext("2d")?.clearRect(0, 0, width, height);
    onChange(null);
  };
  return (
    <div>
      <p className="mb-1 flex items-center text-control font-semibold">
        {t("signature")}
        {value ? (
          <Button tone="quiet" size="small" className="ml-auto" onClick={clear}>
            {t("clear")}
          </Button>
        ) : null}
      </p>
      <canvas
        ref={pad}
        width={width}
        height={height}
        role="img"
        aria-label={value ? t("signatureDone") : t("signatureHint")}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={() => void end()}
        onPointerCancel={() => void end()}
        className="block h-auto w-full touch-none rounded-r2 border border-line-control bg-white"
      />
      <p className="mt-1 text-13 text-text-2">{t("signatureHint")}</p>
    </div>
  );
}
