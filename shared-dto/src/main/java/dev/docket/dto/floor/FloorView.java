package dev.docket.dto.floor;

import dev.docket.dto.Phrase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The floor at a glance, for whoever runs it: `GET /api/v1/floor`.
///
/// @param queues in the order the desk shows them
/// @param people who work now, or hold something
/// @param needs what waits for a supervisor, the most urgent first
public record FloorView(Instant at, List<QueueOnFloor> queues, List<PersonOnFloor> people, List<Need> needs) {

    /// A queue and who is on it.
    ///
    /// @param waiting tasks nobody holds
    /// @param oldestAt when the oldest waiting task was enqueued
    /// @param dueSoon waiting tasks due within fifteen minutes
    /// @param late waiting tasks past their deadline
    /// @param people ids of those who hold tasks of it
    /// @param nextDueAt the deadline of the most urgent waiting task
    /// @param targetMinutes the SLA target set for it; null where severity alone decides
    public record QueueOnFloor(
            String key,
            String title,
            long waiting,
            long leased,
            @Nullable Instant oldestAt,
            long dueSoon,
            long late,
            List<String> people,
            @Nullable Instant nextDueAt,
            @Nullable Integer targetMinutes) {
        /// A queue without a target of its own.
        public QueueOnFloor(
                String key,
                String title,
                long waiting,
                long leased,
                @Nullable Instant oldestAt,
                long dueSoon,
                long late,
                List<String> people) {
            this(key, title, waiting, leased, oldestAt, dueSoon, late, people, null, null);
        }
    }

    /// Somebody at work.
    ///
    /// @param held tasks under this person's leases or kept for them
    /// @param decidedLastHour how many decisions in the last hour
    /// @param lastSeenAt when the person last claimed, renewed or decided
    /// @param queue of the most urgent task they hold; null when they hold none
    /// @param since when they began on it, as far as their leases tell
    /// @param decidedToday how many decisions in the last 24 hours
    public record PersonOnFloor(
            String id,
            String displayName,
            int held,
            int decidedLastHour,
            @Nullable Instant lastSeenAt,
            @Nullable String queue,
            @Nullable Instant since,
            int decidedToday) {
        /// Somebody who holds nothing.
        public PersonOnFloor(
                String id, String displayName, int held, int decidedLastHour, @Nullable Instant lastSeenAt) {
            this(id, displayName, held, decidedLastHour, lastSeenAt, null, null, decidedLastHour);
        }
    }

    /// Something that waits for a supervisor: a task of theirs, or a wave that somebody has judged.
    ///
    /// @param taskId null of a wave
    /// @param kind `ADJUDICATION`, `HOLD`, `ESCALATION`, `SKIPPED`; of a wave `WAVE`, to be judged as the second
    ///     person, or `DISPUTED_WAVE`, to be settled as the third
    /// @param queue the policy queue it came from
    /// @param reasonSaid `reason` by its codes; null where a person wrote it or there is no code
    /// @param since when it began to wait for a supervisor
    /// @param dueAt of a wave, when the first of its items is due
    /// @param waveId null of a task
    /// @param items how many it is about
    /// @param kept whether whoever asks is kept from it, having taken part in it or given it up
    public record Need(
            @Nullable String taskId,
            String kind,
            String queue,
            @Nullable String reason,
            @Nullable List<Phrase> reasonSaid,
            Instant since,
            Instant dueAt,
            @Nullable String waveId,
            int items,
            boolean kept) {
        /// A task.
        public static Need task(
                String taskId,
                String kind,
                String queue,
                @Nullable String reason,
                @Nullable List<Phrase> reasonSaid,
                Instant since,
                Instant dueAt,
                boolean kept) {
            return new Need(taskId, kind, queue, reason, reasonSaid, since, dueAt, null, 1, kept);
        }

        /// A wave that this supervisor can judge or settle.
        public static Need wave(
                String waveId, boolean disputed, String queue, int items, Instant since, Instant dueAt) {
            return new Need(
                    null, disputed ? "DISPUTED_WAVE" : "WAVE", queue, null, null, since, dueAt, waveId, items, false);
        }
    }
}
