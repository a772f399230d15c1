"use client";

import { useMemo } from "react";
import { qrPath } from "@/lib/qr-path";

/** A QR code as a drawing: sharp on paper, no image to load. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="block size-full"
    >
      <path d={path} fill="#161d1c" />
    </svg>
  );
}
