/** What a badge prints: "9+" from ten on, nothing for none. Apart from the words of notices, which come with their list. */
export const badgeText = (unread: number): string | undefined =>
  unread === 0 ? undefined : unread > 9 ? "9+" : String(unread);
