package dev.docket.backend.enforcement.strike;

/// An author as their platform knows them.
record Author(String source, String id) {}
