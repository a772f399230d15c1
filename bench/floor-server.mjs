/**
 * The stack floor: tRPC standalone + session lookup + prepared `pg`, the same SQL and rows, with no
 * row-level security, permissions, mapping or framework. What the parts can do on this machine.
 *
 *   DATABASE_URL=… PORT=… node floor-server.mjs
 */
import { randomUUID } from "node:crypto";
import { initTRPC } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import pg from "pg";
import superjson from "superjson";
import { z } from "zod";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const t = initTRPC.context().create({ transformer: superjson });

const signedIn = t.procedure.use(async ({ ctx, next }) => {
  const { rows } = await pool.query({
    name: "session",
    text: 'SELECT s.user_id FROM "session" s JOIN "user" u ON u.id = s.user_id WHERE s.secret_hash = $1 AND s.ended_at IS NULL',
    values: [ctx.secretHash],
  });
  if (!rows[0]) throw new Error("not signed in");
  return next({ ctx: { userId: rows[0].user_id } });
});

const list = signedIn.input(z.object({ subdistrictCode: z.string() })).query(async ({ input }) => {
  const { rows } = await pool.query({
    name: "list",
    text: `SELECT c.*, u.display_name AS responsible_name FROM (
      SELECT c.* FROM "case" c WHERE c.is_open AND c.subdistrict_code = $1 ORDER BY c.due_at, c.id LIMIT 51) c
      LEFT JOIN "user" u ON u.id = c.responsible_id ORDER BY c.due_at, c.id`,
    values: [input.subdistrictCode],
  });
  return rows;
});

const create = signedIn
  .input(z.object({ like: z.uuid(), number: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const id = randomUUID();
    const now = new Date();
    await pool.query({
      name: "create",
      text: `WITH c AS (INSERT INTO "case" SELECT (jsonb_populate_record(o, jsonb_build_object('id', $1::text, 'number', $2::text,
        'tracking_hash', '\\x' || md5($1::text), 'is_open', true, 'status', 'received'))).* FROM "case" o WHERE o.id = $3::uuid RETURNING id)
      INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
      SELECT gen_random_uuid(), 'case.opened', 'case/' || id, '63.11.07', $4::uuid, '{}', $5::timestamptz FROM c`,
      values: [id, input.number, input.like, ctx.userId, now],
    });
    return { id };
  });

createHTTPServer({
  router: t.router({ list, create }),
  createContext: ({ req }) => ({ secretHash: req.headers["x-secret-hash"] }),
}).listen(Number(process.env.PORT), "127.0.0.1");
