package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.jobs.JobStopped;
import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.Phrase;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.people.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FloorTest
class LabelSetJobTest {
    private static final Actor.Person ML = new Actor.Person(UUID.randomUUID());

    @Autowired
    private FloorClient anybody;

    @Autowired
    private StoredLabelSets sets;

    @Autowired
    private LabelSetJob job;

    @Autowired
    private LabelSets labelSets;

    @Autowired
    private Jobs jobs;

    private SignedIn ml;

    @BeforeEach
    void signIn() {
        ml = TestCallers.person("ml", Role.ML);
    }

    @Test
    void whatAJobBuildsIsReadyAndBeginsAnewAfterACrash() {
        begin("ls-a", imported());
        var run = new Run("ls-a", 1);
        assertThatThrownBy(() -> job.run(run)).isInstanceOf(JobStopped.class);
        assertThat(sets.find("ls-a").orElseThrow().state()).isEqualTo(LabelSetState.BUILDING);
        var again = new Run("ls-a", Integer.MAX_VALUE);
        job.run(again);
        var set = sets.find("ls-a").orElseThrow();
        assertThat(set.state()).isEqualTo(LabelSetState.READY);
        assertThat(set.rows()).isEqualTo(30);
        assertThat(again.shares).isSorted().isNotEmpty();
        assertThat(labelSets.rows("ls-a", null)).hasSize(30);
    }

    @Test
    void aSetThatComesToNothingSaysWhy() {
        begin("ls-b", Set.of());
        assertThatThrownBy(() -> job.run(new Run("ls-b", Integer.MAX_VALUE))).isInstanceOf(DomainProblem.class);
        var set = sets.find("ls-b").orElseThrow();
        assertThat(set.state()).isEqualTo(LabelSetState.FAILED);
        assertThat(set.failure()).contains("No decision");
        assertThat(set.failureSaid()).isEqualTo(new Phrase("label-set.no-decisions"));
    }

    @Test
    void aSetWhoseJobWasCancelledHasFailed() {
        begin("ls-c", imported());
        UUID waiting = jobs.submit("nobody-runs-this", ML, Map.of()).id();
        sets.building("ls-c", waiting);
        jobs.cancel(waiting, ML);
        labelSets.failStalled();
        var set = sets.find("ls-c").orElseThrow();
        assertThat(set.state()).isEqualTo(LabelSetState.FAILED);
        assertThat(set.failureSaid()).isEqualTo(new Phrase("label-set.ended"));
    }

    private void begin(String version, Set<String> imports) {
        sets.begin(
                version,
                new Definition(
                        version,
                        null,
                        Instant.parse("2100-01-01T00:00:00Z"),
                        Set.of(),
                        Set.of(),
                        0,
                        Map.of("train", 1.0),
                        Set.of(),
                        1,
                        List.of("spam"),
                        Set.of(),
                        Set.of(),
                        null,
                        Definition.BY_GROUP,
                        Set.of(),
                        imports),
                null,
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    private Set<String> imported() {
        var floor = anybody.as(ml.token());
        String id = floor.post("/api/v1/label-imports", "{\"name\":\"rows\",\"licence\":\"CC0\"}")
                .json()
                .path("id")
                .asString();
        var rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append("{\"source\":\"s\",\"externalId\":\"%d\",\"text\":\"text %d\",\"labels\":{\"spam\":%d}}\n"
                    .formatted(i, i, i % 2));
        }
        var sent = floor.send(
                floor.request("/api/v1/label-imports/" + id + "/rows", "Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(rows.toString())));
        assertThat(sent.status()).isEqualTo(200);
        return Set.of(id);
    }

    /// A run that is stopped after some steps.
    private static final class Run implements JobRun {
        private final String version;
        private final int steps;
        private final List<Double> shares = new ArrayList<>();

        Run(String version, int steps) {
            this.version = version;
            this.steps = steps;
        }

        @Override
        public UUID job() {
            return UUID.randomUUID();
        }

        @Override
        public Actor by() {
            return ML;
        }

        @Override
        public <T> T parameters(Class<T> type) {
            return type.cast(new LabelSetJob.Parameters(version));
        }

        @Override
        public void progress(double share, Sentence doing) {
            shares.add(share);
            if (shares.size() > steps) {
                throw new JobStopped();
            }
        }

        @Override
        public void checkpoint(Object state) {
            shares.add(1.0);
        }

        @Override
        public <T> Optional<T> checkpoint(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void result(String name, String value) {
            assertThat(value).isEqualTo(version);
        }
    }
}
