import type { CaseAction } from "@rembuk/domain/cases/lifecycle";
import type { PlaceKey } from "../app-shell/navigation";

/**
 * Every key of the office, in one table: the screens bind from it and the help is drawn from it.
 * A key is what `KeyboardEvent.key` says: "J" is j with Shift.
 */

/** Anywhere, also while somebody types: with Ctrl or Cmd. */
export const paletteKey = "k";
/** Begins a jump: `g`, then the letter of a place. */
export const jumpKey = "g";
export const helpKey = "?";

/** The letter of each place after `g`; one place has only one of the names of the list of cases. */
export const placeKeys: Readonly<Record<PlaceKey, string>> = {
  home: "h",
  queue: "a",
  villageCases: "a",
  sectorCases: "a",
  desk: "l",
  newCase: "m",
  board: "p",
  impact: "c",
  trips: "v",
  innovations: "x",
  coaching: "q",
  field: "y",
  notifications: "b",
  families: "f",
  programs: "w",
  people: "o",
  rules: "r",
  onboarding: "u",
  duty: "i",
  calendar: "t",
  audit: "j",
  retention: "e",
  glass: "d",
  assessment: "z",
  operations: "k",
  mailbox: "s",
  account: "n",
};

/** On the list of cases. */
export const listKeys = {
  down: ["j"],
  up: ["k"],
  open: ["Enter", "o"],
  check: ["x"],
  extendDown: ["J"],
  extendUp: ["K"],
  checkAll: ["X"],
  uncheck: ["Escape"],
  undo: ["u"],
  search: ["/"],
  refresh: ["r"],
  create: ["c"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ListKey = keyof typeof listKeys;

/** On the board of innovations. */
export const boardKeys = {
  down: ["j"],
  up: ["k"],
  open: ["Enter", "o"],
  close: ["Escape"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BoardKey = keyof typeof boardKeys;

/** What a person does to a case besides the steps of its state. */
export const extraActs = ["assign", "note", "macro"] as const;
export type ExtraAct = (typeof extraActs)[number];
/** An act on a case that a key or the palette begins. */
export type CaseAct = CaseAction | ExtraAct;

/**
 * On one case, or on all that are checked. Two acts share a letter only where no case offers both:
 * the test beside this file walks the state machine.
 */
export const caseKeys: Readonly<Record<CaseAct, string>> = {
  triage: "v",
  route: "d",
  dispose: "d",
  assign: "t",
  note: "n",
  macro: "m",
  accept: "a",
  decline: "b",
  "return-proposal": "b",
  resolve: "s",
  confirm: "y",
  reopen: "l",
  hold: "w",
  resume: "p",
  "send-link": "i",
  close: "q",
  "ask-info": "i",
  complete: "p",
  amend: "e",
  redirect: "w",
  archive: "q",
  cancel: "z",
  merge: "h",
  "undo-merge": "h",
  split: "f",
};

/** Keys of the acts that can be done to many cases at once. */
export const bulkActs = [
  "triage",
  "route",
  "assign",
  "accept",
  "note",
  "resolve",
  "macro",
] as const;
export type BulkAct = (typeof bulkActs)[number];

/** A key as it is printed on a cap. */
export const keyCap = (key: string): string => {
  if (key === "Escape") return "Esc";
  return /^[A-Z]$/.test(key) ? `Shift ${key.toLowerCase()}` : key;
};
