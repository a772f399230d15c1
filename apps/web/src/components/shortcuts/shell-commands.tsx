"use client";

import { createContext, use } from "react";

/** What every page may open: the list of commands and the list of keys. */
export interface ShellCommands {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
}

const Commands = createContext<ShellCommands>({
  openPalette: () => undefined,
  openHelp: () => undefined,
});

export const ShellCommandsProvider = Commands.Provider;

export const useShellCommands = (): ShellCommands => use(Commands);
