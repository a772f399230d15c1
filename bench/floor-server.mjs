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
      text: `WITH c AS (INSERT INTO "case" SELECT n.* FROM "case" o,
        LATERAL jsonb_populate_record(o, jsonb_build_object('id', $1::text, 'number', $2::text,
          'tracking_hash', '\\x' || md5($1::text), 'is_open', true, 'status', 'received')) n WHERE o.id = $3::uuid RETURNING id)
      INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
      SELECT gen_random_uuid(), 'case.opened', 'case/' || id, '63.11.07', $4::uuid, '{}', $5::timestamptz FROM c`,
      values: [id, input.number, input.like, ctx.userId, now],
    });
    return { id };
  });

const show = signedIn.input(z.object({ id: z.uuid() })).query(async ({ input }) => {
  const [found, events] = await Promise.all([
    pool.query({ name: "show", text: 'SELECT * FROM "case" WHERE id = $1', values: [input.id] }),
    pool.query({
      name: "history",
      text: "SELECT * FROM domain_event WHERE subject = $1 ORDER BY occurred_at, id LIMIT 200",
      values: [`case/${input.id}`],
    }),
  ]);
  return { ...found.rows[0], events: events.rows };
});

const change = signedIn.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
  await pool.query({
    name: "change",
    text: `WITH c AS (UPDATE "case" SET status = 'triaged', version = version + 1, updated_at = now() WHERE id = $1 RETURNING id, subdistrict_code),
      n AS (INSERT INTO case_note (id, case_id, subdistrict_code, author_id, audience, purpose, body, created_at)
        SELECT gen_random_uuid(), id, subdistrict_code, $2::uuid, 'internal', 'note', 'Berkas lengkap.', now() FROM c)
      INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
      SELECT gen_random_uuid(), 'case.triaged', 'case/' || id, subdistrict_code, $2::uuid, '{}', now() FROM c`,
    values: [input.id, ctx.userId],
  });
  return { id: input.id };
});

createHTTPServer({
  router: t.router({ list, create, show, change }),
  createContext: ({ req }) => ({ secretHash: req.headers["x-secret-hash"] }),
}).listen(Number(process.env.PORT), "127.0.0.1");
