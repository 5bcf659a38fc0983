package dev.docket.dto.people;

import java.time.Instant;

/// A signed-in person's opaque token.
public record Session(String accessToken, Instant expiresAt, PersonView person) {
    @Override
    public String toString() {
        return "Session[" + person.username() + "]";
    }
}
