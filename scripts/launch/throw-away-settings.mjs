/** Server settings for clusters whose data nobody needs after a crash. */
export const THROW_AWAY_SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "300",
  max_wal_size: "2GB",
};
