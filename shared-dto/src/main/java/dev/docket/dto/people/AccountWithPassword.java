package dev.docket.dto.people;

/// An account and its new password, which is shown this once and kept nowhere.
public record AccountWithPassword(Account account, String password) {
    @Override
    public String toString() {
        return "AccountWithPassword[" + account.username() + "]";
    }
}
