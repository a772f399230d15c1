import { AppLink } from "./app-link";
import { cx } from "./class-names";

export interface TabLink {
  href: string;
  label: string;
  /** Null: not known yet, its place is kept. */
  count?: string | null;
  current?: boolean;
}

/** Views of one list as links; the address is the state. Scrolls sideways when narrow. */
export function Tabs({
  label,
  tabs,
  className,
}: {
  /** Name of the navigation. */
  label: string;
  tabs: readonly TabLink[];
  className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={cx("flex items-stretch gap-0.5 overflow-x-auto [scrollbar-width:none]", className)}
    >
      {tabs.map((tab) => (
        <AppLink
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={cx(
            "flex min-h-[max(40px,var(--target-min))] flex-none items-center gap-1.5 border-y-2",
            "border-t-transparent px-[9px] text-control whitespace-nowrap no-underline",
            "focus-visible:outline-offset-[-3px]",
            tab.current
              ? "border-b-brand font-semibold text-text"
              : "border-b-transparent font-medium text-text-2 hover:text-text",
          )}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="min-w-[2ch] text-12 font-medium text-text-3">{tab.count}</span>
          )}
        </AppLink>
      ))}
    </nav>
  );
}
