import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";

export interface PageHeaderProps {
  /** The page above this one; null: this reader has none. */
  back?: { readonly href: string; readonly label: ReactNode } | null;
  title: ReactNode;
  /** Beside the title: its state. */
  beside?: ReactNode;
  /** Buttons at the end of the line; the one that is meant most stands last. */
  actions?: ReactNode;
  /** What the page is, in a sentence. */
  lead?: ReactNode;
  /** What narrows the list below, or papers of the matter. */
  children?: ReactNode;
}

/** Head of a page that scrolls as one: where it stands, what it is, what can be done. */
export function PageHeader({ back, title, beside, actions, lead, children }: PageHeaderProps) {
  return (
    <header className="border-b border-line bg-surface px-4 py-3.5 sm:px-7">
      {back ? (
        <AppLink
          href={back.href}
          className="inline-flex min-h-8 max-w-full items-center gap-1.5 text-13 font-semibold text-brand"
        >
          <ArrowLeft size={14} aria-hidden className="flex-none" />
          <span className="min-w-0 truncate">{back.label}</span>
        </AppLink>
      ) : null}
      <div className="flex flex-col gap-x-4 gap-y-2.5 sm:flex-row sm:flex-wrap sm:items-start">
        <div className="min-w-0 sm:flex-1 sm:basis-[260px]">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="min-w-0 text-22 font-bold tracking-[-0.02em] break-words">{title}</h1>
            {beside}
          </div>
          {lead ? <p className="mt-0.5 max-w-[76ch] text-text-2">{lead}</p> : null}
        </div>
        {actions ? (
          <div className="flex flex-wrap items-center gap-2 empty:hidden">{actions}</div>
        ) : null}
      </div>
      {children ? (
        <div className="mt-3 flex flex-wrap items-center gap-2.5 empty:hidden">{children}</div>
      ) : null}
    </header>
  );
}
