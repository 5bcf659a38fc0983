package dev.docket.backend.platform.ops;

import dev.docket.backend.platform.CodeVersion;
import dev.docket.dto.ops.HealthReport;
import dev.docket.dto.ops.HealthReport.Component;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Service;

/// Asks every part how it is. The whole is down when the database or the disk is: without them nothing can be promised.
/// Any other part that is down leaves the floor degraded, because items still come in and reach people.
@Service
public class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final List<String> VITAL = List.of("database", "disk");

    private final List<HealthPart> parts;

    /// @param indicators of the modules, by bean name, for those that speak to the actuator as well
    Health(List<HealthPart> parts, Map<String, HealthIndicator> indicators) {
        var others = indicators.entrySet().stream()
                .filter(entry -> entry.getValue().getClass().getName().startsWith("dev.docket."))
                .map(entry -> new Indicated(entry.getKey(), entry.getValue()));
        this.parts = Stream.concat(parts.stream(), others)
                .sorted(Comparator.comparing(HealthPart::name))
                .toList();
    }

    /// A part that the actuator asks too.
    private record Indicated(String name, HealthIndicator indicator) implements HealthPart {
        @Override
        public Component check() {
            var health = Objects.requireNonNull(indicator.health(), "an indicator says something");
            var detail = health.getDetails().get("detail");
            return new Component(health.getStatus().getCode(), detail == null ? "" : detail.toString());
        }
    }

    public HealthReport report() {
        var components = new LinkedHashMap<String, Component>();
        parts.forEach(part -> components.put(part.name(), check(part)));
        return new HealthReport(whole(components), CodeVersion.ofThisProcess(), uptimeSeconds(), components);
    }

    static long uptimeSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
    }

    private static Component check(HealthPart part) {
        try {
            return part.check();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("part", part.name())
                    .addKeyValue("fault", e.getClass().getSimpleName())
                    .log("A part could not say how it is");
            return new Component(HealthPart.DOWN, "It could not be checked; see the log.");
        }
    }

    private static String whole(Map<String, Component> components) {
        boolean well =
                components.values().stream().allMatch(part -> part.status().equals(HealthPart.UP));
        boolean vitalDown = components.entrySet().stream()
                .anyMatch(part -> VITAL.contains(part.getKey())
                        && part.getValue().status().equals(HealthPart.DOWN));
        return vitalDown ? HealthPart.DOWN : well ? HealthPart.UP : HealthPart.DEGRADED;
    }
}
