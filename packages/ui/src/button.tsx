"use client";

import { LoaderCircle } from "lucide-react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";
import { AppLink, type AppLinkProps } from "./app-link";
import { type ButtonSize, type ButtonTone, buttonLook } from "./button-look";
import { cx } from "./class-names";
import { Kbd } from "./kbd";

interface ButtonParts {
  /** One `primary` per view; `danger` is outlined, never solid. Default `secondary`. */
  tone?: ButtonTone;
  size?: ButtonSize;
  block?: boolean;
  icon?: ReactNode;
  /** Key shown at the end; binding it is the caller's task. */
  hint?: string;
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonParts {
  ref?: Ref<HTMLButtonElement>;
  /** Work is under way: the button stays focusable, ignores clicks and reports `aria-busy`. */
  pending?: boolean;
  /** Replaces the label while pending ("Menyimpan"). */
  pendingLabel?: string;
}

/** A button. `type` is "button" unless given, so that it never sends a form by accident. */
export function Button(props: ButtonProps) {
  const { tone, size, block, icon, hint, pending, pendingLabel, children, className, ...rest } =
    props;
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) {
      event.preventDefault();
      return;
    }
    rest.onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={onClick}
      aria-disabled={pending || rest["aria-disabled"]}
      aria-busy={pending || undefined}
      className={cx(buttonLook(tone, size, block), className)}
    >
      {pending ? <LoaderCircle size={16} aria-hidden className="motion-safe:animate-spin" /> : icon}
      {pending && pendingLabel ? pendingLabel : children}
      {hint && !pending ? <Hint>{hint}</Hint> : null}
    </button>
  );
}

/** A link with the looks of a button. */
export function ButtonLink(props: AppLinkProps & ButtonParts) {
  const { tone, size, block, icon, hint, children, className, ...rest } = props;
  return (
    <AppLink {...rest} className={cx(buttonLook(tone, size, block), className)}>
      {icon}
      {children}
      {hint ? <Hint>{hint}</Hint> : null}
    </AppLink>
  );
}

/** Keys mean nothing to a finger: the hint shows only where there is a fine pointer. */
function Hint({ children }: { children: string }) {
  return (
    <Kbd inherit className="pointer-coarse:hidden">
      {children}
    </Kbd>
  );
}
