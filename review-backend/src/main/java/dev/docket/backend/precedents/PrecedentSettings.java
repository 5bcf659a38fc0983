package dev.docket.backend.precedents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is remembered of items, and how far waves may go.
///
/// @param decided most decided items that precedents are found among; each takes about half a kilobyte of memory
/// @param recent most items that search by meaning finds
/// @param leastSimilarity below which a decided item is no precedent
/// @param leastCosine of two texts in a wave by meaning alone
/// @param smallestWave fewest items that make a wave
/// @param largestWave most items decided at once
/// @param aloneUpTo most items that one person may decide at once; above it a second one has to approve
/// @param waiting most waiting items that waves are looked for among, the most urgent first
@ConfigurationProperties("docket.precedents")
record PrecedentSettings(
        @DefaultValue("200000") int decided,
        @DefaultValue("100000") int recent,
        @DefaultValue("0.6") double leastSimilarity,
        @DefaultValue("0.93") double leastCosine,
        @DefaultValue("3") int smallestWave,
        @DefaultValue("200") int largestWave,
        @DefaultValue("25") int aloneUpTo,
        @DefaultValue("5000") int waiting) {}
