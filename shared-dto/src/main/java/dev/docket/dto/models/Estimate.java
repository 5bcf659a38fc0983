package dev.docket.dto.models;

/// A figure with its interval of 95 %.
public record Estimate(double value, double low, double high) {}
