package dev.docket.client.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleViewModelTest {
    private final FakePeopleApi floor = new FakePeopleApi();
    private final InlineBackground background = new InlineBackground();
    private final PeopleViewModel model = new PeopleViewModel(floor, new FakeFiltersApi(), background);

    @BeforeEach
    void open() {
        model.open();
    }

    @Test
    void whoIsEnteredGetsAPasswordThatIsForgottenWhenPutAway() {
        model.begin();
        type("kim", "Kim", Set.of(Role.MODERATOR));
        model.save();

        assertThat(secret().value()).isEqualTo("a-password-shown-once");
        assertThat(model.accountsProperty().get()).extracting(Account::username).contains("kim");
        model.putSecretAway();
        assertThat(model.secretProperty().get()).isNull();
    }

    @Test
    void leavingTheScreenForgetsASecret() {
        model.go(Section.KEYS);
        model.makeKey("forum", Set.of(Scope.CLASSIFY));
        assertThat(secret().kind()).isEqualTo(PeopleViewModel.Kind.KEY);

        model.hidden();

        assertThat(model.secretProperty().get()).isNull();
    }

    @Test
    void nothingIsSentThatCannotBeTaken() {
        model.begin();
        type("", "Kim", Set.of(Role.MODERATOR));
        model.save();
        type("kim", "Kim", Set.of());
        model.save();

        assertThat(floor.accounts).hasSize(3);
    }

    @Test
    void aRefusalKeepsWhatWasTypedAndNamesTheFields() {
        floor.refuses = "invalid-input";
        floor.errors = List.of(new FieldError("/username", "1 to 64 of a-z"));
        model.begin();
        type("Kim!", "Kim", Set.of(Role.MODERATOR));
        model.save();

        assertThat(form().username()).isEqualTo("Kim!");
        assertThat(notice().errors()).extracting(FieldError::pointer).containsExactly("/username");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aChangeOverSomebodyElsesKeepsWhatWasTypedAndCanBeSavedAfterwards() {
        model.open(floor.accounts.get(1));
        floor.replace(FakePeopleApi.account("2", "mod1", "Mo", Set.of(Role.SENIOR), null, 4));
        type("mod1", "Mo D.", Set.of(Role.MODERATOR));
        model.save();

        assertThat(notice().slug()).isEqualTo("changed-meanwhile");
        assertThat(form().displayName()).isEqualTo("Mo D.");
        model.save();
        assertThat(notice().kind()).isEqualTo("saved");
        assertThat(floor.accounts.get(1).displayName()).isEqualTo("Mo D.");
    }

    @Test
    void whoIsDisabledCanBeLetInAgain() {
        model.open(floor.accounts.get(1));
        model.disable();
        assertThat(floor.accounts.get(1).disabledAt()).isNotNull();
        assertThat(notice().kind()).isEqualTo("disabled");

        model.enable();

        assertThat(floor.accounts.get(1).disabledAt()).isNull();
    }

    @Test
    void anUnreachableFloorIsSaidAndSoIsALaterOne() {
        var late = new FakePeopleApi();
        late.offline = true;
        var other = new PeopleViewModel(late, new FakeFiltersApi(), new InlineBackground());
        other.open();
        assertThat(other.stateProperty(Section.ACCOUNTS).get()).isEqualTo(PeopleViewModel.State.OFFLINE);

        floor.offline = true;
        model.lookAgain();
        assertThat(model.stateProperty(Section.ACCOUNTS).get())
                .as("what was read stays")
                .isEqualTo(PeopleViewModel.State.READY);
        assertThat(notice().kind()).isEqualTo("offline");
    }

    @Test
    void newEntriesOfTheTrailGoBeforeWhatWasReadAndOlderPagesStay() {
        model.go(Section.AUDIT);
        model.readOlder();
        floor.newEntries = 3;
        model.happened(new LiveEvent("audit.sealed", Map.of("sequence", 43)));
        model.happened(new LiveEvent("audit.sealed", Map.of("sequence", 44)));
        assertThat(model.auditProperty().get()).as("once for both, in a moment").hasSize(24);
        background.advance(Duration.ofSeconds(2));

        assertThat(model.auditProperty().get()).hasSize(27).doesNotHaveDuplicates();
        assertThat(model.auditProperty().get().getFirst().id()).isEqualTo("e-3");
        assertThat(model.olderProperty().get()).isNull();

        floor.newEntries = 500;
        model.happened(new LiveEvent("audit.sealed", Map.of("sequence", 540)));
        background.advance(Duration.ofSeconds(2));
        assertThat(model.auditProperty().get()).as("no list with a gap in it").hasSize(12);
        assertThat(model.olderProperty().get()).isEqualTo("next");
    }

    @Test
    void theTrailIsReadFurtherAndVerified() {
        model.go(Section.AUDIT);
        model.readOlder();
        assertThat(model.auditProperty().get()).hasSize(24);
        assertThat(model.olderProperty().get()).isNull();

        model.verify();

        assertThat(Objects.requireNonNull(model.verifiedProperty().get()).entries())
                .isEqualTo(1204);
    }

    @Test
    void aWebhooksSecretIsShownOnceAndItsMessagesAreListed() {
        model.go(Section.WEBHOOKS);
        assertThat(webhooks().allProperty().get()).hasSize(2);
        assertThat(webhooks().deliveriesProperty().get())
                .extracting(WebhookDelivery::state)
                .containsExactly("PENDING", "DELIVERED", "DEAD");

        webhooks().register(" ", Set.of(), true);
        webhooks().register("https://new.example/hook", Set.of(), false);
        assertThat(floor.webhooks).hasSize(2);
        webhooks().register(" https://new.example/hook ", Set.of("item.routed"), false);

        assertThat(secret().kind()).isEqualTo(PeopleViewModel.Kind.WEBHOOK);
        assertThat(secret().value()).isEqualTo("whsec_once");
        assertThat(secret().toString()).doesNotContain("whsec_once");
        assertThat(selected().url()).isEqualTo("https://new.example/hook");
        model.hidden();
        assertThat(model.secretProperty().get()).isNull();
    }

    @Test
    void whatWasGivenUpOnIsSentAgain() {
        model.go(Section.WEBHOOKS);
        webhooks().replay();
        assertThat(floor.deeds).containsExactly("replay h1 null");
        assertThat(notice().kind()).isEqualTo("replayed");

        webhooks().replay(webhooks().deliveriesProperty().get().getLast());
        assertThat(floor.deeds).contains("replay h1 m3");
    }

    @Test
    void aWebhookIsSilencedHeardAgainAndDeletedWhenAskedTwice() {
        model.go(Section.WEBHOOKS);
        webhooks().toggle();
        assertThat(selected().disabledAt()).isNotNull();
        webhooks().toggle();
        assertThat(selected().disabledAt()).isNull();

        webhooks().delete();
        assertThat(floor.webhooks).hasSize(2);
        webhooks().select(floor.webhooks.get(1));
        assertThat(webhooks().sureProperty().get()).as("sure of that one only").isFalse();
        webhooks().delete();
        webhooks().delete();
        assertThat(floor.webhooks).extracting(WebhookView::id).containsExactly("h1");
        assertThat(notice().kind()).isEqualTo("webhook-deleted");
    }

    @Test
    void messagesAreReadAnewWhenOneMovesOnAndPagesStandStill() {
        model.go(Section.WEBHOOKS);
        int reads = floor.deliveryReads;
        background.advance(Duration.ofHours(1));
        assertThat(floor.deliveryReads).as("nobody asks without a reason").isEqualTo(reads);

        for (int i = 0; i < 20; i++) {
            model.happened(new LiveEvent("webhook.delivery", Map.of("webhook", "h1")));
        }
        background.advance(Duration.ofSeconds(1));
        assertThat(floor.deliveryReads).as("once for all of them").isEqualTo(reads + 1);

        webhooks().delete();
        webhooks().readOlder();
        assertThat(webhooks().deliveriesProperty().get()).hasSize(4);
        model.happened(new LiveEvent("webhook.delivery", Map.of("webhook", "h1")));
        background.advance(Duration.ofSeconds(1));
        assertThat(webhooks().deliveriesProperty().get()).hasSize(4);
        assertThat(webhooks().sureProperty().get())
                .as("what was asked is still asked")
                .isTrue();

        webhooks().nextFilter();
        assertThat(floor.lastFilter).isEqualTo("PENDING");
        model.happened(new LiveEvent("webhook.delivery", Map.of("webhook", "h1")));
        model.go(Section.AUDIT);
        reads = floor.deliveryReads;
        background.advance(Duration.ofMinutes(1));
        assertThat(floor.deliveryReads).isEqualTo(reads);
    }

    @Test
    void healthIsReadWhenAPartGetsBetterOrWorse() {
        floor.queueStatus = "UP";
        model.go(Section.HEALTH);
        int reads = floor.healthReads;
        background.advance(Duration.ofSeconds(30));
        assertThat(floor.healthReads).isEqualTo(reads);

        floor.queueStatus = "DEGRADED";
        model.happened(new LiveEvent("health.changed", Map.of("part", "queue", "status", "DEGRADED")));
        model.happened(new LiveEvent("health.changed", Map.of("part", "floor", "status", "DEGRADED")));
        background.advance(Duration.ofSeconds(1));

        assertThat(floor.healthReads).isEqualTo(reads + 1);
        assertThat(Objects.requireNonNull(model.healthProperty().get())
                        .components()
                        .get("queue"))
                .satisfies(queue -> assertThat(queue.status()).isEqualTo("DEGRADED"));
    }

    private Webhooks webhooks() {
        return model.webhooks();
    }

    private WebhookView selected() {
        return Objects.requireNonNull(webhooks().selectedProperty().get());
    }

    private void type(String username, String displayName, Set<Role> roles) {
        var before = form();
        model.typed(new AccountForm(before.base(), username, displayName, roles, "", "*", "*"));
    }

    private AccountForm form() {
        return Objects.requireNonNull(model.formProperty().get());
    }

    private PeopleViewModel.Notice notice() {
        return Objects.requireNonNull(model.noticeProperty().get());
    }

    private PeopleViewModel.Secret secret() {
        return Objects.requireNonNull(model.secretProperty().get());
    }
}
