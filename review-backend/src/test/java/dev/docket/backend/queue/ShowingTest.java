package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.SampleImages;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An item's images as people are shown them, over HTTP.
@FloorTest
class ShowingTest {
    @Autowired
    private FloorClient floor;

    private String media = "";
    private FloorClient holder;

    @BeforeEach
    void anItemThatSomebodyHolds() {
        var platform = floor.as(TestCallers.key(Scope.values()));
        var item = platform.post("/api/v1/items?wait=true", """
                {"source":"test","externalId":"s-1",
                 "text":"You are a worthless idiot and everybody hates you, shut up you stupid loser",
                 "media":[{"kind":"IMAGE","base64":"%s"},{"kind":"IMAGE","url":"http://10.0.0.1/a.png"}]}""".formatted(SampleImages.landscape()))
                .json();
        media = "/api/v1/items/" + item.path("id").asString() + "/media/";
        holder = floor.as(TestCallers.person("mod", Role.MODERATOR).token());
        assertThat(holder.post("/api/v1/claims", "{\"count\":1}")
                        .json()
                        .path("tasks")
                        .size())
                .isOne();
    }

    @Test
    void whoeverHoldsTheTaskSeesItWrittenAnew() throws IOException {
        var shown = bytes(holder, media + "0?side=64");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(shown.headers().firstValue("cache-control"))
                .hasValueSatisfying(how -> assertThat(how).contains("private"));
        var image = ImageIO.read(new ByteArrayInputStream(shown.body()));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(shown.body()).startsWith((byte) 0xff, (byte) 0xd8);
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        var refused = holder.get(media + "1");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("medium-not-shown");
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("It was not fetched. Its address is not a public one.");
        assertThat(holder.get(media + "2").status()).isEqualTo(404);
    }

    @Test
    void aModeratorWithoutATaskOnItSeesNothing() {
        var other = floor.as(TestCallers.person("other", Role.MODERATOR).token());

        assertThat(other.get(media + "0").status()).isEqualTo(404);
    }

    @Test
    void thoseWhoseScreensHoldAnyItemSeeIt() throws IOException {
        for (Role role : new Role[] {Role.SENIOR, Role.POLICY}) {
            var person = floor.as(TestCallers.person(role.name().toLowerCase(Locale.ROOT), role)
                    .token());

            assertThat(bytes(person, media + "0").statusCode()).as(role.name()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(floor.as(TestCallers.person("ml", Role.ML).token())
                        .get(media + "0")
                        .status())
                .isEqualTo(403);
        assertThat(floor.as(TestCallers.key(Scope.values())).get(media + "0").status())
                .isEqualTo(403);
        assertThat(floor.get(media + "0").status()).isEqualTo(401);
    }

    @Test
    void theTaskSaysWhatTheModelSawInEachImage() {
        var item = floor.as(TestCallers.person("senior", Role.SENIOR).token()).get(media.replace("/media/", ""));

        assertThat(item.json().at("/evidence/media/0/maps/sexual/cells").size()).isPositive();
        assertThat(item.json().at("/evidence/media/1/fault").asString()).contains("not a public one");
    }

    private static HttpResponse<byte[]> bytes(FloorClient caller, String path) throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(caller.request(path).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
