-- An innovation that no longer runs leaves the board: the board then needs no look at the innovations to know who lives.
GRANT DELETE ON innovation_health TO rembuk_worker;
