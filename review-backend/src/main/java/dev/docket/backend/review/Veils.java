package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which items' decisions somebody must not see yet: a look at them is still to come that must know nothing of what was
/// found before, and for all the floor can tell it is theirs to give. Whoever took part before may see them, and so may
/// programs.
///
/// Everything that tells of decisions asks here: an item, the feed, the trail, search, strikes, statements, coaching
/// cards, golden items, waves.
@Component
public class Veils {
    private final StoredVeils looks;
    private final ObjectProvider<BlindAppeals> appeals;

    Veils(StoredVeils looks, ObjectProvider<BlindAppeals> appeals) {
        this.looks = looks;
        this.appeals = appeals;
    }

    /// @return those of the items whose decisions are kept from the caller
    public Set<UUID> over(Collection<UUID> items, Caller caller) {
        if (items.isEmpty() || !(caller instanceof Caller.Person person)) {
            return Set.of();
        }
        var veiled = new HashSet<>(looks.secondLooks(items, person.id()));
        appeals.forEach(blind -> veiled.addAll(blind.veiledFrom(person.id(), items)));
        return veiled;
    }

    public boolean isOver(UUID item, Caller caller) {
        return over(List.of(item), caller).contains(item);
    }

    /// Whether a second look at the item is to come. Even that there is an appeal would tell of a decision then.
    public boolean awaitsSecondLook(UUID item, Caller caller) {
        return caller instanceof Caller.Person person
                && !looks.secondLooks(List.of(item), person.id()).isEmpty();
    }
}
