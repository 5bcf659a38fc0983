package dev.docket.backend.filters;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.filters.Lines.HashLine;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.model.image.PdqHash;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps hash banks: makes, fills, searches, switches and deletes them. What this backend
/// searches has changed when a call returns; other backends follow within a second.
@Service
public class HashBanks {
    private static final String BANK = "hash_bank";
    private static final String HASH = "hash";

    private final StoredHashes stored;
    private final KnownHashes known;
    private final Policies policies;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HashBanks(
            StoredHashes stored,
            KnownHashes known,
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
    public HashBankView create(Caller.Person by, NewHashBank bank) {
        var errors = new FieldErrors();
        FilterFields.check(bank.name(), bank.source(), bank.policy(), bank.severity(), policies, errors);
        if (bank.effect() == FilterEffect.ACT && bank.policy() == null) {
            errors.add("/policy", "a bank that acts needs the policy that acts");
        }
        errors.throwIfAny();
        UUID id = Ids.next();
        int severity = bank.severity() == null ? FilterFields.USUAL_SEVERITY : bank.severity();
        change(() -> {
            if (!stored.insert(id, bank, severity, clock.instant())) {
                throw new DomainProblem(FilterProblem.NAME_TAKEN, "Choose another name for the bank.");
            }
            var details = Map.of("purpose", bank.purpose(), "effect", bank.effect());
            audit.append(by.actor(), "hash_bank.created", BANK, id.toString(), details);
            return true;
        });
        return bank(id);
    }

    public List<HashBankView> all() {
        return stored.banks();
    }

    /// @throws DomainProblem `not-found`
    public HashBankView bank(UUID id) {
        return stored.bank(id).orElseThrow(HashBanks::noBank);
    }

    public HashBankView enable(Caller.Person by, UUID id, boolean enabled) {
        bank(id);
        change(() -> {
            if (stored.enable(id, enabled)) {
                audit.append(
                        by.actor(),
                        enabled ? "hash_bank.enabled" : "hash_bank.disabled",
                        BANK,
                        id.toString(),
                        Map.of());
            }
            return true;
        });
        return bank(id);
    }

    public void delete(Caller.Person by, UUID id) {
        change(() -> {
            boolean gone = stored.delete(id);
            if (gone) {
                audit.append(by.actor(), "hash_bank.deleted", BANK, id.toString(), Map.of());
            }
            return gone;
        });
    }

    /// Adds what a file holds, and says how far it is.
    ///
    /// @param assumed the kind of hashes that do not say their own
    public void fill(
            Caller.Person by, UUID id, Rows rows, @Nullable HashKind assumed, Consumer<ImportProgress> progress) {
        BankPurpose purpose = bank(id).purpose();
        Imports.run(rows, row -> Lines.hash(row, assumed, purpose), lines -> add(by, id, lines), progress);
    }

    private int add(Caller.Person by, UUID id, List<HashLine> lines) {
        int[] added = new int[1];
        change(() -> {
            bank(id);
            added[0] = stored.add(id, lines);
            audit.append(by.actor(), "hash_bank.filled", BANK, id.toString(), Map.of("added", added[0]));
            return true;
        });
        return added[0];
    }

    /// A page of a bank's hashes, by id.
    public List<HashView> hashes(UUID id, @Nullable HashState state, long after, int most) {
        bank(id);
        return stored.page(id, state, after, most);
    }

    /// Hashes of all banks that are this one or, of 64 digits, near it; nearest first.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput when it is no hash
    public List<HashView> search(String hex) {
        var pdq = PdqHash.parse(hex);
        if (pdq.isEmpty() && !hex.matches("[0-9a-fA-F]{32}")) {
            new FieldErrors()
                    .add("/value", "must have 32 or 64 hexadecimal digits")
                    .throwIfAny();
        }
        var near = pdq.map(hash -> known.near(List.of(hash))).orElse(Map.of());
        return stored.find(HexFormat.of().parseHex(hex), near.keySet()).stream()
                .map(hash -> with(
                        hash, hash.kind() == HashKind.PDQ ? near.get(Long.parseLong(hash.id())) : Integer.valueOf(0)))
                .sorted(Comparator.comparing(HashView::distance, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static HashView with(HashView hash, @Nullable Integer distance) {
        return new HashView(
                hash.id(),
                hash.bank(),
                hash.kind(),
                hash.value(),
                hash.label(),
                hash.source(),
                hash.severity(),
                hash.expiresAt(),
                hash.state(),
                hash.matches(),
                distance);
    }

    /// Switches one hash; enabling it ends its quarantine.
    public void enable(Caller.Person by, UUID bank, long hash, boolean enabled) {
        change(() -> {
            boolean there = stored.enable(bank, hash, enabled);
            if (there) {
                audit.append(
                        by.actor(), enabled ? "hash.enabled" : "hash.disabled", HASH, Long.toString(hash), Map.of());
            }
            return there;
        });
    }

    public void delete(Caller.Person by, UUID bank, long hash) {
        change(() -> {
            boolean gone = stored.delete(bank, hash);
            if (gone) {
                audit.append(by.actor(), "hash.deleted", HASH, Long.toString(hash), Map.of("bank", bank.toString()));
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
            throw noBank();
        }
        known.catchUp();
        live.publish("filter.changed", "hash-banks", Map.of());
    }

    private static DomainProblem noBank() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such hash bank, or no such hash in it.");
    }
}
