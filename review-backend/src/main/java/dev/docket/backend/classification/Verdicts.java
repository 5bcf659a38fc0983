package dev.docket.backend.classification;

import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.media.MediaVerdicts;
import dev.docket.backend.classification.verdict.Basis;
import dev.docket.backend.classification.verdict.VerdictCache;
import dev.docket.backend.classification.verdict.VerdictCaches;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.Items;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.platform.TextDigest;
import dev.docket.backend.policy.Policies;
import dev.docket.model.ModelDescription;
import dev.docket.model.TextScores;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Scores texts, each once: a text that was scored before, by the models and under the policies of
/// now, gets the scores it got then.
///
/// They are the same scores. A score depends on the text and the model alone, never on what else is
/// in a batch, so whether it was kept or computed cannot be told from it. Only scores are kept: a
/// text at which the model failed is tried again.
@Component
public class Verdicts {
    private final Scorer scorer;
    private final ServingModel model;
    private final Policies policies;
    private final VerdictCache<TextScores> cache;
    private final MediaVerdicts media;
    private final Items items;
    private final Assessments assessments;

    Verdicts(
            Scorer scorer,
            ServingModel model,
            Policies policies,
            VerdictCaches caches,
            InferenceFigures figures,
            MediaVerdicts media,
            Items items,
            Assessments assessments) {
        this.scorer = scorer;
        this.model = model;
        this.policies = policies;
        this.cache = caches.ofTexts(figures);
        this.media = media;
        this.items = items;
        this.assessments = assessments;
    }

    /// A finding for each text, in order.
    List<Finding> score(List<String> texts, boolean explain) {
        var description = model.describe();
        if (texts.isEmpty() || !cache.isOn() || description.isEmpty()) {
            return scorer.score(texts, explain);
        }
        var basis = Basis.of(description.get(), policies.all());
        var digests =
                texts.stream().map(TextDigest::of).map(TextDigest::toString).toList();
        var findings = new HashMap<String, Finding>();
        cache.find(Set.copyOf(digests), basis, explain)
                .forEach((digest, scores) -> findings.put(digest, new Scored(scores)));
        var fresh = score(unknown(texts, digests, findings), explain);
        findings.putAll(fresh);
        if (model.describe().equals(description)) {
            cache.keep(kept(fresh, description.get()), basis, explain);
        }
        return digests.stream()
                .map(digest -> Objects.requireNonNull(findings.get(digest), "every text has a finding"))
                .toList();
    }

    private static Map<String, String> unknown(List<String> texts, List<String> digests, Map<String, Finding> known) {
        var unknown = new LinkedHashMap<String, String>();
        for (int i = 0; i < texts.size(); i++) {
            if (!known.containsKey(digests.get(i))) {
                unknown.putIfAbsent(digests.get(i), texts.get(i));
            }
        }
        return unknown;
    }

    private Map<String, Finding> score(Map<String, String> texts, boolean explain) {
        var scored = new LinkedHashMap<String, Finding>();
        var findings = scorer.score(List.copyOf(texts.values()), explain).iterator();
        texts.keySet().forEach(digest -> scored.put(digest, findings.next()));
        return scored;
    }

    /// Of these models alone: one that was replaced meanwhile is not what the basis says. Who scores beside them may
    /// have been asked about a share of the texts, and of a text it is always the same who was.
    private static Map<String, TextScores> kept(Map<String, Finding> findings, ModelDescription models) {
        var kept = new HashMap<String, TextScores>();
        findings.forEach((digest, finding) -> {
            if (finding instanceof Scored(var scores)
                    && Set.copyOf(models.beside()).containsAll(scores.beside().keySet())
                    && scores.scores().stream()
                            .allMatch(score -> score.modelVersion().equals(models.version()))) {
                kept.put(digest, scores);
            }
        });
        return kept;
    }

    /// Forgets what was said of an item's text and media: a person found otherwise. In the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID item) {
        items.find(item).ifPresent(known -> {
            var content = known.content();
            if (content != null && content.text() != null) {
                cache.forget(TextDigest.of(content.text()).toString());
            }
            known.media().forEach(medium -> {
                if (medium.sha256() != null) {
                    media.forget(medium.sha256());
                }
            });
        });
        forgetTextsInImages(item);
    }

    /// What was said of the texts in an item's images, as long as it is known what they were. In the caller's
    /// transaction.
    void forgetTextsInImages(UUID item) {
        assessments
                .latest(item)
                .ifPresent(known -> known.media().forEach(medium -> {
                    if (medium.text() != null) {
                        cache.forget(TextDigest.of(medium.text().text()).toString());
                    }
                }));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ItemErased erased) {
        if (erased.text() != null) {
            cache.forget(erased.text().toString());
        }
        erased.media().forEach(media::forget);
    }
}
