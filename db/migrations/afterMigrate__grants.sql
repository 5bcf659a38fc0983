-- What the application's role may do: read and write rows. It cannot alter a table, and what the audit trail says it can
-- neither change nor delete. On a server where one given user does both jobs there is nothing to grant.
DO
$$
DECLARE
    application text := '${application_role}';
    name        text;
BEGIN
    IF application = current_user OR NOT EXISTS (SELECT FROM pg_roles WHERE rolname = application) THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), application);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), application);
    -- Partitions are reached through their parent, whose grants decide.
    FOR name IN SELECT quote_ident(c.relname) FROM pg_class c
                 WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                   AND NOT c.relispartition LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', name, application);
    END LOOP;
    EXECUTE format('REVOKE UPDATE, DELETE ON audit_entry, audit_link FROM %I', application);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %I', application);
    EXECUTE format('GRANT EXECUTE ON FUNCTION ensure_partitions TO %I', application);
END
$$;
