package dev.docket.dto.people;

/// Changes one's own password.
///
/// @param next 12..1024 characters
public record ChangePassword(String current, String next) {
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
