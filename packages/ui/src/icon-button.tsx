"use client";

import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { AppLink, type AppLinkProps } from "./app-link";
import { type ButtonTone, buttonLook } from "./button-look";
import { cx } from "./class-names";

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>;
  /** The button's name; also its tooltip. */
  label: string;
  icon: ReactNode;
  tone?: ButtonTone;
  size?: "small" | "medium";
  /** A number in the corner, printed; say it in the label as well. */
  badge?: string;
}

/** A button whose only content is an icon; it always has a name. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, tone = "quiet", size = "medium", badge, className, ...rest } = props;
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={cx(
        buttonLook(tone, size === "small" ? "icon-small" : "icon"),
        "relative flex-none",
        className,
      )}
    >
      {icon}
      {badge ? <Badge>{badge}</Badge> : null}
    </button>
  );
}

/** An icon-only link. */
export function IconLink(
  props: AppLinkProps & { label: string; icon: ReactNode; tone?: ButtonTone; badge?: string },
) {
  const { label, icon, tone = "quiet", badge, className, ...rest } = props;
  return (
    <AppLink
      title={label}
      aria-label={label}
      {...rest}
      className={cx(buttonLook(tone, "icon"), "relative flex-none", className)}
    >
      {icon}
      {badge ? <Badge>{badge}</Badge> : null}
    </AppLink>
  );
}

function Badge({ children }: { children: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        "absolute -top-0.5 -right-0.5 min-w-[15px] rounded-[3px] bg-bad px-[3px] text-center",
        "text-[10px] leading-[15px] font-bold text-on-bad",
      )}
    >
      {children}
    </span>
  );
}
