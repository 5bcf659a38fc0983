package dev.docket.backend.appeals;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.DueWithin;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which appeals must be decided when.
@Service
public class DeadlineBoard {
    private static final List<AppealState> OPEN = List.of(AppealState.RECEIVED, AppealState.IN_REVIEW);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final BoardRows rows;
    private final Clock clock;

    DeadlineBoard(BoardRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// @param state of [AppealState]; null for all that are open
    /// @param due of [DueWithin]; null for all
    /// @param zone whose days and weeks count; null for UTC
    @Transactional(readOnly = true)
    public AppealBoard read(Caller.Person reader, @Nullable String state, @Nullable String due, @Nullable String zone) {
        var errors = new FieldErrors();
        AppealState only = parse(errors, "/state", state, DeadlineBoard::stateOf);
        DueWithin within = parse(errors, "/due", due, DueWithin::of);
        ZoneId days = zoneOf(errors, zone);
        errors.throwIfAny();

        var columns = Deadline.Columns.at(clock.instant(), days);
        var counts = rows.counts(columns);
        var list = rows.list(stored(only), from(within, columns), to(within, columns), reader.id()).stream()
                .map(row -> row(row, columns))
                .filter(row -> only == null || row.state() == only)
                .filter(row -> within == null || row.due() == within)
                .toList();
        return new AppealBoard(
                new AppealBoard.Counts(counts.overdue(), counts.today(), counts.thisWeek(), counts.later()), list);
    }

    /// One that is held counts as in review, though nothing of it is stored yet.
    private static List<AppealState> stored(@Nullable AppealState only) {
        return only == null || OPEN.contains(only) ? OPEN : List.of(only);
    }

    private static Instant from(@Nullable DueWithin within, Deadline.Columns columns) {
        return switch (within) {
            case TODAY, THIS_WEEK -> columns.now();
            case LATER -> columns.tomorrow();
            case OVERDUE -> EARLIEST;
            case null -> EARLIEST;
        };
    }

    private static Instant to(@Nullable DueWithin within, Deadline.Columns columns) {
        return switch (within) {
            case OVERDUE -> columns.now();
            case TODAY -> columns.tomorrow();
            case THIS_WEEK -> columns.nextWeek();
            case LATER -> LATEST;
            case null -> LATEST;
        };
    }

    private static AppealBoard.Row row(BoardRows.Row row, Deadline.Columns columns) {
        boolean open = OPEN.contains(row.state());
        return new AppealBoard.Row(
                row.id().toString(),
                row.task().toString(),
                open && row.held() ? AppealState.IN_REVIEW : row.state(),
                row.role(),
                row.veiled() ? List.of() : row.policies(),
                row.veiled() ? null : row.severity(),
                row.language(),
                row.receivedAt(),
                row.dueAt(),
                columns.of(row.dueAt()),
                row.held(),
                row.independent(),
                row.state() == AppealState.DECIDED ? row.outcome() : null);
    }

    private static AppealState stateOf(String name) {
        return AppealState.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static <T> @Nullable T parse(
            FieldErrors errors, String pointer, @Nullable String value, Function<String, T> reader) {
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException unknown) {
            errors.add(pointer, allowed(pointer));
            return null;
        }
    }

    private static String allowed(String pointer) {
        return pointer.equals("/state")
                ? "one of " + Arrays.toString(AppealState.values())
                : "one of "
                        + Arrays.stream(DueWithin.values()).map(DueWithin::wire).toList();
    }

    private static ZoneId zoneOf(FieldErrors errors, @Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            errors.add("/zone", "a time zone such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }
}
