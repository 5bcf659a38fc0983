package dev.docket.client.shell;

import dev.docket.client.api.EventStream;
import dev.docket.client.api.Floor;
import dev.docket.client.api.HttpCareApi;
import dev.docket.client.api.HttpCoachingApi;
import dev.docket.client.api.HttpQuestionsApi;
import dev.docket.client.api.HttpReviewApi;
import dev.docket.client.care.CareViewModel;
import dev.docket.client.coaching.CoachingViewModel;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.journal.JournalInUse;
import dev.docket.client.journal.JournalledDecisions;
import dev.docket.client.questions.QuestionsViewModel;
import dev.docket.client.review.ReviewViewModel;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Everything that exists for one signed-in person, from signing in to signing out.
///
/// Closing it sends nothing more and loses nothing: what is not acknowledged is in the journal.
final class Workplace implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(30);

    private final Session session;
    private final Connection connection;
    private final JournalledDecisions decisions;
    private final EventStream events;
    private final ReviewViewModel review;
    private final Queues queues;
    private final WorkDay day;
    private final CareViewModel care;
    private final CoachingViewModel coaching;
    private final QuestionsViewModel questions;
    private final Delivery delivery;
    private final Surroundings here;
    private final Floor floor;
    private @Nullable Screens screens;
    private @Nullable String chosenQueue;
    private Cancellable ticking = () -> {};
    private Subscription watching = Subscription.EMPTY;

    private Workplace(
            Surroundings here, Floor floor, Connection connection, Session session, JournalledDecisions decisions) {
        var api = new HttpReviewApi(floor);
        this.here = here;
        this.floor = floor;
        this.session = session;
        this.connection = connection;
        this.decisions = decisions;
        events = new EventStream(floor, here.background());
        review = new ReviewViewModel(api, decisions, here.background(), here.clock());
        queues = new Queues(api, here.background());
        day = new WorkDay(here.clock());
        care = new CareViewModel(new HttpCareApi(floor), here.background());
        coaching = new CoachingViewModel(
                new HttpCoachingApi(floor, session.person().id()), here.background());
        questions = new QuestionsViewModel(new HttpQuestionsApi(floor), here.background());
        delivery = new Delivery(connection, decisions.pending(), here.background());
    }

    /// @throws JournalInUse when this person's desk is open already
    /// @throws IOException when decisions could not be kept here
    static Workplace of(Surroundings here, Floor floor, Connection connection, Session session)
            throws IOException, JournalInUse {
        var own = floor.as(session.accessToken());
        var folder = here.home().of(here.server(), session.person().id());
        var decisions = JournalledDecisions.in(folder, new HttpReviewApi(own)::decide, here.background(), here.clock());
        return new Workplace(here, own, connection, session, decisions);
    }

    /// Starts sending, listening and counting. The screens open themselves when they are gone to.
    void open(Screens toShow) {
        screens = toShow;
        review.decidedProperty().subscribe(total -> day.total(total.intValue()));
        ticking = here.background().every(TICK, day::tick);
        watching = connection.stateProperty().subscribe(this::connectionIs);
        events.onOpen(this::standsAgain);
        events.onEvent(this::happened);
        decisions.start();
        if (mayReview()) {
            queues.open();
            care.open();
            questions.read();
        }
        events.open();
    }

    @Override
    public void close() {
        ticking.cancel();
        watching.unsubscribe();
        events.close();
        screens().close();
        queues.close();
        care.close();
        coaching.close();
        delivery.close();
        decisions.close();
    }

    /// Takes work from one queue only, or with null from all.
    void choose(@Nullable String queue) {
        chosenQueue = queue;
        review.chooseQueues(queue == null ? List.of() : List.of(queue));
    }

    @Nullable String chosenQueue() {
        return chosenQueue;
    }

    private void connectionIs(Connection.State state) {
        if (state == Connection.State.ONLINE) {
            decisions.retry();
        }
    }

    private void standsAgain() {
        if (mayReview()) {
            queues.changed();
            questions.read();
        }
        decisions.retry();
        screens().reconnected();
    }

    private void happened(LiveEvent event) {
        if (event.isOf("queue") && mayReview()) {
            queues.changed();
        }
        care.happened(event);
        if (mayReview()) {
            questions.happened(event);
            coaching.happened(event);
        }
        screens().happened(event);
    }

    Screens screens() {
        return Objects.requireNonNull(screens, "the workplace is not open");
    }

    /// Whether this person takes work from queues.
    boolean mayReview() {
        return DeskScreen.REVIEW.admits(session.person());
    }

    Surroundings here() {
        return here;
    }

    /// The floor as this person.
    Floor floor() {
        return floor;
    }

    PersonView person() {
        return session.person();
    }

    String token() {
        return session.accessToken();
    }

    JournalledDecisions decisions() {
        return decisions;
    }

    ReviewViewModel review() {
        return review;
    }

    Queues queues() {
        return queues;
    }

    CareViewModel care() {
        return care;
    }

    CoachingViewModel coaching() {
        return coaching;
    }

    QuestionsViewModel questions() {
        return questions;
    }

    WorkDay day() {
        return day;
    }

    Delivery delivery() {
        return delivery;
    }
}
