package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.dto.floor.FloorView.QueueOnFloor;
import dev.docket.dto.floor.Forecast;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One queue looked at closely: what is promised of it, and how much will come in the next day. Use on the FX thread
/// only.
public final class QueueOutlook {
    private static final int HOURS = 24;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 10_080;

    /// @param minutes the target as typed; blank leaves it to the severity
    /// @param forecast null until it was read
    /// @param unread whether reading it failed
    /// @param refusal why the target was not taken; the slug of a problem, or empty where the floor did not answer
    public record Look(
            QueueOnFloor queue,
            String minutes,
            @Nullable Forecast forecast,
            boolean unread,
            boolean sending,
            @Nullable String refusal) {
        /// Whether what is typed can be promised.
        public boolean isPossible() {
            return !sending && (minutes.isBlank() || target().isPresent());
        }

        Optional<Integer> target() {
            return minutes.strip().matches("\\d{1,5}")
                    ? Optional.of(Integer.valueOf(minutes.strip()))
                            .filter(typed -> typed >= SHORTEST && typed <= LONGEST)
                    : Optional.empty();
        }

        Look minutes(String typed) {
            return new Look(queue, typed, forecast, unread, sending, null);
        }

        Look read(@Nullable Forecast next) {
            return new Look(queue, minutes, next, next == null, sending, refusal);
        }

        Look sending(boolean underWay, @Nullable String why) {
            return new Look(queue, minutes, forecast, unread, underWay, why);
        }
    }

    /// What one of the next hours will bring.
    ///
    /// @param people needed for what is expected; null while nobody's pace is known
    public record Expected(
            Instant from,
            double expected,
            double low,
            double high,
            @Nullable Integer people) {}

    private final SupervisorApi api;
    private final Background background;
    private final Consumer<Said> told;
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();

    QueueOutlook(SupervisorApi api, Background background, Consumer<Said> told) {
        this.api = api;
        this.background = background;
        this.told = told;
    }

    void open(QueueOnFloor queue) {
        String minutes =
                queue.targetMinutes() == null ? "" : queue.targetMinutes().toString();
        look.set(new Look(queue, minutes, null, false, false, null));
        background
                .run(api::forecast)
                .onSuccess(read -> change(queue, now -> now.read(read)))
                .onFailure(fault -> change(queue, now -> now.read(null)));
    }

    public void close() {
        look.set(null);
    }

    public void typed(String minutes) {
        var now = look.get();
        if (now != null) {
            look.set(now.minutes(minutes));
        }
    }

    /// Makes what is typed the promise.
    public void confirm() {
        var now = look.get();
        if (now == null || !now.isPossible()) {
            return;
        }
        var queue = now.queue();
        Integer minutes = now.target().orElse(null);
        look.set(now.sending(true, null));
        background
                .run(() -> {
                    api.promise(queue.key(), minutes);
                    return queue.title();
                })
                .onSuccess(title -> {
                    change(queue, any -> null);
                    told.accept(
                            minutes == null
                                    ? new Said("supervisor.said.no-target", title)
                                    : new Said("supervisor.said.target", title, minutes));
                })
                .onFailure(fault -> change(
                        queue,
                        shown -> shown.sending(false, fault instanceof ApiProblem refusal ? refusal.slug() : "")));
    }

    private void change(QueueOnFloor queue, Function<Look, @Nullable Look> next) {
        var now = look.get();
        if (now != null && now.queue().key().equals(queue.key())) {
            look.set(next.apply(now));
        }
    }

    /// The 24 hours from the one that `now` is in, in order. Hours in which nothing ever came are zero.
    public static List<Expected> nextDay(Forecast forecast, String queue, Instant now) {
        Map<Integer, Forecast.Hour> hours = forecast.queues().stream()
                .filter(one -> one.key().equals(queue))
                .flatMap(one -> one.hours().stream())
                .collect(Collectors.toMap(Forecast.Hour::hour, hour -> hour));
        var first = now.truncatedTo(ChronoUnit.HOURS);
        return IntStream.range(0, HOURS)
                .mapToObj(ahead -> expected(hours, first.plus(ahead, ChronoUnit.HOURS)))
                .toList();
    }

    private static Expected expected(Map<Integer, Forecast.Hour> hours, Instant from) {
        var at = from.atOffset(ZoneOffset.UTC);
        var hour = hours.get((at.getDayOfWeek().getValue() - 1) * HOURS + at.getHour());
        return hour == null
                ? new Expected(from, 0, 0, 0, 0)
                : new Expected(from, hour.expected(), hour.low(), hour.high(), hour.people());
    }

    /// What is looked at; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
