package dev.docket.backend.filters;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.filters.Lines.TermLine;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.TermView;
import dev.docket.dto.filter.TriedText;
import dev.docket.dto.filter.TryText;
import dev.docket.model.filter.Term;
import java.time.Clock;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps blocklists: makes, fills, searches, switches and deletes them. What this backend
/// searches has changed when a call returns; other backends follow within a second.
@Service
public class Blocklists {
    private static final int LONGEST_TRIED = 100_000;
    private static final int MOST_TRIED = 500;
    private static final String LIST = "blocklist";
    private static final String TERM = "blocklist_term";

    private final StoredBlocklists stored;
    private final KnownTerms known;
    private final Policies policies;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Blocklists(
            StoredBlocklists stored,
            KnownTerms known,
            Policies policies,
            AuditTrail audit,
            LiveEvents live,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.stored = stored;
        this.known = known;
        this.policies = policies;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /// @throws dev.docket.backend.platform.InvalidInput with every fault of the request
    /// @throws DomainProblem `name-taken`
    public BlocklistView create(Caller.Person by, NewBlocklist list) {
        var errors = new FieldErrors();
        FilterFields.check(list.name(), list.source(), list.policy(), list.severity(), policies, errors);
        String language = list.language() == null ? Term.ANY_LANGUAGE : list.language();
        if (!isTag(language)) {
            errors.add("/language", "must be a BCP 47 tag");
        }
        if (list.effect() == FilterEffect.ACT) {
            errors.add("/effect", "SIGNAL or REVIEW; a word is no ground to act on");
        }
        errors.throwIfAny();
        UUID id = Ids.next();
        int severity = list.severity() == null ? FilterFields.USUAL_SEVERITY : list.severity();
        change(() -> {
            if (!stored.insert(id, list, language, severity, clock.instant())) {
                throw new DomainProblem(FilterProblem.NAME_TAKEN, "Choose another name for the blocklist.");
            }
            audit.append(by.actor(), "blocklist.created", LIST, id.toString(), Map.of("effect", list.effect()));
            return true;
        });
        return list(id);
    }

    private static boolean isTag(String language) {
        try {
            return !new Locale.Builder()
                            .setLanguageTag(language)
                            .build()
                            .getLanguage()
                            .isEmpty()
                    || language.equals(Term.ANY_LANGUAGE);
        } catch (IllformedLocaleException illFormed) {
            return false;
        }
    }

    public List<BlocklistView> all() {
        return stored.lists();
    }

    /// @throws DomainProblem `not-found`
    public BlocklistView list(UUID id) {
        return stored.list(id).orElseThrow(Blocklists::noList);
    }

    public BlocklistView enable(Caller.Person by, UUID id, boolean enabled) {
        list(id);
        change(() -> {
            if (stored.enable(id, enabled)) {
                audit.append(
                        by.actor(),
                        enabled ? "blocklist.enabled" : "blocklist.disabled",
                        LIST,
                        id.toString(),
                        Map.of());
            }
            return true;
        });
        return list(id);
    }

    public void delete(Caller.Person by, UUID id) {
        change(() -> {
            boolean gone = stored.delete(id);
            if (gone) {
                audit.append(by.actor(), "blocklist.deleted", LIST, id.toString(), Map.of());
            }
            return gone;
        });
    }

    /// Adds what a file holds, and says how far it is.
    public void fill(Caller.Person by, UUID id, Rows rows, Consumer<ImportProgress> progress) {
        list(id);
        try {
            Imports.run(rows, Lines::term, lines -> add(by, id, lines), progress);
        } finally {
            known.catchUp();
            live.publish("filter.changed", "blocklists", Map.of());
        }
    }

    /// The lists are compiled once, at the import's end.
    private int add(Caller.Person by, UUID id, List<TermLine> lines) {
        Integer added = transaction.execute(status -> {
            stored.lock();
            list(id);
            int fresh = stored.add(id, lines);
            audit.append(by.actor(), "blocklist.filled", LIST, id.toString(), Map.of("added", fresh));
            return fresh;
        });
        return added == null ? 0 : added;
    }

    /// A page of a list's terms, by id.
    public List<TermView> terms(UUID id, long after, int most) {
        list(id);
        return stored.page(id, after, most);
    }

    /// Terms of all lists that are written so, whatever the case.
    public List<TermView> search(String text) {
        return stored.written(text.strip());
    }

    /// What the lists in force would find in a text, and where.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput with every fault of the request
    public TriedText tried(TryText request) {
        var errors = new FieldErrors();
        String language = request.language() == null ? Term.ANY_LANGUAGE : request.language();
        if (request.text().length() > LONGEST_TRIED) {
            errors.add("/text", "at most " + LONGEST_TRIED + " characters");
        }
        if (!isTag(language)) {
            errors.add("/language", "must be a BCP 47 tag");
        }
        errors.throwIfAny();
        return new TriedText(known.tried(request.text(), language, MOST_TRIED));
    }

    public void enable(Caller.Person by, UUID list, long term, boolean enabled) {
        change(() -> {
            boolean there = stored.enable(list, term, enabled);
            if (there) {
                String action = enabled ? "blocklist_term.enabled" : "blocklist_term.disabled";
                audit.append(by.actor(), action, TERM, Long.toString(term), Map.of());
            }
            return there;
        });
    }

    public void delete(Caller.Person by, UUID list, long term) {
        change(() -> {
            boolean gone = stored.delete(list, term);
            if (gone) {
                var details = Map.of("list", list.toString());
                audit.append(by.actor(), "blocklist_term.deleted", TERM, Long.toString(term), details);
            }
            return gone;
        });
    }

    /// @param work returns whether what it was to change is there
    private void change(BooleanSupplier work) {
        Boolean there = transaction.execute(status -> {
            stored.lock();
            return work.getAsBoolean();
        });
        if (!Boolean.TRUE.equals(there)) {
            throw noList();
        }
        known.catchUp();
        live.publish("filter.changed", "blocklists", Map.of());
    }

    private static DomainProblem noList() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such blocklist, or no such term in it.");
    }
}
