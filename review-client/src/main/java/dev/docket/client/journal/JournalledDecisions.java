package dev.docket.client.journal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.review.DecisionOutbox;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Decisions kept on disk until the floor has acknowledged them.
///
/// Sending is one at a time and in order: a later decision never overtakes an earlier one, so an outage stops the
/// line at its head. What was never acknowledged is sent again under the same idempotency key, after a crash too,
/// and the floor answers it the same way, so repeating is harmless and forgetting is impossible. Waiting between
/// tries doubles from one second to a minute, and ends at once when somebody learns that the floor is [back][#retry].
///
/// A refusal that will not change (`lease-lost`, `already-decided`, ...) moves the decision to the conflicts, and the
/// line goes on. A fault of the floor is tried [#PATIENCE] times first, so that one decision it chokes on cannot
/// hold up the others for ever. An ended session stops the line: the next sign-in opens the journal again.
public final class JournalledDecisions implements DecisionOutbox, AutoCloseable {
    static final int PATIENCE = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Set<String> PASSING = Set.of(Slug.RATE_LIMITED, Slug.OVERLOADED);

    private final Journal journal;
    private final DecisionSender sender;
    private final Background background;
    private final InstantSource clock;
    private final NoArgGenerator keys = Generators.timeBasedEpochGenerator();
    private final Deque<Entry.Decided> line = new ArrayDeque<>();
    private final List<BiConsumer<String, DecisionReceipt>> receiptListeners = new ArrayList<>();
    private final List<BiConsumer<String, ApiProblem>> refusalListeners = new ArrayList<>();
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
    private final ObservableList<Conflict> shownConflicts = FXCollections.unmodifiableObservableList(conflicts);
    private Duration wait = FIRST_WAIT;
    private int faults;
    private boolean sending;
    /// The head of the line may have reached the floor already, in this run or before.
    private boolean headMayHaveArrived;
    /// How many at the head of the line an earlier run left.
    private int restored;
    private boolean closed;
    private @Nullable Cancellable retry;
    private @Nullable Cancellable call;

    private JournalledDecisions(Journal journal, DecisionSender sender, Background background, InstantSource clock) {
        this.journal = journal;
        this.sender = sender;
        this.background = background;
        this.clock = clock;
        line.addAll(journal.open());
        restored = line.size();
        conflicts.setAll(journal.conflicts());
        pending.set(line.size());
    }

    /// Opens the journal in `folder`. Nothing is sent before [#start].
    ///
    /// @throws JournalInUse when another desk of this person has it open
    public static JournalledDecisions in(Path folder, DecisionSender sender, Background background, InstantSource clock)
            throws IOException, JournalInUse {
        return new JournalledDecisions(Journal.in(folder), sender, background, clock);
    }

    /// Starts sending, first what an earlier run left.
    public void start() {
        sendNext();
    }

    @Override
    public String submit(String taskId, DecisionRequest decision) {
        String key = keys.generate().toString();
        var decided = new Entry.Decided(key, taskId, decision, clock.instant());
        try {
            journal.decided(decided);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.addLast(decided);
        count();
        if (retry == null) {
            sendNext();
        }
        return key;
    }

    @Override
    public boolean withdraw(String idempotencyKey) {
        var decided = line.stream()
                .filter(waiting -> waiting.key().equals(idempotencyKey))
                .findFirst();
        if (decided.isEmpty() || mayHaveArrived(decided.get())) {
            return false;
        }
        leave(decided.get());
        return true;
    }

    @Override
    public ReadOnlyIntegerProperty pending() {
        return pending.getReadOnlyProperty();
    }

    @Override
    public void onReceipt(BiConsumer<String, DecisionReceipt> listener) {
        receiptListeners.add(listener);
    }

    @Override
    public void onRefused(BiConsumer<String, ApiProblem> listener) {
        refusalListeners.add(listener);
    }

    /// Decisions that were refused for good, oldest first, until the person has [seen][#forgetConflicts] them.
    public ObservableList<Conflict> conflicts() {
        return shownConflicts;
    }

    public void forgetConflicts() {
        journal.forgetConflicts();
        conflicts.clear();
    }

    /// The floor answers again: goes on without waiting for the next try.
    public void retry() {
        if (retry != null) {
            retry.cancel();
            retry = null;
            wait = FIRST_WAIT;
            sendNext();
        }
    }

    /// Stops sending and lets go of the files. What is open is sent when the journal is opened next.
    @Override
    public void close() {
        closed = true;
        if (retry != null) {
            retry.cancel();
        }
        if (call != null) {
            call.cancel();
        }
        journal.close();
    }

    private void sendNext() {
        var head = line.peekFirst();
        if (closed || sending || head == null) {
            return;
        }
        sending = true;
        call = background
                .run(() -> sender.decide(head.taskId(), head.decision(), head.key()))
                .onSuccess(receipt -> acknowledged(head, receipt))
                .onOffline(this::unreachable)
                .onFailure(fault -> failed(head, fault));
    }

    private void acknowledged(Entry.Decided head, DecisionReceipt receipt) {
        sent();
        leave(head);
        receiptListeners.forEach(listener -> listener.accept(head.key(), receipt));
        sendNext();
    }

    private void unreachable(Offline fault) {
        sending = false;
        headMayHaveArrived |= !(fault.getCause() instanceof ConnectException);
        tryAgainAfter(wait);
    }

    private void failed(Entry.Decided head, Exception fault) {
        sending = false;
        headMayHaveArrived = true;
        if (!(fault instanceof ApiProblem problem)) {
            tryAgainAfter(wait);
        } else if (PASSING.contains(problem.slug())) {
            tryAgainAfter(problem.retryAfter().orElse(wait));
        } else if (Slug.UNAUTHENTICATED.equals(problem.slug())) {
            tryAgainAfter(LONGEST_WAIT);
        } else if (Slug.INTERNAL.equals(problem.slug()) && ++faults < PATIENCE) {
            tryAgainAfter(wait);
        } else {
            refused(head, problem);
        }
    }

    private void refused(Entry.Decided head, ApiProblem problem) {
        sent();
        var conflict = new Conflict(head.key(), head.taskId(), head.decision(), head.at(), problem.slug());
        journal.refuse(conflict);
        conflicts.removeIf(known -> known.key().equals(head.key()));
        conflicts.add(conflict);
        line.remove(head);
        count();
        refusalListeners.forEach(listener -> listener.accept(head.key(), problem));
        sendNext();
    }

    /// The head of the line has had its answer.
    private void sent() {
        sending = false;
        headMayHaveArrived = false;
        restored = Math.max(0, restored - 1);
        faults = 0;
        wait = FIRST_WAIT;
    }

    private void leave(Entry.Decided decided) {
        line.remove(decided);
        journal.close(decided.key());
        count();
    }

    private void tryAgainAfter(Duration delay) {
        var doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        retry = background.after(delay, () -> {
            retry = null;
            sendNext();
        });
    }

    /// What an earlier run left may have been on its way when it ended.
    private boolean mayHaveArrived(Entry.Decided decided) {
        boolean isHead = decided.equals(line.peekFirst());
        boolean isRestored = line.stream().limit(restored).anyMatch(decided::equals);
        return isRestored || isHead && (sending || headMayHaveArrived);
    }

    private void count() {
        pending.set(line.size());
    }
}
