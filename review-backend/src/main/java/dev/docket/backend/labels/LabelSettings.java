package dev.docket.backend.labels;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a label set must be like before a model may be trained on it, and how large a set is built at once.
///
/// @param leastPositives rows to train on in which a label was found, and as many in which it
///     was not, before it is taught
/// @param mostNulls share of rows without a text
/// @param mostDuplicates share of rows whose text is in the set already
/// @param mostShift population stability index of a label's share against the set before
/// @param atOnce decisions up to which a set is built while its maker waits; larger ones are built by a job
@ConfigurationProperties("docket.labels")
record LabelSettings(
        @DefaultValue("20") int leastPositives,
        @DefaultValue("0.05") double mostNulls,
        @DefaultValue("0.25") double mostDuplicates,
        @DefaultValue("0.2") double mostShift,
        @DefaultValue("20000") int atOnce) {}
