package dev.docket.backend.platform.postgres;

/// How to reach a database as one of its roles.
///
/// @param url a JDBC address without credentials
public record Login(String url, String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + " at " + url + "]";
    }
}
