package dev.docket.backend.platform.live;

/// One event as it travels from the backend that published it to every console.
///
/// @param payload a JSON object
record LiveEvent(String type, String subject, String payload) {
    /// As the server-sent events format has it. JSON written on one line needs no further escaping.
    String frame() {
        return "event: " + type + "\ndata: " + payload + "\n\n";
    }
}
