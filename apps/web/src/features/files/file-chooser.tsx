"use client";

import { pickerTypes } from "@rembuk/domain/files/accepted-kinds";
import type { ChangeEvent, RefObject } from "react";

/** The browser's own chooser, opened by a button; emptied, so that the same file can be chosen again. */
export function FileChooser(props: {
  inputRef: RefObject<HTMLInputElement | null>;
  label: string;
  /** By the camera of a phone, one photo. Asked for JPEG, a phone that keeps HEIC hands over JPEG. */
  isCamera?: boolean;
  /** One file alone. */
  isSingle?: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <input
      ref={props.inputRef}
      type="file"
      hidden
      multiple={!props.isCamera && !props.isSingle}
      accept={props.isCamera ? "image/jpeg" : pickerTypes}
      capture={props.isCamera ? "environment" : undefined}
      aria-label={props.label}
      onChange={choose}
    />
  );
}
