-- Monthly partitions of what grows for ever, made before their month begins by a job that may not alter tables: the
-- function runs with its owner's rights and can do nothing else.
-- Locks: none, a new function; making a partition locks its parent for a moment. Undo: drop the function.
CREATE FUNCTION ensure_partitions(parent regclass, months_ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS
$$
DECLARE
    this_month timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
    first_day  timestamp;
    child      text;
    made       integer := 0;
BEGIN
    IF parent NOT IN ('audit_entry'::regclass, 'decision'::regclass) THEN
        RAISE EXCEPTION '% is not partitioned by month', parent;
    END IF;
    SET LOCAL lock_timeout = '5s';
    PERFORM pg_advisory_xact_lock(hashtext('docket.partitions'));
    FOR month IN 0..least(months_ahead, 12) LOOP
        first_day := this_month + make_interval(months => month);
        child := parent::text || '_' || to_char(first_day, 'YYYY_MM');
        CONTINUE WHEN to_regclass(quote_ident(child)) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE %I PARTITION OF %s FOR VALUES FROM (%L) TO (%L)', child, parent,
                           first_day::text || '+00', (first_day + interval '1 month')::text || '+00');
            made := made + 1;
        EXCEPTION WHEN check_violation THEN
            -- Rows of that month are in the default partition already, where they are safe and found.
            RAISE WARNING 'partition % cannot be made: its rows are in the default partition', child;
        END;
    END LOOP;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION ensure_partitions FROM PUBLIC;
SELECT ensure_partitions('audit_entry', 1), ensure_partitions('decision', 1);
