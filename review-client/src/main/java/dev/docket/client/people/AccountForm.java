package dev.docket.client.people;

import dev.docket.dto.people.Account;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.NewPerson;
import dev.docket.dto.people.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is typed about a person. Lists are words between commas; `*` stands for all.
///
/// @param base the account being changed; null for somebody new
public record AccountForm(
        @Nullable Account base,
        String username,
        String displayName,
        Set<Role> roles,
        String skills,
        String languages,
        String queues) {

    static AccountForm blank() {
        return new AccountForm(null, "", "", EnumSet.of(Role.MODERATOR), "", "*", "*");
    }

    static AccountForm of(Account account) {
        return new AccountForm(
                account,
                account.username(),
                account.displayName(),
                account.roles(),
                joined(account.skills()),
                joined(account.languages()),
                joined(account.queues()));
    }

    boolean isNew() {
        return base == null;
    }

    /// Whether it can be sent at all; the floor says the rest.
    boolean isComplete() {
        return !username.isBlank() && !displayName.isBlank() && !roles.isEmpty();
    }

    /// The same account with what was typed, over a version that somebody else changed meanwhile.
    AccountForm over(Account fresh) {
        return new AccountForm(fresh, username, displayName, roles, skills, languages, queues);
    }

    NewPerson asNew() {
        return new NewPerson(username.strip(), displayName, roles, words(skills), words(languages), words(queues));
    }

    ChangePerson asChange() {
        return new ChangePerson(displayName, roles, words(skills), words(languages), words(queues));
    }

    private static String joined(Collection<String> words) {
        return String.join(", ", words);
    }

    private static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }
}
