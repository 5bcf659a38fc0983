package dev.docket.backend.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.models.ImageReaders;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.policy.LabelSchemas;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.models.ModelOrigin;
import dev.docket.dto.people.Role;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.packages.ModelPackages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two floors of one database, each with a home and a model of its own: the floor of the test, and another that follows
/// the same registry.
@FloorTest
class FollowingTest {
    private static final Actor TEST = new Actor.Automation("test");
    private static final String SHIPPED = "docket-text-1";
    private static final int ROUNDS = 20;

    /// Kept between tests: it holds the frozen encoder.
    @TempDir
    static Path otherHome;

    @Autowired
    private FloorClient anybody;

    @Autowired
    private StoredModels models;

    @Autowired
    private LabelSchemas labels;

    @Autowired
    private ImageReaders readers;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private LiveEvents live;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private Lives lives;

    @Autowired
    private Registry registry;

    @Autowired
    private Following following;

    @Autowired
    private ServingModel serving;

    @Autowired
    private ModelSettings settings;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient ml;
    private ServingModel otherServing;
    private Following other;

    @BeforeEach
    void openTheOtherFloor() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
        registry.champion();
        await().until(() -> serving.describe().isPresent());
        following.follow();
        var otherSettings = new ModelSettings(otherHome, false, null);
        otherServing = new ServingModel(
                () -> Classifiers.openDefault(otherHome.resolve("models"), false),
                otherSettings,
                new InferenceFigures(new SimpleMeterRegistry()));
        otherServing.start();
        var otherRegistry =
                new Registry(new Shelf(otherSettings, models), models, labels, audit, live, transaction, clock);
        other = new Following(
                otherRegistry,
                models,
                labels,
                otherServing,
                new ServingImages(readers, otherSettings, new SimpleMeterRegistry()));
        await().until(() -> otherServing.describe().isPresent());
        other.follow();
    }

    @AfterEach
    void closeIt() {
        otherServing.stop();
        Packages.sweep(settings.home());
        Packages.sweep(otherHome);
    }

    @Test
    void aPromotionAndARollbackReachTheOtherFloorWhichFetchesTheFiles() {
        try (var rounds = Executors.newSingleThreadScheduledExecutor()) {
            rounds.scheduleWithFixedDelay(other::look, 0, 500, TimeUnit.MILLISECONDS);
            String version = uploaded();
            assertThat(home(version)).doesNotExist();

            lives.shadow(version, TEST);
            lives.canary(version, 0.5, TEST);
            lives.crown(version, TEST);
            following.follow();
            reaches(version);
            assertThat(home(version).resolve("lexicon.bin")).exists();
            assertThat(health().getStatus().getCode()).isEqualTo("UP");

            lives.takeBack(version, "worse", TEST);
            reaches(SHIPPED);
            assertThat(other.post().champion()).isEqualTo(SHIPPED);
        }
    }

    /// A second is what is promised; whatever else the building machine does comes on top.
    private void reaches(String version) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(4))
                .until(() -> version.equals(serves(otherServing)));
    }

    @Test
    void aFloorWithoutTheFilesGoesOnWithWhatServedAndSaysWhatIsMissing() throws ModelFault, IOException {
        String before = uploaded();
        crown(before);
        other.follow();
        assertThat(serves(otherServing)).isEqualTo(before);

        byte[] archive = Packages.archive(Packages.version("large"));
        String missing = version(Packages.upload(ml, archive));
        jdbc.sql("DELETE FROM model_file WHERE version = :version")
                .param("version", missing)
                .update();
        crown(missing);
        assertThat(serves(serving)).isEqualTo(missing);
        other.follow();

        assertThat(serves(otherServing)).as("what served before").isEqualTo(before);
        assertThat(health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health().getDetails().get("detail"))
                .isEqualTo(missing + " cannot serve: Its files are not in this home, nor in the database. " + before
                        + " serves in its place.");

        new ModelPackages(otherHome.resolve("models")).add(Files.write(otherHome.resolve("large.zip"), archive));
        for (int round = 0; round < ROUNDS; round++) {
            other.follow();
        }
        assertThat(serves(otherServing)).isEqualTo(missing);
        assertThat(health().getStatus().getCode()).isEqualTo("UP");
        lives.takeBack(missing, "end of the test", TEST);
        lives.takeBack(before, "end of the test", TEST);
        following.follow();
    }

    @Test
    void aChampionThatCannotServeIsTriedAgainEveryTwentiethRound() throws IOException {
        String version = Packages.version("misfit");
        byte[] archive = Packages.archive(
                version, manifest -> manifest.withObject("encoder").put("sha256", "0".repeat(64)));
        new Registry(
                        new Shelf(new ModelSettings(otherHome, false, null), models),
                        models,
                        labels,
                        audit,
                        live,
                        transaction,
                        clock)
                .register(
                        Files.write(otherHome.resolve("misfit.zip"), archive),
                        Provenance.of(ModelOrigin.IMPORTED),
                        TEST);
        lives.shadow(version, TEST);
        lives.canary(version, 0.5, TEST);
        lives.crown(version, TEST);
        var faults = new ListAppender<ILoggingEvent>();
        faults.start();
        var logger = (Logger) LoggerFactory.getLogger(Follower.class);
        // The floor of the test follows as well, on threads of its own.
        String here = Thread.currentThread().getName();
        logger.addAppender(faults);
        try {
            for (int round = 0; round < 2 * ROUNDS + 1; round++) {
                other.follow();
            }
            assertThat(faults.list.stream()
                            .filter(event -> event.getThreadName().equals(here))
                            .filter(event -> event.getMessage().startsWith("What the registry says cannot serve")))
                    .as("at once, and in the twentieth and fortieth round after it")
                    .hasSize(3);
        } finally {
            logger.detachAppender(faults);
        }
        assertThat(serves(otherServing)).isEqualTo(SHIPPED);
        assertThat(health().getDetails().get("detail").toString())
                .contains(version + " cannot serve", "What ships with Docket serves in its place");
        lives.takeBack(version, "end of the test", TEST);
    }

    private void crown(String version) {
        lives.shadow(version, TEST);
        lives.canary(version, 0.5, TEST);
        lives.crown(version, TEST);
        following.follow();
    }

    private org.springframework.boot.health.contributor.Health health() {
        return new RegistryHealth(other).health();
    }

    private static Path home(String version) {
        return otherHome.resolve("models").resolve(version);
    }

    private static String serves(ServingModel model) {
        return model.describe().map(ModelDescription::version).orElse("");
    }

    private String uploaded() {
        return version(Packages.upload(ml, Packages.archive(Packages.version("heads"))));
    }

    private static String version(FloorClient.Answer taken) {
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return taken.json().path("version").asString();
    }
}
