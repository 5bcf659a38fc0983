package dev.docket.client.people;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of the webhooks: who is told, what became of each message, and sending it again. Use on the FX thread
/// only.
public final class Webhooks {
    /// Which deliveries are listed.
    public enum Filter {
        ALL(null),
        PENDING("PENDING"),
        DELIVERED("DELIVERED"),
        DEAD("DEAD");

        private final @Nullable String state;

        Filter(@Nullable String state) {
            this.state = state;
        }

        private Filter next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private final PeopleApi api;
    private final Background background;
    private final PeopleViewModel screen;
    private final ReadOnlyObjectWrapper<List<WebhookView>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable WebhookView> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<List<WebhookDelivery>> deliveries = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable String> older = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> sure = new ReadOnlyObjectWrapper<>(false);
    private Cancellable reading = () -> {};
    private boolean paged;

    Webhooks(PeopleApi api, Background background, PeopleViewModel screen) {
        this.api = api;
        this.background = background;
        this.screen = screen;
    }

    void open() {
        stop();
        read();
    }

    void stop() {
        sure.set(false);
    }

    /// Reads them and what is sent to the selected one; what was asked and where one is stays.
    void read() {
        screen.read(Section.WEBHOOKS, api::webhooks, this::take);
    }

    private void take(List<WebhookView> read) {
        all.set(read);
        var before = selected.get();
        var same = read.stream()
                .filter(one -> before != null && one.id().equals(before.id()))
                .findFirst();
        selected.set(same.orElse(read.isEmpty() ? null : read.getFirst()));
        if (same.isEmpty()) {
            sure.set(false);
            paged = false;
        }
        readDeliveries();
    }

    /// Lists what was sent to one.
    public void select(@Nullable WebhookView webhook) {
        var before = selected.get();
        if (webhook != null && (before == null || !webhook.id().equals(before.id()))) {
            selected.set(webhook);
            sure.set(false);
            startOver();
        }
    }

    /// All, waiting, delivered, given up on.
    public void nextFilter() {
        filter.set(filter.get().next());
        startOver();
    }

    private void startOver() {
        deliveries.set(List.of());
        older.set(null);
        paged = false;
        readDeliveries();
    }

    /// The first page; not once somebody pages through, so that the list stands still.
    private void readDeliveries() {
        var of = selected.get();
        if (of == null) {
            deliveries.set(List.of());
            older.set(null);
        } else if (!paged) {
            reading.cancel();
            reading = background
                    .run(() -> api.deliveries(of.id(), filter.get().state, null))
                    .onSuccess(page -> {
                        deliveries.set(page.items());
                        older.set(page.next());
                    })
                    .onFailure(screen::failed);
        }
    }

    public void readOlder() {
        var of = selected.get();
        var after = older.get();
        if (of != null && after != null) {
            screen.ask(() -> api.deliveries(of.id(), filter.get().state, after), this::add);
        }
    }

    private void add(Page<WebhookDelivery> page) {
        var longer = new ArrayList<>(deliveries.get());
        longer.addAll(page.items());
        paged = true;
        deliveries.set(List.copyOf(longer));
        older.set(page.next());
    }

    /// @param events none or all for whatever happens
    public void register(String url, Set<String> events, boolean everything) {
        if (url.isBlank() || events.isEmpty() && !everything) {
            return;
        }
        screen.ask(() -> api.register(url.strip(), everything ? null : List.copyOf(events)), made -> {
            screen.keep(new PeopleViewModel.Secret(
                    made.url(), Objects.requireNonNullElse(made.secret(), ""), PeopleViewModel.Kind.WEBHOOK));
            selected.set(made);
            read();
        });
    }

    /// Sends again whatever was given up on.
    public void replay() {
        replay(null);
    }

    /// Sends one message again, whatever became of it; all that were given up on without one.
    public void replay(@Nullable WebhookDelivery delivery) {
        var of = selected.get();
        if (of != null) {
            screen.ask(() -> api.replay(of.id(), delivery == null ? null : delivery.messageId()), many -> {
                screen.say(many == 0 ? "nothing-to-replay" : "replayed");
                startOver();
                read();
            });
        }
    }

    /// Stops sending to one, or begins again.
    public void toggle() {
        var of = selected.get();
        if (of != null) {
            boolean silent = of.disabledAt() != null;
            screen.ask(() -> silent ? api.enableWebhook(of.id()) : api.disableWebhook(of.id()), now -> {
                screen.say(silent ? "heard" : "silenced");
                read();
            });
        }
    }

    /// Deletes one when asked twice: its secret is lost with it.
    public void delete() {
        var of = selected.get();
        if (of == null) {
            return;
        }
        if (!sure.get()) {
            sure.set(true);
            return;
        }
        sure.set(false);
        screen.ask(
                () -> {
                    api.deleteWebhook(of.id());
                    return of;
                },
                gone -> {
                    screen.say("webhook-deleted");
                    selected.set(null);
                    read();
                });
    }

    public ReadOnlyObjectProperty<List<WebhookView>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable WebhookView> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// What was or will be sent to the selected one, the newest first.
    public ReadOnlyObjectProperty<List<WebhookDelivery>> deliveriesProperty() {
        return deliveries.getReadOnlyProperty();
    }

    /// Where the next page of deliveries begins; null when all are there.
    public ReadOnlyObjectProperty<@Nullable String> olderProperty() {
        return older.getReadOnlyProperty();
    }

    /// Whether deleting was asked for once.
    public ReadOnlyObjectProperty<Boolean> sureProperty() {
        return sure.getReadOnlyProperty();
    }
}
