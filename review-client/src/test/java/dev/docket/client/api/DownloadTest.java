package dev.docket.client.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final String WHOLE = "0123456789".repeat(20_000);

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private Floor floor;

    @BeforeEach
    void start() throws IOException {
        server.start();
        floor = Floor.at(server.url("/").uri(), new Unwatched());
    }

    @AfterEach
    void stop() {
        floor.close();
        server.close();
    }

    @Test
    void aBodyBecomesAFileAndNothingStaysBesideIt() throws Exception {
        server.enqueue(whole("\"one\"").build());

        assertThat(download(Long.MAX_VALUE)).isTrue();

        assertThat(file()).hasContent(WHOLE);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void whatWasStoppedGoesOnWhereItStopped() throws Exception {
        server.enqueue(whole("\"one\"").build());
        assertThat(download(1)).isFalse();
        long kept = Files.size(folder.resolve("rows.jsonl.part"));
        assertThat(kept).isPositive().isLessThan(WHOLE.length());

        server.enqueue(new MockResponse.Builder()
                .code(206)
                .addHeader("ETag", "\"one\"")
                .body(WHOLE.substring((int) kept))
                .build());
        assertThat(download(Long.MAX_VALUE)).isTrue();

        server.takeRequest();
        var resumed = server.takeRequest().getHeaders();
        assertThat(resumed.get("Range")).isEqualTo("bytes=" + kept + "-");
        assertThat(resumed.get("If-Range")).isEqualTo("\"one\"");
        assertThat(file()).hasContent(WHOLE);
    }

    @Test
    void anotherBodyBeginsAnew() throws Exception {
        server.enqueue(whole("\"one\"").build());
        download(1);
        server.enqueue(whole("\"two\"").build());

        assertThat(download(Long.MAX_VALUE)).isTrue();

        assertThat(file()).hasContent(WHOLE);
    }

    @Test
    void aBeginningThatIsLongerThanTheBodyIsForgotten() throws Exception {
        Files.writeString(folder.resolve("rows.jsonl.part"), WHOLE + WHOLE);
        Files.writeString(folder.resolve("rows.jsonl.part.etag"), "\"one\"");
        server.enqueue(new MockResponse.Builder().code(416).build());
        server.enqueue(whole("\"one\"").build());

        assertThat(download(Long.MAX_VALUE)).isTrue();

        assertThat(file()).hasContent(WHOLE);
    }

    @Test
    void whatCameBeforeTheWayBrokeIsKept() throws Exception {
        server.enqueue(whole("\"one\"")
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        assertThatThrownBy(() -> download(Long.MAX_VALUE)).isInstanceOf(Offline.class);

        assertThat(folder.resolve("rows.jsonl.part")).exists();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aRefusalIsARefusal() {
        server.enqueue(new MockResponse.Builder().code(403).build());

        assertThatThrownBy(() -> download(Long.MAX_VALUE)).isInstanceOf(ApiProblem.class);
    }

    private boolean download(long most) throws Exception {
        return floor.download("/api/v1/label-sets/s1/export", Map.of(), file(), (moved, all) -> moved < most);
    }

    private Path file() {
        return folder.resolve("rows.jsonl");
    }

    private static MockResponse.Builder whole(String etag) {
        return new MockResponse.Builder().addHeader("ETag", etag).body(WHOLE);
    }

    private static final class Unwatched implements Floor.Watcher {
        @Override
        public void reached() {}

        @Override
        public void unreachable() {}

        @Override
        public void signedOut() {}
    }
}
