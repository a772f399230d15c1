#!/bin/bash
# Runs once, when the volume of the PostgreSQL container is new: the four roles and the database.
set -euo pipefail
: "${OWNER_PASSWORD:?}" "${APP_PASSWORD:?}" "${WORKER_PASSWORD:?}" "${BACKUP_PASSWORD:?}"

psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set worker="$WORKER_PASSWORD" \
  --set backup="$BACKUP_PASSWORD" <<'SQL'
CREATE ROLE rembuk_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE rembuk_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app';
CREATE ROLE rembuk_worker LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'worker';
-- Reads every row of every kecamatan for the backup, and writes nothing.
CREATE ROLE rembuk_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS PASSWORD :'backup';
GRANT pg_read_all_data TO rembuk_backup;
ALTER ROLE rembuk_backup SET default_transaction_read_only = on;
CREATE DATABASE rembuk OWNER rembuk_owner TEMPLATE template0
  ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8';
SQL
