package dev.docket.backend.intake;

import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import org.jspecify.annotations.Nullable;

/// A medium as its row keeps it: the digest of stored bytes, or an address.
record StoredMedia(
        MediaKind kind,
        @Nullable String sha256,
        @Nullable String url,
        @Nullable String alt) {
    /// Stored bytes are named by an address (`urn:sha256:...`) rather than sent along with every answer.
    Media toWire() {
        return new Media(kind, null, sha256 == null ? url : "urn:sha256:" + sha256, alt);
    }
}
