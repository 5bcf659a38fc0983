package dev.docket.backend.care;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is too much. The defaults are cautious guesses and no science; the cap is about two hours and a quarter of
/// unblurred text of severity 3, or half of that with images.
///
/// @param dailyCap points after which harsh queues stop offering for the day
/// @param text and the next two: what a second before each kind of content weighs
/// @param grey share of an image's weight that is left when it is seen grey
/// @param longest of an item that counts; somebody may have gone for coffee
/// @param breakEvery work without a break after which a reminder comes, unless a person chose otherwise
/// @param breakLength pause that counts as a break
/// @param harshAfter harsh work in one go after which harsh queues rest
/// @param rest how long they rest
/// @param harshSeverity from which a queue is harsh, by its policy's severity
@ConfigurationProperties("docket.care")
record CareProperties(
        @DefaultValue("24000") int dailyCap,
        @DefaultValue("1") double text,
        @DefaultValue("2") double image,
        @DefaultValue("3") double video,
        @DefaultValue("0.5") double grey,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("50m") Duration breakEvery,
        @DefaultValue("10m") Duration breakLength,
        @DefaultValue("30m") Duration harshAfter,
        @DefaultValue("15m") Duration rest,
        @DefaultValue("3") int harshSeverity) {}
