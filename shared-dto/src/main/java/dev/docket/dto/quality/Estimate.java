package dev.docket.dto.quality;

/// A figure with the interval it may lie in, at 95 %.
public record Estimate(double value, double low, double high) {}
