package dev.docket.backend.enforcement;

import java.util.UUID;

/// Tells platforms of what other modules did. Every method joins the caller's transaction: the message and what it
/// tells are both there or neither is. An item's messages arrive in the order in which they were sent.
public interface OutgoingMessages {
    /// @param type what [MessageType] says it is; `decision.*` and `item.*` are sent by this module itself
    /// @param data a record of the wire's types, without the name or id of anybody who works here
    void send(MessageType type, UUID item, Object data);
}
