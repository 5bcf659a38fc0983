package dev.docket.backend.platform;

import java.util.UUID;

/// Tells consoles that something changed. Coalesced and best effort: nothing relies on an event
/// arriving.
///
/// Consoles see what their role may: `queue.*` and `sla.*` (subject: the queue key) those cleared for the queue,
/// `wave.*` (subject: the queue key, a slash and the wave) the seniors among them, `appeal.*` seniors,
/// `policy.*` everybody, `decision.*` those who may search, `report.*` seniors, `person.*`, `api-key.*`,
/// `filter.*`, `webhook.*` and `health.*` administrators, `job.*` and `model.*` those who train and publish, `lease.*`
/// the one person it is addressed to, `golden.*` and `calibration.*` supervisors, who are dealt neither unknowingly,
/// anything else supervisors and administrators.
public interface LiveEvents {
    /// What begins the subject of an event for one person alone: `person/ID` or `person/ID/anything`.
    String PERSON = "person/";

    /// Publishes to one person's consoles alone, as [#publish] does.
    default void publishTo(UUID person, String type, String subject, Object payload) {
        publish(type, PERSON + person + "/" + subject, payload);
    }

    /// Publishes after the caller's transaction commits, or at once without one.
    ///
    /// @param type such as `queue.changed`, `lease.lost`, `job.progress`
    /// @param subject what it is about, such as a queue key; events of one type and subject within
    ///     a short while
    ///     are sent once
    /// @param payload a record that serialises to a small JSON object without content
    void publish(String type, String subject, Object payload);

    /// The same for what somebody waits for with empty hands: it is sent as soon as the floor may, together with all
    /// that was gathered.
    default void publishAtOnce(String type, String subject, Object payload) {
        publish(type, subject, payload);
    }
}
