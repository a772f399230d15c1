import { randomUUID } from "node:crypto";
import { connect, connectReads, type Database } from "@rembuk/db/client";
import { type FreshDatabase, freshDatabase } from "@rembuk/db/testing/fresh-database";
import { hashPassword } from "./hash-password";
import type { SessionContext } from "./session-queries";

export const PASSWORD = "titian bambu lapuk";

/** A database with one clock that tests turn by hand. */
export interface Stage {
  /** For arranging and for looking at rows whole, which the web's role cannot. */
  readonly everything: Database;
  readonly ctx: SessionContext;
  readonly wait: (minutes: number) => void;
  readonly end: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const fresh: FreshDatabase = await freshDatabase();
  const db = connect({ url: fresh.appUrl, name: "test", poolSize: 5 });
  const reads = connectReads({ url: fresh.appUrl, name: "test", poolSize: 2 });
  const everything = connect({ url: fresh.workerUrl, name: "test-worker", poolSize: 2 });
  let now = new Date("2026-11-21T02:00:00Z");
  return {
    everything,
    ctx: { db, reads, now: () => now },
    wait: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    end: async () => {
      await Promise.all([reads.end(), db.$disconnect(), everything.$disconnect()]);
      await fresh.drop();
    },
  };
}

interface NewUser {
  readonly username: string;
  readonly role?: string;
  readonly areaCode?: string;
  readonly endsOn?: Date;
}

/** A person with a password and one assignment; answers the id. */
export async function addUser(db: Database, user: NewUser): Promise<string> {
  const id = randomUUID();
  await db.user.create({
    data: {
      id,
      username: user.username,
      email: `${user.username}@kantor.example`,
      displayName: "Seseorang (fiktif)",
      passwordHash: await hashPassword(PASSWORD),
    },
  });
  await db.assignment.create({
    data: {
      id: randomUUID(),
      userId: id,
      role: user.role ?? "triage-officer",
      areaCode: user.areaCode ?? "63.11.07",
      startsOn: new Date("2026-01-01"),
      endsOn: user.endsOn ?? null,
    },
  });
  return id;
}
