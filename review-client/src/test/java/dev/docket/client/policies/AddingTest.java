package dev.docket.client.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Making a policy, and looking at what a simulation would change.
class AddingTest {
    private final FakePoliciesApi floor = new FakePoliciesApi();
    private final PoliciesViewModel model =
            new PoliciesViewModel(floor, new InlineBackground(), FakePoliciesApi.person(Role.POLICY));

    @BeforeEach
    void open() {
        model.open();
    }

    @Test
    void aNewPolicyIsInTheListAndOpenToBeWrittenOn() {
        model.begin();
        model.adding().confirm(" doxxing ", "Doxxing", "No private addresses.", List.of("harassment", "threat"));

        assertThat(model.adding().formProperty().get()).isNull();
        assertThat(Objects.requireNonNull(model.chosenProperty().get()).key()).isEqualTo("doxxing");
        assertThat(Objects.requireNonNull(model.saidProperty().get()).key()).isEqualTo("added");
        assertThat(floor.added.getFirst().policy().labels())
                .extracting(PolicyLabel::primary)
                .containsExactly(true, false);
    }

    @Test
    void everyFaultIsNamedByItsFieldAndWhatWasTypedStays() {
        model.begin();
        model.adding().confirm("Not a key", "", "…", List.of());

        assertThat(form().faults()).extracting(FieldError::pointer).containsExactly("/key", "/policy/title");
        assertThat(form().sending()).isFalse();
        model.adding().confirm("spam", "Spam again", "…", List.of());
        assertThat(form().faults()).extracting(FieldError::pointer).containsExactly("/key");
        assertThat(form().refusal()).isEqualTo("policy-exists");
        floor.offline = true;
        model.adding().confirm("doxxing", "Doxxing", "…", List.of());
        assertThat(form().refusal()).isEqualTo("offline");
    }

    @Test
    void whoMayNotWriteAddsNothing() {
        var other = new PoliciesViewModel(floor, new InlineBackground(), FakePoliciesApi.person(Role.SUPERVISOR));
        other.open();
        other.begin();
        assertThat(other.adding().formProperty().get()).isNull();
    }

    @Test
    void itemsThatWouldGoAnotherWayAreLookedAtOneAfterTheOther() {
        model.showExample("i-2");
        assertThat(example().at()).isEqualTo(1);
        assertThat(example().of()).isEqualTo(3);
        assertThat(Objects.requireNonNull(example().item()).externalId()).isEqualTo("p-i-2");
        model.examples().step(1);
        model.examples().step(1);
        assertThat(example().at()).isEqualTo(2);
        model.showExample(null);
        assertThat(example().at()).isZero();

        floor.offline = true;
        model.examples().step(1);
        assertThat(example().state()).isEqualTo(Examples.State.OFFLINE);
        model.examples().close();
        assertThat(model.examples().openProperty().get()).isNull();
    }

    private Adding.Form form() {
        return Objects.requireNonNull(model.adding().formProperty().get());
    }

    private Examples.Open example() {
        return Objects.requireNonNull(model.examples().openProperty().get());
    }
}
