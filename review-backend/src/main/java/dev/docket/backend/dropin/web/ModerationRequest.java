package dev.docket.backend.dropin.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// OpenAI's request.
///
/// @param input a string, a list of strings, or a list of content parts; see [ModerationInput]
/// @param model any name is accepted: the models that are loaded score
record ModerationRequest(JsonNode input, @Nullable String model) {}
