"use client";

import { type AnchorHTMLAttributes, createContext, type ElementType, type Ref, use } from "react";

const LinkContext = createContext<ElementType>("a");

/**
 * Makes every link inside the components use the router's own link (for example Next's `Link`).
 * Without it they are plain anchors.
 */
export function LinkProvider({
  component,
  children,
}: {
  component: ElementType;
  children: React.ReactNode;
}) {
  return <LinkContext value={component}>{children}</LinkContext>;
}

export type AppLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link without looks, through the application's router. */
export function AppLink(props: AppLinkProps) {
  const Link = use(LinkContext);
  return <Link {...props} />;
}

/** A link in running text: brand coloured, underlined. */
export function TextLink({ className, ...props }: AppLinkProps) {
  return (
    <AppLink
      {...props}
      className={`text-brand underline decoration-1 underline-offset-2 hover:text-brand-hover ${className ?? ""}`}
    />
  );
}
