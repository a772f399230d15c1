/** Below it a count could point at somebody: coach, kabupaten and public read no smaller one. */
export const smallestShown = 5;
