package dev.docket.backend.registry;

import dev.docket.dto.models.ModelOrigin;
import dev.docket.dto.models.ModelState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A registered model version.
///
/// @param shadowSince from when it scores beside the champion; null if it never did
/// @param canaryShare null unless it is the canary
/// @param canarySalt decides which items are a canary's
/// @param predecessor the champion before it; null if it never was champion, or there was none
/// @param by null for what nobody brought
public record Model(
        String version,
        String name,
        String kind,
        Medium medium,
        List<String> labels,
        Map<String, Map<String, Double>> figures,
        @Nullable String parent,
        String licence,
        Provenance provenance,
        ModelState state,
        Instant stateSince,
        @Nullable Instant shadowSince,
        @Nullable Double canaryShare,
        UUID canarySalt,
        @Nullable String predecessor,
        @Nullable String reason,
        @Nullable UUID by,
        Instant createdAt) {
    private static final String HEADS = "heads";
    private static final Set<String> SCORING = Set.of(HEADS, "text", "image");

    /// What a model scores. There is one champion of each.
    public enum Medium {
        TEXT,
        IMAGE
    }

    boolean isShipped() {
        return provenance.origin() == ModelOrigin.SHIPPED;
    }

    /// Whether it gives scores at all: what reads the texts in images does not.
    boolean isScoring() {
        return SCORING.contains(kind);
    }

    /// Whether it can score beside another in the same pass of the encoder. What cannot has a session of its own.
    public boolean isHeads() {
        return kind.equals(HEADS);
    }
}
