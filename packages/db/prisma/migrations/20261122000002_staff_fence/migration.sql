-- The secrets of staff are not readable by the web's role: no list, join or forgotten `select` can
-- carry one out. Every other column stays readable, by name: a column that a later migration adds is
-- not, until it is granted. Writing stays as it was.
REVOKE SELECT ON "user", "session", reset_code FROM rembuk_app;
GRANT SELECT (id, username, email, phone, display_name, must_change_password, oidc_subject, locale,
  disabled_at, created_by_id, created_at) ON "user" TO rembuk_app;
GRANT SELECT (id, user_id, created_at, last_seen_at, idle_minutes, expires_at, ended_at, user_agent)
  ON "session" TO rembuk_app;
GRANT SELECT (id, user_id, created_by_id, created_at, expires_at, used_at) ON reset_code TO rembuk_app;

-- What signing in needs of them, one row at a time, as owner. STABLE: once for each statement.
-- A session is found only by who knows its hash, and its hash is never told.
CREATE FUNCTION session_of(hash text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT id FROM "session" WHERE secret_hash = hash $$;

-- argon2id is verified by the web, so the hash of the one account must come out.
CREATE FUNCTION password_hash_of(account uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT password_hash FROM "user" WHERE id = account AND disabled_at IS NULL $$;

CREATE FUNCTION has_password(account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT password_hash IS NOT NULL FROM "user" WHERE id = account $$;

-- Of a code that could still be redeemed: used and expired ones tell nothing.
CREATE FUNCTION reset_code_hash_of(code uuid, at timestamptz) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT code_hash FROM reset_code WHERE id = code AND used_at IS NULL AND expires_at > at $$;

REVOKE ALL ON FUNCTION session_of(text), password_hash_of(uuid), has_password(uuid),
  reset_code_hash_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_of(text), password_hash_of(uuid), has_password(uuid),
  reset_code_hash_of(uuid, timestamptz) TO rembuk_app, rembuk_worker;
