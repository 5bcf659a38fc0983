package dev.docket.client.labels.sets;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.Phrase;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.DatasetCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A dataset card in the desk's language, in Markdown, from the facts that the floor gives.
final class CardText {
    private static final String KEY = "labels.card.";
    private static final String EMPTY_SPLIT = "gap.empty-split.";
    private static final String NEVER_FOUND = "gap.never-found";

    private final Figures figures;
    private final StringBuilder text = new StringBuilder();

    private CardText(Figures figures) {
        this.figures = figures;
    }

    static String of(DatasetCard card, Figures figures) {
        return new CardText(figures).write(card);
    }

    private String write(DatasetCard card) {
        var request = card.request();
        paragraph(say("intro", figures.count(card.rows())));
        heading("whence");
        paragraph(
                request.from() == null
                        ? say("whence.to", at(card.to()))
                        : say("whence.between", at(request.from()), at(card.to())));
        paragraph(say("whence.labels"));
        filters(request);
        splits(card, request);
        heading("labels");
        card.figures()
                .labels()
                .forEach((label, balance) -> line(say(
                        "label",
                        figures.words().label(label),
                        figures.count(balance.positives()),
                        figures.count(balance.negatives()))));
        counts("languages", card.figures().languages(), figures.words()::language);
        counts("sources", card.figures().sources(), CardText::plain);
        counts(
                "settled-by",
                card.figures().labelSources(),
                source -> figures.words().named("labels.source", source));
        counts("months", card.figures().months(), UnaryOperator.identity());
        counts("outcomes", card.outcomes(), outcome -> figures.words().named("labels.card.outcome", outcome));
        heading("agreement");
        paragraph(
                card.judgedByTwo() == 0
                        ? say("agreement.none")
                        : say(
                                "agreement.some",
                                figures.count(card.judgedByTwo()),
                                figures.count(card.rows()),
                                figures.percent(card.agreement())));
        heading("weights");
        paragraph(say(
                "weights.about",
                figures.any(card.weights().mostInverse()),
                figures.shortFigure(card.weights().oneLook())));
        gaps(card);
        heading("proof");
        paragraph(say("proof.about", card.sha256()));
        return text.toString();
    }

    private void filters(CreateLabelSet request) {
        heading("filters");
        filter("policies", request.policies(), "all", policy -> policy);
        filter("languages", request.languages(), "all", figures.words()::language);
        filter("sources", request.sources(), "all", CardText::plain);
        filter(
                "settled-by",
                request.labelSources(),
                "all",
                source -> figures.words().named("labels.source", source));
        line(say(
                "filter",
                say("least-agreement"),
                figures.percent(Objects.requireNonNullElse(request.minAgreement(), 0.0))));
        filter("imports", request.imports(), "none", id -> id);
        filter("held-out-tests", request.holdOut(), "none", version -> version);
    }

    private void filter(String key, @Nullable List<String> values, String none, UnaryOperator<String> name) {
        String listed = values == null || values.isEmpty()
                ? say(none)
                : values.stream().map(name).collect(Collectors.joining(", "));
        line(say("filter", say(key), listed));
    }

    private void splits(DatasetCard card, CreateLabelSet request) {
        heading("splits");
        var together = request.groupBy() == null || request.groupBy().isEmpty()
                ? say("together.none")
                : request.groupBy().stream()
                        .map(by -> figures.words().named("labels.card.together", by))
                        .collect(Collectors.joining(", "));
        paragraph(say("splits.together", together, Long.toString(Objects.requireNonNullElse(request.seed(), 1L))));
        if ("TIME".equals(request.splitBy())) {
            paragraph(say("splits.time"));
        }
        paragraph(say(
                "splits.left-out",
                figures.count(card.leftOut().heldOut()),
                figures.count(card.leftOut().straddling()),
                figures.count(card.leftOut().balance())));
        card.splits()
                .forEach((split, rows) ->
                        line(say("filter", figures.words().named("labels.split", split), figures.count(rows))));
    }

    private void counts(String key, Map<String, Long> counts, UnaryOperator<String> name) {
        heading(key);
        counts.forEach((what, rows) -> line(say("filter", name.apply(what), figures.count(rows))));
    }

    private void gaps(DatasetCard card) {
        var gaps = new ArrayList<String>();
        card.gaps().forEach(gap -> gaps.add(gap(gap, card)));
        if (card.erasedRows() > 0) {
            gaps.add(say("erased", figures.count(card.erasedRows())));
        }
        heading("gaps");
        if (gaps.isEmpty()) {
            paragraph(say("gaps.none"));
        }
        gaps.forEach(this::line);
    }

    private String gap(Phrase gap, DatasetCard card) {
        if (gap.code().equals(NEVER_FOUND)) {
            return say(
                    "never-found",
                    card.neverFound().stream().map(figures.words()::label).collect(Collectors.joining(", ")));
        }
        if (gap.code().startsWith(EMPTY_SPLIT)) {
            return say(
                    "empty-split",
                    figures.words().named("labels.split", gap.code().substring(EMPTY_SPLIT.length())));
        }
        return figures.said(gap, gap.code());
    }

    private String at(Instant time) {
        return figures.words().dateTime(time);
    }

    private String say(String key, Object... arguments) {
        return figures.text(KEY + key, arguments);
    }

    private void heading(String key) {
        text.append("## ").append(say(key)).append("\n\n");
    }

    private void paragraph(String said) {
        text.append(said).append("\n\n");
    }

    private void line(String said) {
        text.append("- ").append(said).append('\n');
    }

    /// Names are somebody's input: without what Markdown would make something of.
    private static String plain(String name) {
        return name.replaceAll("[\\p{Cntrl}<>|`\\[\\]*_#&\\\\]", " ").strip();
    }
}
