"use client";

/** The village's own home, composed here when it exists. */
export function VillagePart() {
  return null;
}
