package dev.docket.backend.classification;

import dev.docket.backend.Floor;
import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.classification.ClassificationJobs.Lane;
import dev.docket.backend.classification.verdict.VerdictCaches;
import dev.docket.backend.intake.Submissions;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.models.PictureHashes;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.models.ServingOcr;
import dev.docket.backend.models.StageTimes;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.support.ScratchDatabase;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ReportRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Intake, policies and classification on a database of their own with a scripted model, and nothing else of the floor.
/// No worker runs by itself: a test works the rounds.
final class Line implements AutoCloseable {
    private static final DataSource DATABASE = ScratchDatabase.create("classification");
    static final Duration TIME_LIMIT = Duration.ofMillis(400);

    final ScriptedModel model = new ScriptedModel();
    final ScriptedImages images = new ScriptedImages();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final JdbcClient jdbc = JdbcClient.create(DATABASE);
    final List<ItemRouted> routed = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /// Without a memory: what the model does now is what counts.
    Line(Path home) {
        this(home, "0B");
    }

    /// @param memory for verdicts
    Line(Path home, String memory) {
        this(home, memory, true);
    }

    /// @param anew whether its tables are emptied first; else it finds what the line before left
    Line(Path home, String memory, boolean anew) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "line",
                        Map.of(
                                "docket.home", home.toString(),
                                "docket.classification.workers", "0",
                                "docket.classification.media-workers", "0",
                                "docket.media.fetchers", "0",
                                "docket.classification.backoff", "1ms",
                                "docket.classification.audit-share", "0",
                                "docket.classification.verdicts.memory", memory)));
        context.registerBean(DataSource.class, () -> DATABASE);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(DATABASE));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(AuditTrail.class, () -> (actor, action, kind, id, details) -> {});
        context.registerBean(LiveEvents.class, () -> (type, subject, payload) -> {});
        context.registerBean(ServingModel.class, this::servingModel);
        context.registerBean(
                ServingImages.class, () -> new ServingImages(images, settings(), new SimpleMeterRegistry()));
        context.registerBean(ServingOcr.class, () -> new ServingOcr(reading(home), new SimpleMeterRegistry()));
        context.registerBean(PictureHashes.class);
        context.registerBean(StageTimes.class, () -> new StageTimes(meters));
        context.registerBean(InferenceFigures.class, () -> new InferenceFigures(new SimpleMeterRegistry()));
        context.registerBean(Listener.class, () -> new Listener(routed));
        context.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(".*(\\.web\\..*|Test.*)")));
        scanner.scan(List.of("intake", "policy", "filters", "classification").stream()
                .map(module -> Floor.class.getPackageName() + "." + module)
                .toArray(String[]::new));
        context.refresh();
        if (anew) {
            clear();
        }
    }

    private ServingModel servingModel() {
        return new ServingModel(() -> model, settings(), new InferenceFigures(new SimpleMeterRegistry()));
    }

    private static ModelSettings settings() {
        var guard = new ModelSettings.Guard(TIME_LIMIT, Duration.ofMillis(50), Duration.ofSeconds(5));
        return new ModelSettings(Path.of("."), false, guard);
    }

    /// Models that are no script take their time on a busy machine.
    private static ModelSettings reading(Path home) {
        var guard = new ModelSettings.Guard(Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ofMinutes(1));
        return new ModelSettings(home, false, guard);
    }

    private void clear() {
        for (String table : List.of(
                "item_report",
                "assessment",
                "classification_job",
                "media_fetch",
                "item",
                "verdict",
                "verdict_forgotten",
                "media_verdict",
                "media_verdict_forgotten")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    UUID submit(String text) {
        return bean(Submissions.class)
                .submit(new ItemContent(
                        "test", UUID.randomUUID().toString(), text, null, null, null, null, null, null, null, null))
                .id();
    }

    void report(UUID item, String policy) {
        bean(Submissions.class).report(item, new ReportRequest("somebody", policy, null));
    }

    int round() {
        return bean(Round.class).work(Lane.TEXT) + bean(Round.class).work(Lane.MEDIA);
    }

    /// What a floor does by itself every second.
    void hearOfOthers() {
        bean(VerdictCaches.class).hearOfOthers();
    }

    /// Works until no job is left that could be worked.
    void workOff() {
        while (waiting() > 0) {
            round();
        }
    }

    void inTransaction(Runnable work) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    long waiting() {
        return count("SELECT count(*) FROM classification_job WHERE state <> 'DEAD'");
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    Assessment assessment(UUID item) {
        return bean(Assessments.class).latest(item).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Transactions {
        @org.springframework.context.annotation.Bean
        @org.springframework.context.annotation.Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static org.springframework.context.support.PropertySourcesPlaceholderConfigurer placeholders() {
            return new org.springframework.context.support.PropertySourcesPlaceholderConfigurer();
        }
    }

    /// Hears what the queue would.
    record Listener(List<ItemRouted> routed) {
        @EventListener
        void hear(ItemRouted event) {
            routed.add(event);
        }
    }
}
