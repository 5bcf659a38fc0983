package dev.docket.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.Floor;
import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.fetch.Internet;
import dev.docket.backend.intake.fetch.LocalInternet;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.support.ScratchDatabase;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/// From an address to kept bytes: intake alone, on a database of its own. No fetcher runs by itself.
class MediaFetchTest {
    private static final DataSource DATABASE = ScratchDatabase.create("media_fetch");

    @TempDir
    Path home;

    private final MockWebServer server = new MockWebServer();
    private final List<UUID> ready = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void open() throws IOException {
        server.start();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fetching",
                        Map.of(
                                "docket.home", home.toString(),
                                "docket.media.fetchers", "0",
                                "docket.media.backoff", "0s")));
        context.registerBean(DataSource.class, () -> DATABASE);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(DATABASE));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(AuditTrail.class, () -> (actor, action, kind, id, details) -> {});
        context.registerBean("placeholders", PropertySourcesPlaceholderConfigurer.class);
        context.registerBean(
                Internet.class,
                () -> new LocalInternet().name("media.example", "127.0.0.1"),
                definition -> definition.setPrimary(true));
        context.registerBean(Listener.class, () -> new Listener(ready));
        context.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(\\.web\\..*|Test.*)")));
        scanner.scan(Floor.class.getPackageName() + ".intake");
        context.refresh();
        jdbc.sql("DELETE FROM media_fetch").update();
        jdbc.sql("DELETE FROM item").update();
    }

    @AfterEach
    void close() {
        context.close();
        server.close();
    }

    @Test
    void anItemIsReadyWhenItsLastMediumIsFetched() throws IOException {
        byte[] image = png(40, 30);
        sends(image);
        sends(png(30, 40));

        UUID item = submit(address("/one.png"), address("/two.png"));
        assertThat(ready).isEmpty();
        fetchNext();
        assertThat(ready).isEmpty();
        fetchNext();

        assertThat(ready).containsExactly(item);
        var kept = item(item).media();
        assertThat(kept).extracting(KeptMedium::fault).containsOnlyNulls();
        assertThat(context.getBean(MediaBytes.class)
                        .read(String.valueOf(kept.getFirst().sha256())))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(image));
    }

    @Test
    void itsAddressIsShownAsItWasSent() throws IOException {
        sends(png(4, 3));

        UUID item = submit(address("/one.png"));
        fetchNext();

        assertThat(item(item).content().media()).extracting(Media::url).containsExactly(address("/one.png"));
    }

    @Test
    void itemsWithoutAddressesAreReadyAtOnce() {
        UUID item = submit();

        assertThat(ready).containsExactly(item);
    }

    @Test
    void whatIsNotPublicIsGivenUpAtOnceWithTheReason() {
        UUID item = submit("http://169.254.169.254/latest/meta-data/");

        fetchNext();

        assertThat(ready).containsExactly(item);
        assertThat(item(item).media())
                .extracting(KeptMedium::fault)
                .containsExactly("Its address is not a public one.");
    }

    @Test
    void whatFailsIsTriedThreeTimesAndThenGivenUp() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().code(503).build());
        }
        UUID item = submit(address("/busy.png"));

        fetchNext();
        fetchNext();
        assertThat(ready).isEmpty();
        fetchNext();

        assertThat(ready).containsExactly(item);
        assertThat(item(item).media()).extracting(KeptMedium::fault).containsExactly("Its server answered 503.");
        assertThat(fetchers().fetchNext()).isFalse();
    }

    @Test
    void anErasedItemGetsNothing() throws IOException {
        sends(png(4, 3));
        UUID item = submit(address("/one.png"));

        context.getBean(Submissions.class).erase(item, new Actor.Automation("test"));

        assertThat(fetchers().fetchNext()).isFalse();
        assertThat(files()).isZero();
    }

    @Test
    void fetchedBytesGoWithTheLastItemThatHasThem() throws IOException {
        byte[] image = png(5, 4);
        sends(image);
        sends(image);
        UUID one = submit(address("/a.png"));
        UUID two = submit(address("/b.png"));
        fetchNext();
        fetchNext();
        assertThat(files()).isOne();

        context.getBean(Submissions.class).erase(one, new Actor.Automation("test"));
        assertThat(files()).isOne();
        context.getBean(Submissions.class).erase(two, new Actor.Automation("test"));

        assertThat(files()).isZero();
    }

    @Test
    void aDeadFetchersMediumIsFetchedByAnother() throws IOException {
        sends(png(4, 3));
        UUID item = submit(address("/one.png"));
        jdbc.sql("UPDATE media_fetch SET state = 'LEASED', leased_until = now() - interval '1 second'")
                .update();
        assertThat(fetchers().fetchNext()).isFalse();

        fetchers().reclaim();
        fetchNext();

        assertThat(ready).containsExactly(item);
    }

    private void sends(byte[] bytes) {
        server.enqueue(
                new MockResponse.Builder().body(new Buffer().write(bytes)).build());
    }

    private String address(String path) {
        return "http://media.example:" + server.getPort() + path;
    }

    private UUID submit(String... urls) {
        var media = Arrays.stream(urls)
                .map(url -> new Media(MediaKind.IMAGE, null, url, null))
                .toList();
        return context.getBean(Submissions.class)
                .submit(new ItemContent(
                        "test",
                        UUID.randomUUID().toString(),
                        "a text",
                        null,
                        null,
                        null,
                        media,
                        null,
                        null,
                        null,
                        null))
                .id();
    }

    private Item item(UUID id) {
        return context.getBean(Items.class).find(id).orElseThrow();
    }

    private Fetchers fetchers() {
        return context.getBean(Fetchers.class);
    }

    private void fetchNext() {
        assertThat(fetchers().fetchNext()).isTrue();
    }

    private long files() throws IOException {
        var media = home.resolve("media");
        if (!Files.exists(media)) {
            return 0;
        }
        try (var files = Files.walk(media)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @Configuration(proxyBeanMethods = false)
    static class Transactions {}

    record Listener(List<UUID> ready) {
        @EventListener
        void hear(ItemsReady event) {
            ready.addAll(event.items());
        }
    }
}
