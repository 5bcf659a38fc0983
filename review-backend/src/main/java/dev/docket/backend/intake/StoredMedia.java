package dev.docket.backend.intake;

import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import org.jspecify.annotations.Nullable;

/// A medium as its row keeps it: the digest of stored bytes, the address that it was sent as, or both once it is
/// fetched.
///
/// @param fault why it could not be fetched, in words
record StoredMedia(
        MediaKind kind,
        @Nullable String sha256,
        @Nullable String url,
        @Nullable String alt,
        @Nullable String fault) {
    /// Bytes that were sent are named by an address (`urn:sha256:...`) rather than sent along with every answer.
    Media toWire() {
        return new Media(kind, null, url == null ? "urn:sha256:" + sha256 : url, alt);
    }

    KeptMedium kept(int index) {
        return new KeptMedium(index, kind, sha256, fault);
    }

    boolean awaitsFetching() {
        return url != null && sha256 == null && fault == null;
    }
}
