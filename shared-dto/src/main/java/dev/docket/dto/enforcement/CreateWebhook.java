package dev.docket.dto.enforcement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Registers a receiver.
///
/// @param url https, or http to a loopback address
/// @param events message types to send; null for all
public record CreateWebhook(String url, @Nullable List<String> events) {}
