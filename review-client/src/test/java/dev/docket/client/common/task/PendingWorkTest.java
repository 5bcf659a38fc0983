package dev.docket.client.common.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class PendingWorkTest {
    private final InlineBackground background = new InlineBackground();
    private final List<String> heard = new ArrayList<>();

    @Test
    void successReachesItsHandlersInOrder() {
        background.run(() -> "yes").onSuccess(heard::add).onSuccess(result -> heard.add(result + " again"));

        assertThat(heard).containsExactly("yes", "yes again");
    }

    @Test
    void aKnownProblemIsNotAFailureToo() {
        failing(refusal("lease-lost"))
                .onProblem("lease-lost", problem -> heard.add(problem.slug()))
                .onFailure(cause -> heard.add("failure"));

        assertThat(heard).containsExactly("lease-lost");
    }

    @Test
    void aProblemNobodyNamedIsAFailure() {
        failing(refusal("internal"))
                .onProblem("lease-lost", problem -> heard.add("problem"))
                .onOffline(cause -> heard.add("offline"))
                .onFailure(cause -> heard.add("failure"));

        assertThat(heard).containsExactly("failure");
    }

    @Test
    void offlineHasItsOwnHandler() {
        failing(new Offline(new IOException()))
                .onOffline(cause -> heard.add("offline"))
                .onFailure(cause -> heard.add("failure"));

        assertThat(heard).containsExactly("offline");
    }

    @Test
    void cancelledWorkIsNotHeardOf() {
        background.hold();
        var work = background.run(() -> "yes").onSuccess(heard::add);
        work.cancel();
        background.release();

        assertThat(heard).isEmpty();
    }

    @Test
    void timersRunWhenTheirTimeComes() {
        background.every(Duration.ofSeconds(10), () -> heard.add("tick"));
        background.after(Duration.ofSeconds(15), () -> heard.add("once"));
        background.advance(Duration.ofSeconds(25));

        assertThat(heard).containsExactly("tick", "once", "tick");
    }

    private Work<String> failing(Exception cause) {
        Callable<String> work = () -> {
            throw cause;
        };
        return background.run(work);
    }

    private static ApiProblem refusal(String slug) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 409, null, null, null));
    }
}
