package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.ReverseRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Takes decisions however often they are sent: the first answer to an idempotency key is every later answer too.
///
/// A repetition finds the task closed, or the key taken, even while the first is still being decided; so after any
/// refusal the key is looked up before the refusal is believed. Looking it up beforehand would tell nothing more, and
/// cost every decision a statement.
@Service
public class DecisionDesk {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Decisions decisions;
    private final StoredDecisions stored;
    private final TakingBack takingBack;
    private final JsonMapper json;

    DecisionDesk(Decisions decisions, StoredDecisions stored, TakingBack takingBack, JsonMapper json) {
        this.decisions = decisions;
        this.stored = stored;
        this.takingBack = takingBack;
        this.json = json;
    }

    /// @param key the Idempotency-Key header, 1..200 visible ASCII characters
    public DecisionReceipt decide(Caller.Person person, UUID task, DecisionRequest request, @Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new DomainProblem(
                    ReviewProblem.IDEMPOTENCY_KEY_REQUIRED,
                    "Send an Idempotency-Key header of 1 to 200 visible characters, a new one for each decision.");
        }
        byte[] digest = digest(task, request);
        try {
            return decisions.decide(person, task, request, key, digest);
        } catch (DomainProblem | DuplicateKeyException refused) {
            return replay(person, key, digest).orElseThrow(() -> refused);
        }
    }

    /// @throws DomainProblem `not-in-effect`, or an `InvalidInput` with every fault
    public DecisionReceipt reverse(Caller.Person person, UUID decision, ReverseRequest request) {
        return takingBack.reverse(person, decision, request);
    }

    public void undo(Caller.Person person, UUID decision) {
        decisions.undo(person, decision);
    }

    private Optional<DecisionReceipt> replay(Caller.Person person, String key, byte[] digest) {
        return stored.answered(person.id(), key).map(answered -> {
            if (!MessageDigest.isEqual(answered.digest(), digest)) {
                throw new DomainProblem(ReviewProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for each decision.");
            }
            return answered.receipt();
        });
    }

    private byte[] digest(UUID task, DecisionRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(task.toString().getBytes(StandardCharsets.US_ASCII));
            return digest.digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
