import { createLater } from "@rembuk/ui/later";

// A phone needs no table and a desk no cards: the one of them is fetched beside its rows.
export const table = createLater(() => import("./queue-list").then(({ QueueList }) => QueueList));
export const cards = createLater(() =>
  import("./queue-cards").then(({ QueueCards }) => QueueCards),
);
