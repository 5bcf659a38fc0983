package dev.docket.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.explain.Explaining;
import dev.docket.client.common.item.Layer;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.search.SearchViewModel.State;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.SearchHit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSearchApi floor = new FakeSearchApi();
    private final SearchViewModel screen = new SearchViewModel(floor, background, background.clock(), true, true);

    @Test
    void nothingIsAskedUntilThePersonSaysSo() {
        screen.open();
        screen.textProperty().set("watches");
        assertThat(floor.queries).isEmpty();

        screen.search();

        assertThat(screen.stateProperty().get()).isEqualTo(State.FOUND);
        assertThat(screen.hits()).hasSize(5);
        assertThat(screen.selectedProperty().get()).isEqualTo(screen.hits().getFirst());
        assertThat(screen.itemProperty().get().content().text()).endsWith("the rest of it.");
    }

    @Test
    void imagesComeBlurredEachTimeAnItemIsLookedAt() {
        screen.textProperty().set("watches");
        screen.search();
        assertThat(screen.gallery().isEmpty()).isTrue();
        screen.select(screen.hits().getLast());
        assertThat(screen.gallery().mediaProperty().get()).hasSize(2);
        screen.cover().revealAll();
        screen.select(screen.hits().getFirst());

        screen.select(screen.hits().getLast());

        assertThat(screen.cover().layerProperty().get()).isEqualTo(Layer.BLURRED);
    }

    @Test
    void aViolationInEffectIsTakenBackWithReasonsAndTheItemStaysInSight() {
        screen.textProperty().set("watches");
        screen.search();
        screen.reverse();
        screen.reversal().confirm();
        assertThat(floor.reversals).isEmpty();

        screen.reversal().reasons(" A hobby, not an offer. ");
        screen.reversal().confirm();

        assertThat(floor.reversals).containsExactly("d2: A hobby, not an offer.");
        assertThat(screen.receiptProperty().get()).isNotNull();
        assertThat(screen.selectedProperty().get().itemId()).isEqualTo("1");
        assertThat(floor.queries).hasSize(2);
    }

    @Test
    void whatIsNotAViolationInEffectCannotBeTakenBack() {
        screen.textProperty().set("watches");
        screen.search();
        screen.select(screen.hits().get(1));
        screen.reverse();
        assertThat(screen.reversal().draftProperty().get()).isNull();

        screen.select(screen.hits().get(2));
        screen.reverse();
        assertThat(screen.reversal().draftProperty().get()).isNull();
    }

    @Test
    void aRefusedReversalKeepsItsReasons() {
        screen.textProperty().set("watches");
        screen.search();
        screen.reverse();
        screen.reversal().reasons("A hobby.");
        floor.refuses = Slug.NOT_INDEPENDENT;
        screen.reversal().confirm();

        var draft = screen.reversal().draftProperty().get();
        assertThat(draft.refusal()).isEqualTo(Slug.NOT_INDEPENDENT);
        assertThat(draft.reasons()).isEqualTo("A hobby.");
    }

    @Test
    void anExplanationIsOfTheItemThatIsLookedAtAndGoesWithIt() {
        screen.textProperty().set("watches");
        screen.search();
        String looked = screen.selectedProperty().get().itemId();
        screen.toggleExplanation();
        assertThat(floor.explained).containsExactly(looked);
        assertThat(screen.explaining().stateProperty().get()).isEqualTo(Explaining.State.RUNNING);

        screen.select(screen.hits().get(1));

        assertThat(screen.explaining().isOpen()).isFalse();
        assertThat(floor.explained).as("nobody waits for it").isEmpty();
    }

    @Test
    void whoeverHasAnItemIsSaidBesideIt() {
        screen.textProperty().set("watches");
        screen.search();
        screen.select(screen.hits().get(1));

        assertThat(screen.whereaboutsProperty().get().tasks())
                .singleElement()
                .satisfies(place -> assertThat(place.holder()).isEqualTo("Mina Okafor"));
    }

    @Test
    void oneFieldTakesEverything() {
        String hash = "0123456789abcdef".repeat(4);
        screen.textProperty().set("author:u-9  cheap source:forum watches policy:spam " + hash);
        screen.search();

        var query = floor.queries.getFirst();
        assertThat(query.words()).isEqualTo("cheap watches");
        assertThat(query.author()).isEqualTo("u-9");
        assertThat(query.source()).isEqualTo("forum");
        assertThat(query.policy()).isEqualTo("spam");
        assertThat(query.hash()).isEqualTo(hash);
    }

    @Test
    void aWordWithAColonStaysAWord() {
        screen.textProperty().set("https://example.test note:");
        screen.search();
        assertThat(floor.queries.getFirst().words()).isEqualTo("https://example.test note:");
    }

    @Test
    void filtersAskAnew() {
        screen.textProperty().set("watches");
        screen.search();
        screen.nextOutcome();
        screen.nextSince();

        assertThat(floor.queries).hasSize(3);
        assertThat(floor.queries.getLast().outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(floor.queries.getLast().from())
                .isEqualTo(background.clock().instant().minus(java.time.Duration.ofDays(1)));
    }

    @Test
    void likeThisLooksForTheSelected() {
        screen.textProperty().set("watches");
        screen.search();
        screen.select(screen.hits().get(1));
        screen.likeThis();

        assertThat(floor.queries.getLast().like()).isEqualTo("2");
        assertThat(floor.queries.getLast().words()).isNull();
        screen.dropLike();
        assertThat(screen.stateProperty().get()).isEqualTo(State.START);
        assertThat(screen.hits()).isEmpty();
    }

    @Test
    void aSupervisorSendsTheItemsTaskToSomebody() {
        screen.textProperty().set("watches");
        screen.search();
        screen.select(screen.hits().getFirst());
        screen.reassign(place -> place.queue());
        assertThat(screen.picking().draftProperty().get())
                .as("nothing waits of it")
                .isNull();

        screen.select(screen.hits().get(1));
        screen.reassign(place -> place.queue());
        screen.picking().typed("jon");
        screen.picking().comment("You read it yesterday");
        screen.picking().confirm();

        assertThat(floor.reassigned).hasSize(1).first().asString().contains("t-2", "mod2", "You read it yesterday");
        assertThat(screen.doneProperty().get()).isEqualTo(SearchViewModel.Done.REASSIGNED);
    }

    @Test
    void whoDoesNotRunTheFloorReassignsNothing() {
        var moderate = new SearchViewModel(floor, background, background.clock(), true, false);
        moderate.textProperty().set("watches");
        moderate.search();
        moderate.select(moderate.hits().get(1));
        moderate.reassign(place -> place.queue());
        moderate.makeGolden();

        assertThat(moderate.picking().draftProperty().get()).isNull();
    }

    @Test
    void anItemIsMadeGoldenByWhatSettledItOrByHand() {
        screen.textProperty().set("watches");
        screen.search();
        screen.select(screen.hits().getFirst());
        screen.makeGolden();
        screen.picking().confirm();
        screen.makeGolden();
        screen.picking().step(1);
        screen.picking().comment("Plain");
        screen.picking().confirm();

        assertThat(floor.golden)
                .containsExactly(
                        new CreateGoldenItem("1", null, null, null, null),
                        new CreateGoldenItem("1", Outcome.APPROVE, null, null, "Plain"));
        assertThat(screen.doneProperty().get()).isEqualTo(SearchViewModel.Done.MADE_GOLDEN);
    }

    @Test
    void theNextPageIsAdded() {
        floor.next = "cursor";
        screen.textProperty().set("watches");
        screen.search();
        assertThat(screen.moreProperty().get()).isTrue();

        screen.readMore();

        assertThat(floor.queries.getLast().after()).isEqualTo("cursor");
        assertThat(screen.hits()).hasSize(10);
        assertThat(screen.moreProperty().get()).isFalse();
    }

    @Test
    void everyEndOfASearchIsTold() {
        screen.textProperty().set("watches");
        floor.hits = List.<SearchHit>of();
        screen.search();
        assertThat(screen.stateProperty().get()).isEqualTo(State.NOTHING);

        floor.offline = true;
        screen.lookAgain();
        assertThat(screen.stateProperty().get()).isEqualTo(State.OFFLINE);

        floor.offline = false;
        floor.refuses = Slug.FORBIDDEN;
        screen.lookAgain();
        assertThat(screen.stateProperty().get()).isEqualTo(State.ERROR);
        assertThat(screen.problemProperty().get().slug()).isEqualTo(Slug.FORBIDDEN);
    }
}
