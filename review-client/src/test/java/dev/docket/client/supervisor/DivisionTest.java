package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final SupervisorViewModel model =
            new SupervisorViewModel(floor, background, background.clock(), wave -> {});

    @BeforeEach
    void open() {
        model.open();
        model.prepareDivision("harassment");
    }

    @Test
    void theSourcesAreReadAndTypedOver() {
        assertThat(model.division().draftProperty().get().typed()).isEqualTo("forum");

        model.division().typed(" market, forum,, market ");
        model.division().confirm();

        assertThat(floor.sources).containsExactly("market", "forum");
        assertThat(model.division().draftProperty().get()).isNull();
        assertThat(model.toldProperty().get())
                .isEqualTo(new Said("supervisor.said.divided", "Harassment", "market, forum"));
    }

    @Test
    void nothingTypedIsOneQueueForAll() {
        model.division().typed(" ");
        model.division().confirm();

        assertThat(floor.sources).isEmpty();
        assertThat(model.toldProperty().get()).isEqualTo(new Said("supervisor.said.undivided", "Harassment"));
    }

    @Test
    void aRefusalKeepsWhatIsTyped() {
        model.division().typed("a b");
        floor.refuses = "invalid-input";
        model.division().confirm();

        var draft = model.division().draftProperty().get();
        assertThat(draft.typed()).isEqualTo("a b");
        assertThat(draft.refusal()).isEqualTo("invalid-input");
        assertThat(draft.isPossible()).isTrue();
    }

    @Test
    void onlyAPolicysQueueIsDivided() {
        model.division().close();
        model.prepareDivision("appeals");

        assertThat(model.division().draftProperty().get()).isNull();
    }
}
