package dev.docket.backend.platform.ops;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.backend.platform.postgres.ConnectionGate;
import dev.docket.dto.ops.PerformanceReport;
import dev.docket.dto.ops.PerformanceReport.Endpoint;
import dev.docket.dto.ops.PerformanceReport.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.stereotype.Service;

/// How fast the floor answers, from the same meters that Prometheus reads.
@Service
public class Performance {
    private static final List<String> STAGES =
            List.of("claimed", "media", "filters", "inference", "routing", "stored", "offered");

    private final MeterRegistry meters;
    private final HikariDataSource pool;
    private final ConnectionGate gate;

    Performance(MeterRegistry meters, DataSource connections) throws SQLException {
        this.meters = meters;
        this.pool = connections.unwrap(HikariDataSource.class);
        this.gate = connections.unwrap(ConnectionGate.class);
    }

    public PerformanceReport report() {
        return new PerformanceReport(Health.uptimeSeconds(), process(), pool(), endpoints(), stages());
    }

    private PerformanceReport.Process process() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var cpu = meters.find("process.cpu.usage").gauge();
        return new PerformanceReport.Process(
                cpu == null || Double.isNaN(cpu.value()) ? 0 : cpu.value(),
                heap.getUsed(),
                heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private PerformanceReport.Pool pool() {
        var bean = pool.getHikariPoolMXBean();
        return new PerformanceReport.Pool(
                bean.getActiveConnections(), bean.getIdleConnections(), gate.waiting(), pool.getMaximumPoolSize());
    }

    /// The busiest first.
    private List<Endpoint> endpoints() {
        return meters.find("http.server.requests").timers().stream()
                .collect(Collectors.groupingBy(Performance::route))
                .entrySet()
                .stream()
                .map(route -> endpoint(route.getKey(), route.getValue()))
                .sorted(Comparator.comparingLong(Endpoint::requests).reversed())
                .toList();
    }

    private static String route(Timer timer) {
        var id = timer.getId();
        return Objects.requireNonNullElse(id.getTag("method"), "") + " "
                + Objects.requireNonNullElse(id.getTag("uri"), "");
    }

    /// A route has one timer for each status; its percentiles are those of the busiest, which is the usual answer.
    private static Endpoint endpoint(String route, List<Timer> timers) {
        long requests = timers.stream().mapToLong(Timer::count).sum();
        long failures = timers.stream()
                .filter(timer -> "SERVER_ERROR".equals(timer.getId().getTag("outcome")))
                .mapToLong(Timer::count)
                .sum();
        double total = timers.stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
        var usual = timers.stream()
                .max(Comparator.comparingLong(Timer::count))
                .orElseThrow()
                .takeSnapshot();
        return new Endpoint(
                route,
                requests,
                failures,
                requests == 0 ? 0 : total / requests,
                percentile(usual.percentileValues(), 0.5),
                percentile(usual.percentileValues(), 0.95),
                percentile(usual.percentileValues(), 0.99),
                timers.stream()
                        .mapToDouble(timer -> timer.max(TimeUnit.MILLISECONDS))
                        .max()
                        .orElse(0));
    }

    /// The stages of an item's way, in their order.
    private List<Stage> stages() {
        return meters.find("docket.stage").timers().stream()
                .map(Performance::stage)
                .sorted(Comparator.comparingInt(stage -> STAGES.indexOf(stage.stage())))
                .toList();
    }

    private static Stage stage(Timer timer) {
        var values = timer.takeSnapshot().percentileValues();
        return new Stage(
                Objects.requireNonNullElse(timer.getId().getTag("stage"), ""),
                timer.count(),
                timer.mean(TimeUnit.MILLISECONDS),
                percentile(values, 0.5),
                percentile(values, 0.95),
                percentile(values, 0.99),
                timer.max(TimeUnit.MILLISECONDS));
    }

    private static double percentile(ValueAtPercentile[] values, double percentile) {
        return Arrays.stream(values)
                .filter(value -> value.percentile() == percentile)
                .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
                .findFirst()
                .orElse(0);
    }
}
