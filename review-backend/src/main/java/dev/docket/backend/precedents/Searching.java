package dev.docket.backend.precedents;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.Page;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.FoundBy;
import dev.docket.dto.search.SearchHit;
import dev.docket.model.Embedding;
import dev.docket.model.ModelFault;
import dev.docket.model.image.PdqHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds items by their id, by words, by author, by the hash of an image, by meaning and by what was
/// decided of them.
///
/// Whatever is typed is also looked up as it is, as an id of an item or the platform's own: an item
/// that it names comes first, and meaning is not asked then, since an id has none.
/// Words are matched exactly as normalised, by their beginnings. Where the words of a query
/// find less than a page, what is near in meaning follows, with its similarity. Every search is
/// audited by what it asked for, never by its text: what people look for can be as telling as
/// what they find.
@Service
public class Searching {
    private static final int LONGEST_QUERY = 500;
    private static final int MOST_WORDS = 20;
    private static final int MOST_NEAR = 200;
    /// Of one name: each source of a platform can have an item of that id.
    private static final int MOST_NAMED = 20;
    /// Before every item, the youngest first.
    private static final UUID BEFORE_ALL = new UUID(-1, -1);
    /// Of a query of a few words to a text; unrelated texts are below it.
    private static final double NEAR_QUERY = 0.35;

    private static final double NEAR_ITEM = 0.5;

    private final StoredSearch stored;
    private final StoredFingerprints prints;
    private final Fingerprints fingerprints;
    private final Neighbourhood neighbourhood;
    private final ServingModel model;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Searching(
            StoredSearch stored,
            StoredFingerprints prints,
            Fingerprints fingerprints,
            Neighbourhood neighbourhood,
            ServingModel model,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.stored = stored;
        this.prints = prints;
        this.fingerprints = fingerprints;
        this.neighbourhood = neighbourhood;
        this.model = model;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// @throws dev.docket.backend.platform.InvalidInput with every fault of the query
    /// @throws DomainProblem `not-found` when the item that others should be like is not known
    public Page<SearchHit> search(Caller.Person person, SearchQuery query) {
        check(query);
        var page = query.like() != null || query.hash() != null ? ranked(person, query) : listed(person, query);
        transaction.executeWithoutResult(status -> audit.append(
                person.actor(),
                "search.run",
                "person",
                person.id().toString(),
                Map.of("by", query.kinds(), "hits", page.items().size())));
        return page;
    }

    private static void check(SearchQuery query) {
        var errors = new FieldErrors();
        if (query.q() != null && query.q().length() > LONGEST_QUERY) {
            errors.add("/q", "at most " + LONGEST_QUERY + " characters");
        }
        if (query.hash() != null && PdqHash.parse(query.hash()).isEmpty()) {
            errors.add("/hash", "64 hexadecimal digits: a SHA-256 or a PDQ hash");
        }
        if (query.like() != null && Ids.parse(query.like()).isEmpty()) {
            errors.add("/like", "the id of an item");
        }
        if (query.outcome() != null && query.outcome() != Outcome.APPROVE && query.outcome() != Outcome.VIOLATION) {
            errors.add("/outcome", "APPROVE or VIOLATION");
        }
        if (query.from() != null && query.to() != null && query.from().isAfter(query.to())) {
            errors.add("/to", "not before from");
        }
        if (query.after() != null && place(query.after()).isEmpty()) {
            errors.add("/after", "a cursor that an earlier page gave");
        }
        errors.throwIfAny();
    }

    /// What is named first, then the youngest first; then, on the first page that words do not fill,
    /// what is near in meaning.
    private Page<SearchHit> listed(Caller.Person person, SearchQuery query) {
        @Nullable String words = words(query.q());
        var named = named(person, query, query.q());
        var hits = new ArrayList<SearchHit>(query.after() == null ? named : List.of());
        if (words == null && !named.isEmpty()) {
            return new Page<>(hits, null);
        }
        int room = query.limit() - hits.size();
        var found = without(stored.find(filter(person, query), words, before(query), room + 1 + named.size()), named);
        if (found.size() > room) {
            hits.addAll(found.subList(0, room));
            return new Page<>(
                    hits,
                    cursor(room == 0 ? BEFORE_ALL.toString() : hits.getLast().itemId()));
        }
        hits.addAll(found);
        if (words != null && query.after() == null && named.isEmpty()) {
            without(near(person, query), found).stream()
                    .limit(query.limit() - found.size())
                    .forEach(hits::add);
        }
        return new Page<>(hits, null);
    }

    private static @Nullable UUID before(SearchQuery query) {
        return query.after() == null
                ? null
                : Ids.parse(place(query.after()).orElseThrow()).orElse(null);
    }

    private static List<SearchHit> without(List<SearchHit> hits, List<SearchHit> others) {
        var known = others.stream().map(SearchHit::itemId).collect(Collectors.toSet());
        return hits.stream().filter(hit -> !known.contains(hit.itemId())).toList();
    }

    /// What somebody typed, taken for an id.
    private List<SearchHit> named(Caller.Person person, SearchQuery query, @Nullable String id) {
        if (id == null || id.indexOf('\0') >= 0) {
            return List.of();
        }
        var named = new LinkedHashMap<UUID, FoundBy>();
        Ids.parse(id).ifPresent(item -> named.put(item, FoundBy.ID));
        stored.withExternalId(id, MOST_NAMED).forEach(item -> named.putIfAbsent(item, FoundBy.EXTERNAL_ID));
        return stored.findNamed(filter(person, query), named).stream()
                .limit(query.limit())
                .toList();
    }

    private List<SearchHit> near(Caller.Person person, SearchQuery query) {
        return embedding(Objects.requireNonNull(query.q()))
                .map(text -> neighbourhood.near(text, MOST_NEAR, NEAR_QUERY))
                .map(near -> ofRank(person, query, similarities(near)))
                .orElse(List.of());
    }

    /// Words alone still find something while the model rests.
    private Optional<Embedding> embedding(String text) {
        try {
            return Optional.ofNullable(
                    model.score(List.of(text), false).getFirst().embedding());
        } catch (ModelFault resting) {
            return Optional.empty();
        }
    }

    /// Those most like an item or image first; before them what a platform names by such a hash.
    private Page<SearchHit> ranked(Caller.Person person, SearchQuery query) {
        var named = named(person, query, query.q() == null && query.like() == null ? query.hash() : null);
        var hits = new ArrayList<>(named);
        hits.addAll(without(ofRank(person, query, query.hash() != null ? byHash(query.hash()) : byItem(query)), named));
        int start = query.after() == null
                ? 0
                : place(query.after())
                        .filter(place -> place.matches("\\d{1,9}"))
                        .map(Integer::parseInt)
                        .orElse(0);
        var page = hits.stream().skip(start).limit(query.limit()).toList();
        int end = start + page.size();
        return new Page<>(page, end < hits.size() ? cursor(Integer.toString(end)) : null);
    }

    private Map<UUID, Double> byHash(String hex) {
        var found = new LinkedHashMap<UUID, Double>();
        stored.withMedium(hex.toLowerCase(java.util.Locale.ROOT), MOST_NEAR).forEach(item -> found.put(item, 1.0));
        stored.withPictureLike(PdqHash.parse(hex).orElseThrow(), PdqHash.ALIKE, MOST_NEAR)
                .forEach(found::putIfAbsent);
        return found;
    }

    private Map<UUID, Double> byItem(SearchQuery query) {
        UUID item = Ids.parse(Objects.requireNonNull(query.like())).orElseThrow();
        var print = prints.find(List.of(item), fingerprints.encoder()).get(item);
        if (print == null) {
            throw new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item, or it is not classified yet.");
        }
        var found = new LinkedHashMap<UUID, Double>();
        if (print.textHash() != null) {
            stored.withText(print.textHash(), MOST_NEAR).forEach(other -> found.put(other, 1.0));
        }
        print.pictures().stream()
                .filter(PdqHash::isTelling)
                .forEach(picture -> stored.withPictureLike(picture, PdqHash.ALIKE, MOST_NEAR)
                        .forEach((other, similarity) -> found.merge(other, similarity, Math::max)));
        if (print.embedding() != null) {
            similarities(neighbourhood.near(print.embedding(), MOST_NEAR, NEAR_ITEM))
                    .forEach((other, similarity) -> found.merge(other, similarity, Math::max));
        }
        found.remove(item);
        return found;
    }

    private static Map<UUID, Double> similarities(List<VectorIndex.Near> near) {
        var similarities = new LinkedHashMap<UUID, Double>();
        near.forEach(one -> similarities.put(one.item(), one.similarity()));
        return similarities;
    }

    private List<SearchHit> ofRank(Caller.Person person, SearchQuery query, Map<UUID, Double> similarities) {
        return stored.findAll(
                filter(person, query),
                query.like() == null && query.hash() == null ? null : words(query.q()),
                similarities);
    }

    private static StoredSearch.Filter filter(Caller.Person person, SearchQuery query) {
        return new StoredSearch.Filter(person.id(), person.is(Role.SUPERVISOR), query);
    }

    /// The query as PostgreSQL wants it: every word's beginning, all of them. Null when it has no word.
    static @Nullable String words(@Nullable String query) {
        if (query == null) {
            return null;
        }
        var words = Arrays.stream(Fingerprints.normalised(query).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .toList();
        return words.isEmpty() ? null : String.join(" & ", words);
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> place(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notACursor) {
            return Optional.empty();
        }
    }
}
