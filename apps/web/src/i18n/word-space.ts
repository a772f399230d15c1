import type messages from "../messages/id.json";

/** A first-level part of the catalogue, such as "queue". */
export type WordSpace = keyof typeof messages;
