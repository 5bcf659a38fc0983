package dev.docket.backend.classification;

import dev.docket.backend.classification.Assessor.Scales;
import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.media.MediaReader;
import dev.docket.backend.filters.Filters;
import dev.docket.backend.filters.Sifted;
import dev.docket.backend.intake.MediaLimits;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.classify.ClassifyRequest;
import dev.docket.dto.classify.ClassifyRequest.Input;
import dev.docket.dto.classify.ClassifyResponse;
import dev.docket.dto.classify.ClassifyResponse.Result;
import dev.docket.dto.item.Route;
import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Scores and routes content without storing it, by the same models and thresholds as items.
///
/// Only a few requests run at once: more would only wait for each other, so they are told to come back.
@Service
public class Classification {
    private static final int MOST_ITEMS = 256;
    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_REQUESTS = 8;

    private final Verdicts verdicts;
    private final Assessor assessor;
    private final Filters filters;
    private final MediaReader reader;
    private final Writings writings;
    private final Semaphore places = new Semaphore(MOST_REQUESTS);

    Classification(Verdicts verdicts, Assessor assessor, Filters filters, MediaReader reader, Writings writings) {
        this.verdicts = verdicts;
        this.assessor = assessor;
        this.filters = filters;
        this.reader = reader;
        this.writings = writings;
    }

    /// A result for each input, in order. What no model reads has no scores and the route REVIEW.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput with every fault of the request
    /// @throws DomainProblem `overloaded`, or `classifier-unavailable` when a text could not be scored
    public ClassifyResponse classify(ClassifyRequest request) {
        check(request.items());
        return inPlace(() -> new ClassifyResponse(results(request.items(), Boolean.TRUE.equals(request.explain()))));
    }

    /// Calibrated scores by label of each text, in order, beside no threshold.
    ///
    /// @param texts 1..256 of at most 100,000 characters
    /// @throws DomainProblem `overloaded`, or `classifier-unavailable` when a text could not be scored
    public List<Map<String, Double>> score(List<String> texts) {
        check(texts.stream().map(text -> new Input(text, null)).toList());
        return inPlace(() -> verdicts.score(texts, false).stream()
                .map(Classification::byLabel)
                .toList());
    }

    private <T> T inPlace(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new DomainProblem(CommonProblem.OVERLOADED, "Too many texts are being scored; try again shortly.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static void check(List<Input> items) {
        var errors = new FieldErrors();
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            errors.add("/items", "1 to " + MOST_ITEMS + " items; this has " + items.size());
        }
        for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
            check("/items/" + i, items.get(i), errors);
        }
        errors.throwIfAny();
    }

    private static void check(String pointer, Input input, FieldErrors errors) {
        if ((input.text() == null) == (input.imageBase64() == null)) {
            errors.add(pointer, "exactly one of text and imageBase64");
        }
        if (input.text() != null && input.text().length() > MOST_CHARACTERS) {
            errors.add(pointer + "/text", "at most " + MOST_CHARACTERS + " characters");
        }
        if (input.imageBase64() != null) {
            MediaLimits.fault(input.imageBase64()).ifPresent(fault -> errors.add(pointer + "/imageBase64", fault));
        }
    }

    private List<Result> results(List<Input> items, boolean explain) {
        var texts = items.stream()
                .map(Input::text)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        var findings = verdicts.score(texts, explain).iterator();
        var results = new ArrayList<Result>(items.size());
        for (Input input : items) {
            results.add(input.text() == null ? seen(input, explain) : result(input.text(), findings.next(), explain));
        }
        return results;
    }

    private Result result(String text, Finding finding, boolean explain) {
        var sifted = filters.siftText(text);
        var scales = assessor.weigh(Fusion.of(scored(finding)), Policies.UNKNOWN_LANGUAGE);
        return new Result(
                wire(scales),
                sifted.matches(),
                assessor.route(scales.routing().route(), scales.routing().severity(), sifted),
                scales.versions(),
                explain ? scales.explanation() : null);
    }

    private static Map<String, Double> byLabel(Finding finding) {
        return scored(finding).scores().stream().collect(Collectors.toMap(LabelScore::label, LabelScore::score));
    }

    private static TextScores scored(Finding finding) {
        if (finding instanceof Scored(var scores)) {
            return scores;
        }
        throw new DomainProblem(
                ClassifyProblem.UNAVAILABLE,
                "A text could not be scored; try again, or submit it as an item and a person will see it.",
                Map.of("retryAfter", 5));
    }

    /// Where no model could judge the image it has no scores, and whoever would store it should have a person see it.
    private Result seen(Input input, boolean explain) {
        byte[] image = Base64.getDecoder().decode(Objects.requireNonNull(input.imageBase64()));
        var parts = writings.score(List.of(reader.image(0, image, explain)), explain);
        var sifted =
                Writings.texts(parts).stream().map(filters::siftText).reduce(filters.siftImage(image), Sifted::and);
        var scales = assessor.weigh(Fusion.of(null, parts), Policies.UNKNOWN_LANGUAGE);
        Route judged = Assessor.isWhole(parts) ? scales.routing().route() : Route.REVIEW;
        return new Result(
                wire(scales),
                sifted.matches(),
                assessor.route(judged, scales.routing().severity(), sifted),
                scales.versions(),
                explain ? scales.explanation() : null);
    }

    private static List<ClassifyResponse.Score> wire(Scales scales) {
        return scales.routing().scores().stream()
                .map(flag ->
                        new ClassifyResponse.Score(flag.label(), flag.score(), flag.reviewThreshold(), flag.flagged()))
                .toList();
    }
}
