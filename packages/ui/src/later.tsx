"use client";

import {
  cloneElement,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";

/** A part of the code that a page can be read without. */
export interface Later<Part> {
  readonly ask: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Null until it has come. */
  readonly get: () => Part | null;
}

/** A cut connection is back within these (ms); longer than the last nobody waits for a button. */
const AGAIN_AFTER_MS = [300, 1_000, 3_000, 8_000];

/** Loads a part of the code; a cut connection is followed by further tries. @throws what the last one threw */
export async function insistently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const pause of AGAIN_AFTER_MS) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return load();
}

/**
 * @param load answers the part; it is asked insistently, so that a button pressed on a poor line does
 *   what it says a moment later. After the last try it is asked for at the next need.
 */
export function createLater<Part>(load: () => Promise<Part>): Later<Part> {
  let part: Part | null = null;
  let isAsked = false;
  const listeners = new Set<() => void>();
  return {
    ask: () => {
      if (isAsked) return;
      isAsked = true;
      insistently(load).then(
        (came) => {
          part = came;
          for (const listener of listeners) listener();
        },
        () => {
          isAsked = false;
        },
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => part,
  };
}

/** What people came for is fetched and drawn by then (ms after the page has loaded). */
const REST_MS = 1_500;
/** Later than this nothing is waited for (ms). */
const LONGEST_WAIT_MS = 3_000;

/** A phone pays for every byte, and knows no keys that want an answer at once. */
export const isAtDesk = (): boolean => window.matchMedia("(min-width: 768px)").matches;

/**
 * Calls back once the page stands and the browser has nothing else to do; on a phone never: there
 * things come when they are wanted. Answers the way to stop.
 */
export function atRest(callback: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const whenIdle = () => {
    // Safari knows no idle callbacks.
    if (!("requestIdleCallback" in window)) return callback();
    const id = requestIdleCallback(callback, { timeout: LONGEST_WAIT_MS });
    signal.addEventListener("abort", () => cancelIdleCallback(id));
  };
  const rest = () => {
    if (!isAtDesk()) return;
    const timer = setTimeout(whenIdle, REST_MS);
    signal.addEventListener("abort", () => clearTimeout(timer));
  };
  if (document.readyState === "complete") rest();
  else window.addEventListener("load", rest, { once: true, signal });
  return () => stop.abort();
}

/** The part, or null until it has come: it is asked for when the page is at rest. */
export function useLater<Part>(later: Later<Part>): Part | null {
  useEffect(() => atRest(later.ask), [later]);
  return useSyncExternalStore(later.subscribe, later.get, () => null);
}

/** The part, or null until it has come: it is asked for as soon as it is wanted. */
export function useWanted<Part>(later: Later<Part>, isWanted: boolean): Part | null {
  useEffect(() => {
    if (isWanted) later.ask();
  }, [later, isWanted]);
  return useSyncExternalStore(later.subscribe, later.get, () => null);
}

/** What a surface takes over from the button that stood in for it. */
export interface TakenOver {
  /** The button was pressed before the surface came. */
  readonly isWanted: boolean;
  readonly hadFocus: RefObject<boolean>;
}

type Trigger = ReactElement<HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> }>;

interface StandInProps {
  trigger: ReactElement;
  kind: "menu" | "dialog";
  onWanted: () => void;
  hadFocus: RefObject<boolean>;
}

/** The button alone, by looks and roles what it will be. */
function StandIn({ trigger, kind, onWanted, hadFocus }: StandInProps) {
  const button = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      hadFocus.current = button.current !== null && button.current === document.activeElement;
    },
    [hadFocus],
  );
  return cloneElement(trigger as Trigger, {
    ref: button,
    "aria-haspopup": kind,
    "aria-expanded": false,
    onClick: onWanted,
    onKeyDown: (event: KeyboardEvent) => {
      if (kind !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      onWanted();
    },
  });
}

/** A button whose surface comes later: until then the button alone, which remembers being pressed. */
export function useStandIn<Part>(
  later: Later<Part>,
  props: {
    readonly trigger: ReactElement;
    readonly kind: "menu" | "dialog";
    readonly onOpenChange?: ((open: boolean) => void) | undefined;
  },
): { readonly Part: Part | null; readonly standIn: ReactElement; readonly taken: TakenOver } {
  const Part = useLater(later);
  const [isWanted, setWanted] = useState(false);
  const hadFocus = useRef(false);
  const onWanted = () => {
    setWanted(true);
    props.onOpenChange?.(true);
    later.ask();
  };
  const { trigger, kind } = props;
  return {
    Part,
    standIn: <StandIn trigger={trigger} kind={kind} onWanted={onWanted} hadFocus={hadFocus} />,
    taken: { isWanted, hadFocus },
  };
}

/** For the button of the surface itself: the focus goes on where it was. */
export function useTakenFocus({
  isWanted,
  hadFocus,
}: TakenOver): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (hadFocus.current && !isWanted) button.current?.focus();
    hadFocus.current = false;
  }, [hadFocus, isWanted]);
  return button;
}
