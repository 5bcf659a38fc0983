package dev.docket.client.insights;

/// A panel's figures as a file.
///
/// @param name of the file, such as `docket-overturns.csv`
public record Export(String name, String text) {}
