import { Fragment } from "react";

/** Text with what was looked for marked. The pieces come as text and are written as text. */
export function MarkedText(props: {
  passage: readonly { readonly text: string; readonly isHit: boolean }[];
}) {
  let at = 0;
  return props.passage.map(({ text, isHit }) => {
    at += text.length;
    return isHit ? (
      <mark key={at} className="rounded-r1 bg-selected font-semibold text-text">
        {text}
      </mark>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    );
  });
}
