#!/usr/bin/env bash
# Run by the image of Postgres, once, when its volume is empty: the role that owns the schema, the role the service runs
# as, and the database. Passwords come from the environment and go through psql, which quotes them.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'END'
\getenv owner_password AUTH_MIGRATION_PASSWORD
\getenv service_password AUTH_DATABASE_PASSWORD
CREATE ROLE auth_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE auth_service LOGIN PASSWORD :'service_password';
CREATE DATABASE auth OWNER auth_owner;
REVOKE ALL ON DATABASE auth FROM PUBLIC;
GRANT CONNECT ON DATABASE auth TO auth_service;
END
