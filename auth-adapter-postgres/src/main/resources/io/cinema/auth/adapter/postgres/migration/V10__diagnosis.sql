-- So that "auth-cli doctor", which runs as the service does, can tell which migrations are missing.
GRANT SELECT ON auth.flyway_schema_history TO "${runtimeRole}";
