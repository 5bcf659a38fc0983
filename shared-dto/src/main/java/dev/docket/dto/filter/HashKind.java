package dev.docket.dto.filter;

public enum HashKind {
    /// Perceptual: images that look alike.
    PDQ,
    SHA256,
    MD5
}
