package dev.docket.backend.dropin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.moderations.Moderation;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.moderations.ModerationImageUrlInput;
import com.openai.models.moderations.ModerationModel;
import com.openai.models.moderations.ModerationMultiModalInput;
import com.openai.models.moderations.ModerationTextInput;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.SampleImages;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// OpenAI's own client, of which nothing is changed but base URL and key, against the floor and
/// its real model.
@FloorTest
class OpenAiClientTest {
    private static final String ABUSE = "You are a worthless idiot and everybody hates you, shut up you stupid loser";
    private static final String KIND = "Thank you so much, the recipe worked well and the garden looks lovely today";
    private static final String PIXEL = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    private FloorClient floor;

    private final List<OpenAIClient> clients = new ArrayList<>();
    private OpenAIClient client;

    @BeforeEach
    void connect() {
        client = client(TestCallers.key(Scope.CLASSIFY));
    }

    @AfterEach
    void disconnect() {
        clients.forEach(OpenAIClient::close);
    }

    @Test
    void flagsAbuseAndScoresEveryCategory() {
        var answer = client.moderations()
                .create(ModerationCreateParams.builder()
                        .input(ABUSE)
                        .model(ModerationModel.OMNI_MODERATION_LATEST)
                        .build())
                .validate();

        assertThat(answer.id()).startsWith("modr-");
        assertThat(answer.model()).startsWith("docket-text");
        assertThat(answer.results()).singleElement().satisfies(result -> {
            assertThat(result.flagged()).isTrue();
            assertThat(result.categories().harassment()).isTrue();
            assertThat(result.categoryScores().harassment()).isBetween(0.5, 1.0);
            assertThat(result.categoryScores().sexualMinors()).isZero();
            assertThat(result.categoryAppliedInputTypes().harassment())
                    .containsExactly(Moderation.CategoryAppliedInputTypes.Harassment.TEXT);
            assertThat(result.categoryAppliedInputTypes().sexualMinors()).isEmpty();
        });
    }

    @Test
    void answersEachTextOfAListInOrder() {
        var results = client.moderations()
                .create(ModerationCreateParams.builder()
                        .inputOfStrings(List.of(KIND, ABUSE))
                        .build())
                .validate()
                .results();

        assertThat(results).extracting(Moderation::flagged).containsExactly(false, true);
    }

    @Test
    void answersContentPartsAsOne() {
        var text = ModerationMultiModalInput.ofText(
                ModerationTextInput.builder().text(ABUSE).build());
        var results = client.moderations()
                .create(ModerationCreateParams.builder()
                        .inputOfModerationMultiModalArray(List.of(text, image(PIXEL)))
                        .build())
                .validate()
                .results();

        assertThat(results)
                .singleElement()
                .satisfies(
                        result -> assertThat(result.categories().harassment()).isTrue());
    }

    @Test
    void saysWhichCategoriesWereReadInAnImage() {
        var result = client.moderations()
                .create(ModerationCreateParams.builder()
                        .inputOfModerationMultiModalArray(
                                List.of(image("data:image/png;base64," + SampleImages.landscape())))
                        .build())
                .validate()
                .results()
                .getFirst();

        assertThat(result.categoryAppliedInputTypes().sexual()).hasToString("[image]");
        assertThat(result.categoryAppliedInputTypes().hate()).isEmpty();
        assertThat(result.categoryScores().sexual()).isBetween(0.0, 0.5);
        assertThat(result.flagged()).isFalse();
    }

    @Test
    void anImageAndATextAreBothReadForWhatBothShow() {
        var text = ModerationMultiModalInput.ofText(
                ModerationTextInput.builder().text(KIND).build());
        var result = client.moderations()
                .create(ModerationCreateParams.builder()
                        .inputOfModerationMultiModalArray(
                                List.of(text, image("data:image/png;base64," + SampleImages.landscape())))
                        .build())
                .validate()
                .results()
                .getFirst();

        assertThat(result.categoryAppliedInputTypes().sexual()).hasToString("[image, text]");
        assertThat(result.categoryAppliedInputTypes().hate()).hasToString("[text]");
    }

    @Test
    void namesWhatNoModelCovers() {
        var raw = client.moderations().withRawResponse();
        try (var answer =
                raw.create(ModerationCreateParams.builder().input(KIND).build())) {
            assertThat(answer.headers().values("Docket-Uncovered-Categories"))
                    .containsExactly("illicit, illicit/violent, self-harm/intent, self-harm/instructions, "
                            + "sexual/minors, violence/graphic");
        }
    }

    @Test
    void aWrongKeyIsTheClientsOwnException() {
        var stranger = client("dk_" + "x".repeat(43));
        var refused = catchThrowableOfType(UnauthorizedException.class, () -> moderate(stranger));

        assertThat(refused.code()).contains("invalid_api_key");
        assertThat(refused.type()).contains("invalid_request_error");
    }

    @Test
    void aKeyWithoutTheRightIsRefused() {
        var other = client(TestCallers.key(Scope.ITEMS_READ));
        var refused = catchThrowableOfType(PermissionDeniedException.class, () -> moderate(other));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void anImageToBeFetchedIsRefusedByItsField() {
        var refused = catchThrowableOfType(
                BadRequestException.class,
                () -> client.moderations()
                        .create(ModerationCreateParams.builder()
                                .inputOfModerationMultiModalArray(List.of(image("https://example.org/a.png")))
                                .build()));

        assertThat(refused.param()).contains("input[0].image_url.url");
        assertThat(refused.type()).contains("invalid_request_error");
        assertThat(refused.getMessage()).contains("data: URL").doesNotContain("example.org");
    }

    private static ModerationMultiModalInput image(String url) {
        return ModerationMultiModalInput.ofImageUrl(ModerationImageUrlInput.builder()
                .imageUrl(ModerationImageUrlInput.ImageUrl.builder().url(url).build())
                .build());
    }

    private static void moderate(OpenAIClient client) {
        client.moderations().create(ModerationCreateParams.builder().input(KIND).build());
    }

    private OpenAIClient client(String key) {
        var made = OpenAIOkHttpClient.builder()
                .baseUrl(floor.uri("/v1").toString())
                .apiKey(key)
                .maxRetries(0)
                .build();
        clients.add(made);
        return made;
    }
}
