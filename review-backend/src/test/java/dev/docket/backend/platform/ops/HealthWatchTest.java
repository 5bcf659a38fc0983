package dev.docket.backend.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.ops.HealthReport.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
    private final List<String> told = new ArrayList<>();
    private final Part queue = new Part("queue");
    private final Part disk = new Part("disk");
    private final HealthWatch watch = new HealthWatch(
            new Health(List.of(queue, disk), Map.of()), (type, subject, payload) -> told.add(type + " " + payload));

    @Test
    void whatIsAsItWasIsNotToldWhateverItSaysOfItself() {
        watch.look();
        queue.detail = "12 tasks wait";
        watch.look();

        assertThat(told).isEmpty();
    }

    @Test
    void aPartThatGetsWorseOrBetterIsToldAndSoIsTheWhole() {
        watch.look();
        queue.status = HealthPart.DEGRADED;
        watch.look();
        watch.look();
        assertThat(told).hasSize(2).allMatch(event -> event.startsWith("health.changed"));
        assertThat(told).anyMatch(event -> event.contains("queue") && event.contains("DEGRADED"));
        assertThat(told).anyMatch(event -> event.contains("floor") && event.contains("DEGRADED"));

        told.clear();
        disk.status = HealthPart.DOWN;
        watch.look();
        assertThat(told).anyMatch(event -> event.contains("disk") && event.contains("DOWN"));

        told.clear();
        queue.status = HealthPart.UP;
        disk.status = HealthPart.UP;
        watch.look();
        assertThat(told).hasSize(3).allMatch(event -> event.contains("UP"));
    }

    private static final class Part implements HealthPart {
        private final String name;
        private String status = UP;
        private String detail = "well";

        Part(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Component check() {
            return new Component(status, detail);
        }
    }
}
